import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addStep, binStep, unbinStep } from '@daihon/shared/script/draft/edit';
import { readBin } from '@daihon/shared/script/draft/read';
import type { RoomEditor, RoomServer } from '../support/rooms.ts';
import { openEditor, startRooms } from '../support/rooms.ts';
import { until } from '../support/until.ts';

let server: RoomServer;
const editors: RoomEditor[] = [];

afterEach(async () => {
  for (const editor of editors.splice(0)) editor.destroy();
  await server.close();
});

async function two(): Promise<[RoomEditor, RoomEditor]> {
  server = await startRooms();
  const made: [RoomEditor, RoomEditor] = [openEditor(server.url, 'anna'), openEditor(server.url, 'bert')];
  editors.push(...made);
  await Promise.all(made.map(({ synced }) => synced));
  const step = { kind: 'talk', title: '', group: null, afterId: null, position: { x: 0, y: 0 } } as const;
  addStep(made[0].doc, { ...step, id: 's1' }, null);
  await until('bert has the step', () => made[1].doc.getMap('steps').has('s1'));
  return made;
}

const at = '2026-11-24T00:00:00.000Z';
const binner = ({ doc }: RoomEditor) => readBin(doc).map(({ by, name }) => `${by}/${name}`);

it('says who put a step into the bin by what the server knows, not by what the page says', async () => {
  const [anna, bert] = await two();
  binStep(anna.doc, 's1', { by: 'bert', name: '社長', at }, null);
  await until('both know who it was', () =>
    [anna, bert].every((editor) => binner(editor).join() === 'anna/anna'),
  );
  expect(readBin(bert.doc)[0]?.at).toBe(at);
});

it('says so of one who undoes that it was taken out, too, and closes nobody', async () => {
  const [anna, bert] = await two();
  binStep(anna.doc, 's1', { by: 'anna', name: 'anna', at }, null);
  await until('bert sees it', () => binner(bert).length === 1);
  const history = new Y.UndoManager(bert.doc.getMap('steps'), { trackedOrigins: new Set(['bert']) });
  unbinStep(bert.doc, 's1', 'bert');
  await until('anna has it back', () => binner(anna).length === 0);
  history.undo();
  await until('it was bert', () => binner(anna).join() === 'bert/bert');
  expect([anna.closeCode, bert.closeCode]).toEqual([null, null]);
});
