import type { DragEvent } from 'react';

const scriptsType = 'application/x-daihon-scripts';
const folderType = 'application/x-daihon-folder';

export type Dragged = { kind: 'scripts'; ids: string[] } | { kind: 'folder'; path: string };

export function startDrag(event: DragEvent, dragged: Dragged, label: string): void {
  const { dataTransfer } = event;
  dataTransfer.effectAllowed = 'move';
  if (dragged.kind === 'scripts') dataTransfer.setData(scriptsType, dragged.ids.join(' '));
  else dataTransfer.setData(folderType, dragged.path);
  dataTransfer.setData('text/plain', label);
}

/** Whether something of ours is dragged; what exactly is told only at the drop. */
export function isDragged(event: DragEvent): boolean {
  const { types } = event.dataTransfer;
  return types.includes(scriptsType) || types.includes(folderType);
}

export function readDrag(event: DragEvent): Dragged | null {
  const ids = event.dataTransfer.getData(scriptsType);
  if (ids !== '') return { kind: 'scripts', ids: ids.split(' ') };
  const path = event.dataTransfer.getData(folderType);
  return path === '' ? null : { kind: 'folder', path };
}
