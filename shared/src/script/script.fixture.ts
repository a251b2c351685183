import { contentOf } from './contentText.ts';
import type { Choice, Field, Script, Step } from './schema.ts';

// Short ways to write scripts in tests.

/** A step with a line to say; an id that starts with `e` is an end with the outcome 受注. */
export function stepOf(
  id: string,
  patch: Partial<Omit<Step, 'say' | 'do'>> & { say?: string; do?: string } = {},
): Step {
  const { say = `${id}でございます。`, do: instruction = '', ...rest } = patch;
  const end = id.startsWith('e');
  return {
    id,
    kind: end ? 'end' : 'talk',
    title: `題${id}`,
    group: null,
    mustRead: false,
    hold: false,
    say: contentOf(say),
    do: contentOf(instruction),
    caution: contentOf(''),
    gates: [],
    fields: [],
    choices: [],
    jump: null,
    outcome: end ? '受注' : null,
    position: { x: 0, y: 0 },
    ...rest,
  };
}

/** Choices from `'s2'` or `['s2', 'when']`, with ids c1, c2 … */
export function to(...targets: (string | null | [string, string])[]): Choice[] {
  return targets.map((target, index) => {
    const [id, when] = Array.isArray(target) ? target : [target, null];
    return { id: `c${index + 1}`, label: `${id}へ`, to: id, when };
  });
}

export function fieldOf(key: string, patch: Partial<Field> = {}): Field {
  return {
    id: `f_${key.replaceAll('.', '_')}`,
    key,
    label: `項目${key}`,
    type: 'text',
    required: false,
    personal: false,
    ...patch,
  };
}

/** A script that starts at its first step. */
export function scriptOf(steps: Step[], patch: Partial<Script> = {}): Script {
  return {
    schema: 1,
    title: '受注',
    language: 'ja',
    start: steps[0]?.id ?? null,
    placeholders: [],
    groups: [],
    interrupts: [],
    steps,
    ...patch,
  };
}
