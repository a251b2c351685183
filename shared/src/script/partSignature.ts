import type { FieldType, PlaceholderType, Script } from './schema.ts';

/** What a called script says of itself to its callers (SPEC 17). */
export interface PartSignature {
  scriptId: string;
  title: string;
  /** The version that calls use now; null: only a draft so far, and this is what the draft says. */
  version: number | null;
  /** It was withdrawn or archived: calls cannot use it. */
  shut: boolean;
  /** The placeholders that callers hand in. */
  inputs: { key: string; label: string; type: PlaceholderType; fallback: string }[];
  /** The fields that callers are handed back, each once. */
  outputs: { key: string; label: string; type: FieldType; options: string[] | null }[];
  /** The scripts that it calls itself, directly or through others. */
  calls: string[];
}

/** What a script declares; who calls whom further down is not in it. */
export function declaredBy(script: Script): Pick<PartSignature, 'title' | 'inputs' | 'outputs'> {
  const inputs = script.placeholders
    .filter(({ input }) => input === true)
    .map(({ key, label, type, fallback }) => ({ key, label: label === '' ? key : label, type, fallback }));
  const outputs = new Map<string, PartSignature['outputs'][number]>();
  for (const field of script.steps.flatMap((step) => step.fields)) {
    const { key, label, type, options, output } = field;
    if (output !== true || outputs.has(key)) continue;
    const values = options === undefined ? null : options.map(({ value }) => value);
    outputs.set(key, { key, label: label === '' ? key : label, type, options: values });
  }
  return { title: script.title, inputs, outputs: [...outputs.values()] };
}

/** The scripts that the steps of a script call, each once. */
export function callsOf(script: Pick<Script, 'steps'>): string[] {
  const called = script.steps.flatMap(({ kind, jump }) =>
    kind !== 'jump' || jump === null ? [] : [jump.scriptId],
  );
  return [...new Set(called)];
}
