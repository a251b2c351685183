import { compileCondition } from '../script/conditions.ts';
import { emptyContent, paragraphsOf, textOf } from '../script/contentText.ts';
import { findPlaceholders } from '../script/placeholders.ts';
import type { Choice, Field, Group, Placeholder, Script, Step, StepKind } from '../script/schema.ts';
import { stepRoles } from '../script/kinds.ts';
import { Script as ScriptSchema } from '../script/schema.ts';
import { layOut } from './layOut.ts';
import type { Problems } from './problem.ts';
import { quoted } from './problem.ts';
import type { ImportProblem } from './problem.ts';
import type { RawChoice, RawField, RawGroup, RawJump, RawScript, RawStep } from './raw.ts';
import { Targets } from './targets.ts';

/** A script of the tenant that a jump may call. */
export interface CalledScript {
  id: string;
  title: string;
}

export interface ReadingOptions {
  /** A new random id. */
  newId: () => string;
  /** The scripts that a jump may name. */
  calls: readonly CalledScript[];
  /** Where the file says no title: its name. */
  title: string;
  /** Where the file says no language. */
  language: Script['language'];
}

/** What a file says of itself besides its script. */
export interface WrittenFile {
  /** The examples of its placeholders were left out, for they may be personal data; missing ones were not deleted. */
  examplesLeftOut: boolean;
}

export interface ReadFile extends WrittenFile {
  /** Null: nothing can be made of it. Rows with errors are left out. */
  script: Script | null;
  problems: ImportProblem[];
}

/** Nothing can be made of the file. */
export function unreadable(problems: Problems): ReadFile {
  return { script: null, problems: problems.list, examplesLeftOut: false };
}

/** Puts a script together from what was read: ids kept when free, targets resolved, what is missing guessed and said. */
export function assemble(raw: RawScript, problems: Problems, options: ReadingOptions): ReadFile {
  const ids = new Set<string>();
  const newId = freshIds(ids, options.newId);
  const steps = raw.steps.map((step): NamedStep => ({ ...step, id: keepId(step.id, ids) ?? newId() }));
  if (steps.length === 0) {
    problems.error('no_steps');
    return unreadable(problems);
  }
  const groups = new Map(raw.groups.map((group): [RawGroup, Group] => [group, groupOf(group, ids, newId)]));
  const assembler: Assembler = {
    raw,
    problems,
    options,
    newId,
    groups,
    targets: new Targets(steps, problems),
  };
  const made = steps.map((step, index) => stepOf(assembler, step, steps[index + 1] ?? null));
  const script: Script = {
    schema: 1,
    title: (raw.title === '' ? options.title : raw.title).slice(0, 200),
    language: raw.language ?? options.language,
    start: (steps.find(({ start }) => start) ?? steps[0])?.id ?? null,
    placeholders: raw.placeholders.map(({ line: _, ...placeholder }) => placeholder),
    groups: [...groups.values()],
    interrupts: raw.interrupts.map((each) => {
      const { id, label, to } = choiceOf(assembler, each);
      return { id, label, to };
    }),
    steps: made,
  };
  const whole = layOut({
    ...script,
    placeholders: [...script.placeholders, ...missingPlaceholders(script, problems)],
  });
  return { script: sound(whole, problems), problems: problems.list, examplesLeftOut: raw.examplesLeftOut };
}

export type NamedStep = RawStep & { id: string };

interface Assembler {
  raw: RawScript;
  problems: Problems;
  options: ReadingOptions;
  newId: () => string;
  groups: ReadonlyMap<RawGroup, Group>;
  targets: Targets;
}

function stepOf(assembler: Assembler, step: NamedStep, next: NamedStep | null): Step {
  const { groups, newId, problems } = assembler;
  const choices = step.choices.map((choice) => choiceOf(assembler, choice));
  const leadsOn =
    assembler.raw.plain && step.kind === null && choices.length === 0 && next !== null && !isEnd(step);
  if (leadsOn)
    problems.warn('leads_on', {
      line: step.line,
      values: { title: quoted(step.title), next: quoted(next.title) },
    });
  const onwards: Choice[] = leadsOn
    ? [{ id: newId(), label: words(assembler).next, to: next.id, when: null }]
    : [];
  const jump = jumpOf(assembler, step);
  return {
    id: step.id,
    kind: step.kind ?? guessedKind(step, next === null),
    title: step.title,
    group: step.group === null ? null : (groups.get(step.group)?.id ?? null),
    mustRead: step.mustRead,
    hold: step.hold,
    say: step.say,
    do: step.do,
    caution: step.caution,
    gates: step.gates.map(({ id, label }) => ({ id: itemId(id, newId), label })),
    fields: fieldsOf(assembler, step),
    choices: [...choices, ...onwards],
    jump,
    ...(step.page === null || step.page === undefined ? {} : { page: step.page }),
    outcome: step.outcome,
    position: { x: 0, y: 0 },
  };
}

function words({ raw, options }: Assembler): { next: string } {
  return (raw.language ?? options.language) === 'ja' ? { next: '次へ' } : { next: 'Next' };
}

/** What a step without a kind is, by what it holds. */
function guessedKind(step: RawStep, last: boolean): StepKind {
  if (step.outcome !== null || (step.choices.length === 0 && (last || isEnd(step)))) return 'end';
  if (step.jump !== null) return 'jump';
  if (step.fields.length > 0) return 'form';
  return step.choices.length > 1 ? 'question' : 'talk';
}

function isEnd({ title, outcome, choices }: RawStep): boolean {
  return (
    outcome !== null ||
    (choices.length === 0 && /終話|終了|クロージング|\b(end|close|closing|goodbye)\b/iu.test(title))
  );
}

function choiceOf({ targets, newId }: Assembler, { id, label, to, when, line }: RawChoice): Choice {
  return { id: itemId(id, newId), label, to: to === null ? null : targets.find(to, line), when };
}

function fieldsOf({ newId, raw }: Assembler, step: NamedStep): Field[] {
  return step.fields.map(({ id, key, ...field }: RawField): Field => ({
    id: itemId(id, newId),
    key: key ?? freeKey(raw),
    ...field,
  }));
}

/** `field_1` and on: labels are no keys. */
function freeKey(raw: RawScript): string {
  const fields = raw.steps.flatMap((step) => step.fields);
  const known = new Set([...fields, ...raw.placeholders].map(({ key }) => key));
  let number = 1;
  while (known.has(`field_${number}`)) number += 1;
  const key = `field_${number}`;
  const nameless = fields.find((field) => field.key === null);
  if (nameless !== undefined) nameless.key = key;
  return key;
}

function jumpOf({ options, problems }: Assembler, step: NamedStep): Step['jump'] {
  if (step.jump === null) return null;
  const { scriptId, title, ...handed }: RawJump = step.jump;
  const called =
    options.calls.find(({ id }) => id === scriptId) ??
    options.calls.find((script) => title !== '' && script.title === title);
  if (called === undefined) {
    const values = { title: quoted(step.title), script: quoted(title === '' ? (scriptId ?? '') : title) };
    problems.warn('unknown_script', { line: step.line, values });
    return null;
  }
  return { scriptId: called.id, ...handed };
}

/** `{{key}}` of texts that nothing defines: a table of one sheet has no place for their labels. */
function missingPlaceholders(script: Script, problems: Problems): Placeholder[] {
  const known = new Set([
    ...script.placeholders.map(({ key }) => key),
    ...script.steps.flatMap((step) => step.fields.map(({ key }) => key)),
  ]);
  const texts = script.steps.flatMap((step) => stepRoles.flatMap((role) => textOf(step[role])));
  const used = new Set(texts.flatMap((text) => findPlaceholders(text).uses.map(({ key }) => key)));
  return [...used]
    .filter((key) => !known.has(key))
    .map((key) => {
      problems.warn('placeholder_made', { values: { key } });
      return { key, label: key, type: 'text', example: '', fallback: '' };
    });
}

/** The last word is the schema's: nothing that it refuses leaves here. */
function sound(script: Script, problems: Problems): Script | null {
  const parsed = ScriptSchema.safeParse(script);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.slice(0, 20)) {
    problems.error('bad_value', {
      column: `/${issue.path.map(String).join('/')}`,
      values: { detail: issue.message },
    });
  }
  return null;
}

/** A condition that can be read; said otherwise, and null. */
export function readCondition(
  text: string,
  problems: Problems,
  at: { line: number; column?: string },
): string | null {
  const expression = text.trim();
  if (expression === '') return null;
  if (expression.length > 2_000) problems.error('too_long', { ...at, values: { most: '2000' } });
  else {
    const compiled = compileCondition(expression);
    if (!compiled.ok)
      problems.warn('bad_condition', {
        ...at,
        values: { condition: quoted(expression), detail: compiled.error },
      });
  }
  return expression.slice(0, 2_000);
}

/** Whether a step says nothing at all and leads nowhere. */
export function isBare(step: RawStep): boolean {
  const empty = stepRoles.every(
    (role) =>
      step[role] === emptyContent || paragraphsOf(step[role]).every(({ content }) => content === undefined),
  );
  return (
    empty && step.title === '' && step.choices.length === 0 && step.fields.length === 0 && step.jump === null
  );
}

function groupOf(group: RawGroup, ids: Set<string>, newId: () => string): Group {
  return {
    id:
      group.id !== null && isId(group.id) && !ids.has(`group ${group.id}`) ? claimed(group.id, ids) : newId(),
    title: group.title,
    ...(group.colour === null || group.colour === '' ? {} : { colour: group.colour }),
  };
}

function claimed(id: string, ids: Set<string>): string {
  ids.add(`group ${id}`);
  return id;
}

function keepId(id: string | null, ids: Set<string>): string | null {
  if (id === null || !isId(id) || ids.has(id)) return null;
  ids.add(id);
  return id;
}

function itemId(id: string | null, newId: () => string): string {
  return id !== null && isId(id) ? id : newId();
}

function freshIds(taken: Set<string>, newId: () => string): () => string {
  return () => {
    let id = newId();
    while (taken.has(id)) id = newId();
    taken.add(id);
    return id;
  };
}

export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/u.test(text);
}
