import { z } from 'zod';
import type { Script } from '../script/schema.ts';
import { Script as ScriptSchema } from '../script/schema.ts';
import { unreadable } from './assemble.ts';
import type { ReadFile, ReadingOptions, WrittenFile } from './assemble.ts';
import { Problems, quoted } from './problem.ts';

const Whole = z.object({ schema: z.number(), steps: z.array(z.unknown()) });

/**
 * A Script document, or a version that holds one. Ids are kept: the same document comes out, with the same hash. What it names
 * that is not of this tenant is taken out and said. `value`: parsed JSON, its depth already limited.
 */
export function readScriptJson(value: unknown, options: ReadingOptions): ReadFile {
  const problems = new Problems();
  const { document, examplesLeftOut } = opened(isHolder(value) ? value.script : value);
  const whole = Whole.safeParse(document);
  if (!whole.success) problems.error('not_a_script');
  else if (whole.data.schema > 1) problems.error('newer_schema');
  else if (whole.data.steps.length > 1_000) problems.error('too_many_steps', { values: { most: '1000' } });
  if (problems.list.length > 0) return unreadable(problems);
  const parsed = ScriptSchema.safeParse(document);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues.slice(0, 50)) {
      problems.error('bad_value', { column: `/${path.map(String).join('/')}`, values: { detail: message } });
    }
    return unreadable(problems);
  }
  const doubled = doubledId(parsed.data);
  if (doubled !== null) problems.error('duplicate_id', { values: { id: doubled } });
  if (parsed.data.steps.length === 0) problems.error('no_steps');
  if (problems.list.length > 0) return unreadable(problems);
  const script = withKnownReferences(parsed.data, options, problems);
  return { script, problems: problems.list, examplesLeftOut };
}

const Opened = z.looseObject({ examplesLeftOut: z.literal(true) });

/** The document without what the file says of itself beside it. */
function opened(value: unknown): { document: unknown } & WrittenFile {
  const found = Opened.safeParse(value);
  if (!found.success) return { document: value, examplesLeftOut: false };
  const { examplesLeftOut, ...document } = found.data;
  return { document, examplesLeftOut };
}

function isHolder(value: unknown): value is { script: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'script') &&
    !Object.hasOwn(value, 'steps')
  );
}

/** The first id or key that stands twice where it must stand once; a draft could hold only one of the two. */
function doubledId({ steps, groups, interrupts, placeholders }: Script): string | null {
  const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);
  const lists = [
    ids(steps),
    ids(groups),
    ids(interrupts),
    placeholders.map(({ key }) => key),
    ...steps.flatMap((step) => [ids(step.choices), ids(step.fields), ids(step.gates)]),
  ];
  return (
    lists
      .map((list) => list.find((id, index) => list.indexOf(id) !== index))
      .find((id) => id !== undefined) ?? null
  );
}

function withKnownReferences(script: Script, { calls }: ReadingOptions, problems: Problems): Script {
  const steps = new Set(script.steps.map(({ id }) => id));
  const groups = new Set(script.groups.map(({ id }) => id));
  const known = new Set(calls.map(({ id }) => id));
  const to = (id: string | null): string | null => {
    if (id === null || steps.has(id)) return id;
    problems.warn('unknown_target', { values: { target: quoted(id) } });
    return null;
  };
  return {
    ...script,
    start: script.start !== null && steps.has(script.start) ? script.start : (script.steps[0]?.id ?? null),
    interrupts: script.interrupts.map((interrupt) => ({ ...interrupt, to: to(interrupt.to) })),
    steps: script.steps.map((step) => {
      const called = step.jump === null || known.has(step.jump.scriptId);
      if (!called) {
        const values = { title: quoted(step.title), script: quoted(step.jump?.scriptId ?? '') };
        problems.warn('unknown_script', { values });
      }
      return {
        ...step,
        group: step.group !== null && groups.has(step.group) ? step.group : null,
        choices: step.choices.map((choice) => ({ ...choice, to: to(choice.to) })),
        jump: called ? step.jump : null,
      };
    }),
  };
}
