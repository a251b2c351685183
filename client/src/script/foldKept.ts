import type { DiffOp } from '@daihon/shared/version';

const linesBeside = 2;

/** Long stretches that stayed, cut down to the lines beside what changed; `…` stands for the rest. */
export function foldKept(ops: readonly DiffOp[]): readonly DiffOp[] {
  if (ops.every(([kind]) => kind === '=')) return ops;
  return ops.map((op, index): DiffOp => {
    const lines = op[1].split('\n');
    const head = index === 0 ? 0 : linesBeside;
    const tail = index === ops.length - 1 ? 0 : linesBeside;
    // A mark in the place of a single line would save nothing.
    if (op[0] !== '=' || lines.length <= head + tail + 1) return op;
    return ['=', [...lines.slice(0, head), '…', ...lines.slice(lines.length - tail)].join('\n')];
  });
}
