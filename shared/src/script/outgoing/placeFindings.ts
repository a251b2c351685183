import type { Finding } from '../../version.ts';
import type { Script } from '../schema.ts';
import { nameOf } from '../check/report.ts';

interface Scripts {
  draft: Script;
  /** What goes out of it (holdBack). */
  outgoing: Script;
  published: Script | null;
}

/**
 * The findings of what goes out, with pointers into the draft, where people mend them. Those that the draft by itself does not
 * have come from steps that are held back, and name them. `ofDraft` gives the findings of the draft; asked only where it counts.
 */
export function placeFindings(
  findings: readonly Finding[],
  scripts: Scripts,
  ofDraft: () => readonly Finding[],
): Finding[] {
  const { draft } = scripts;
  const held = draft.steps.filter(({ hold }) => hold).map(({ id }) => id);
  if (held.length === 0) return [...findings];
  const own = new Set(ofDraft().map(keyOf));
  return findings.map((finding) => {
    const placed = placeOf(finding, scripts);
    if (held.includes(finding.stepId ?? '')) {
      // What is written there now is not what goes out: its words cannot be mended in place.
      const { words: _, ...rest } = placed;
      return { ...rest, held: namesOf([finding.stepId ?? ''], scripts) };
    }
    if (own.has(keyOf(finding))) return placed;
    return { ...placed, held: namesOf(causesOf(placed, draft, held), scripts) };
  });
}

/** What a finding is about, wherever its step stands. */
function keyOf({ code, stepId, values, words }: Finding): string {
  return JSON.stringify([code, stepId, values ?? {}, words?.part, words?.item, words?.quote]);
}

/** The held steps that a finding of another place comes from: what is led to from there, otherwise any. */
function causesOf({ stepId, pointer }: Finding, draft: Script, held: readonly string[]): readonly string[] {
  const interrupt = /^\/interrupts\/(\d+)/u.exec(pointer)?.[1];
  const targets =
    stepId !== null
      ? (draft.steps.find(({ id }) => id === stepId)?.choices ?? []).map(({ to }) => to)
      : interrupt === undefined
        ? [draft.start]
        : [draft.interrupts[Number(interrupt)]?.to ?? null];
  const led = held.filter((id) => targets.includes(id));
  return led.length === 0 ? held : led;
}

function namesOf(ids: readonly string[], { draft, published }: Scripts): Finding['held'] {
  const before = new Set(published?.steps.map(({ id }) => id));
  return draft.steps
    .filter(({ id }) => ids.includes(id))
    .map((step) => ({ id: step.id, title: nameOf(step), published: before.has(step.id) }));
}

/** The pointer of the same thing in the draft; of a held step, the step as a whole. */
function placeOf(finding: Finding, { draft, outgoing }: Scripts): Finding {
  const [, root, index, part, item, ...rest] = finding.pointer.split('/');
  if (root === 'interrupts') {
    const at = indexIn(draft.interrupts, outgoing.interrupts[Number(index)]?.id);
    return at === null ? finding : { ...finding, pointer: join([root, at, part, item, ...rest]) };
  }
  const out = root === 'steps' ? outgoing.steps[Number(index)] : undefined;
  const at = indexIn(draft.steps, out?.id);
  const step = at === null ? undefined : draft.steps[at];
  if (out === undefined || step === undefined) return finding;
  if (step.hold) return { ...finding, pointer: join(['steps', at]) };
  const choice = part === 'choices' && item !== undefined ? out.choices[Number(item)]?.id : undefined;
  const place = choice === undefined ? item : (indexIn(step.choices, choice) ?? item);
  return { ...finding, pointer: join(['steps', at, part, place, ...rest]) };
}

function indexIn(items: readonly { id: string }[], id: string | undefined): number | null {
  const index = items.findIndex((item) => item.id === id);
  return id === undefined || index === -1 ? null : index;
}

function join(parts: readonly (string | number | null | undefined)[]): string {
  return parts.flatMap((part) => (part == null ? [] : [`/${part}`])).join('');
}
