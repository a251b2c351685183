import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { draftRoots } from '@daihon/shared/script/draft/layout';
import { holdsForeignWork } from './creationGuard.ts';
import { Expected } from './expected.ts';
import { touchedSteps } from './touchedSteps.ts';

/**
 * `overtaken`: a colleague's later change leaves nothing to undo. `shared`: what would vanish holds a colleague's work.
 * `inUse`: a colleague has a step open that would vanish; nothing was done, and the history is past it.
 */
export type UndoResult = 'done' | 'nothing' | 'overtaken' | 'shared' | 'inUse';

export type StackItem = Y.UndoManager['undoStack'][number];
type Direction = 'undo' | 'redo';

/** Called before an item is taken; what it returns is called after it, with what stands for it on the other stack (null: nothing). */
export type Around = (item: StackItem, direction: Direction) => ((made: StackItem | null) => void) | null;

const captureTimeoutMs = 500;
const compositionCaptureMs = 3_600_000;

/**
 * The one undo history of an editor session, over text and structure alike, of this session's changes only.
 * Editors get `facade`, never the manager: y-tiptap destroys the manager it was given when an editor unmounts.
 */
export class DraftUndo {
  readonly manager: Y.UndoManager;
  readonly #steps: Y.Map<unknown>;
  readonly #listeners = new Set<() => void>();
  /** The steps that the last undo or redo changed. */
  touched: readonly string[] = [];
  around: Around | null = null;
  /** Edits of this person that the server makes: an undo pressed meanwhile is of them. */
  readonly expected = new Expected();

  constructor(roots: ReturnType<typeof draftRoots>, localOrigin: object) {
    this.#steps = roots.steps;
    this.manager = new Y.UndoManager(Object.values(roots), {
      trackedOrigins: new Set<unknown>([ySyncPluginKey, localOrigin]),
      deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
      captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
      captureTimeout: captureTimeoutMs,
    });
    const changed = () => this.#changed();
    this.manager.on('stack-item-added', changed);
    this.manager.on('stack-item-popped', ({ changedParentTypes }) => {
      this.touched = touchedSteps(roots, changedParentTypes);
      changed();
    });
    this.manager.on('stack-cleared', changed);
  }

  /** What an editor may hold: everything of the manager except its life. */
  facade(): Y.UndoManager {
    return undoFacade(this.manager);
  }

  /** Steps that are in use are left to the caller, with all that were made together: `touched` names them. */
  undo(isInUse: (stepId: string) => boolean = () => false): UndoResult {
    const made = this.#madeByTop();
    const top = this.manager.undoStack.at(-1);
    if (top !== undefined && made.some(isInUse) && !holdsForeignWork(this.manager.doc, top.insertions)) {
      this.touched = made;
      this.manager.undoStack.pop();
      this.#changed();
      return 'inUse';
    }
    return this.#step('undo');
  }

  redo(): UndoResult {
    return this.#step('redo');
  }

  /** Undoes one item wherever it stands in the history, for good: what came after it stays. */
  takeBack(item: StackItem): void {
    const { manager } = this;
    const { undoStack } = manager;
    const redoStack = [...manager.redoStack];
    if (!undoStack.includes(item)) return;
    manager.stopCapturing();
    manager.undoStack = [item];
    try {
      manager.undo();
    } finally {
      manager.undoStack = undoStack.filter((each) => each !== item);
      manager.redoStack = redoStack;
      this.#changed();
    }
  }

  canUndo(): boolean {
    return this.manager.canUndo();
  }

  canRedo(): boolean {
    return this.manager.canRedo();
  }

  /** Ends the current item, so that what follows is undone by itself. */
  separate(): void {
    this.manager.stopCapturing();
  }

  /** A composition is one item, however long it takes. */
  composing(open: boolean): void {
    this.manager.stopCapturing();
    this.manager.captureTimeout = open ? compositionCaptureMs : captureTimeoutMs;
  }

  clear(): void {
    this.manager.clear();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes exactly one item. Y.UndoManager goes on to the next item when one has no effect; a single key press would then
   * undo something much older, so the rest of the stack is put aside meanwhile.
   */
  #step(direction: Direction): UndoResult {
    const { manager } = this;
    const [name, other] =
      direction === 'undo' ? (['undoStack', 'redoStack'] as const) : (['redoStack', 'undoStack'] as const);
    const top = manager[name].at(-1);
    this.touched = [];
    if (top === undefined) return 'nothing';
    // Of the redo stack, what an undo brought back: to take it away again is a removal, too.
    if (holdsForeignWork(manager.doc, top.insertions)) return 'shared';
    // What is edited right after is not part of what was edited right before.
    manager.stopCapturing();
    const rest = manager[name].slice(0, -1);
    manager[name] = [top];
    const after = this.around?.(top, direction);
    let done = false;
    try {
      done = manager[direction]() !== null;
      return done ? 'done' : 'overtaken';
    } finally {
      manager[name] = [...rest, ...manager[name]];
      this.#changed();
      after?.(done ? (manager[other].at(-1) ?? null) : null);
    }
  }

  /** The steps that undoing the latest item would remove. */
  #madeByTop(): string[] {
    const top = this.manager.undoStack.at(-1);
    if (top === undefined) return [];
    return [...this.#steps._map].flatMap(([id, item]) =>
      !item.deleted && Y.isDeleted(top.insertions, item.id) ? [id] : [],
    );
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const ownProperties = new Set<PropertyKey>(['restore', '_yTiptapDocDestroyListeners']);

/** Forwards to the manager, keeps an editor's listeners and marks to itself, and turns `destroy` into removing those. */
function undoFacade(manager: Y.UndoManager): Y.UndoManager {
  const removals: (() => void)[] = [];
  const own = new Map<PropertyKey, unknown>();
  const on: Y.UndoManager['on'] = (name, listener) => {
    removals.push(() => manager.off(name, listener));
    return manager.on(name, listener);
  };
  const destroy = () => removals.splice(0).forEach((remove) => remove());
  return new Proxy(manager, {
    get(target, key) {
      if (key === 'destroy') return destroy;
      if (key === 'on') return on;
      if (ownProperties.has(key)) return own.get(key);
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
    set(target, key, value: unknown) {
      if (ownProperties.has(key)) own.set(key, value);
      else Reflect.set(target, key, value);
      return true;
    },
  });
}
