import { replay } from '@daihon/shared/sample/replay';
import type { Replay } from '@daihon/shared/sample/replay';
import { sampleFindings } from '@daihon/shared/sample/findings';
import type { Sample } from '@daihon/shared/sample/sample';
import type { Surroundings } from '@daihon/shared/calendar/surroundings';
import { check } from '@daihon/shared/script/check';
import type { PartSignature } from '@daihon/shared/script/partSignature';
import { holdBack } from '@daihon/shared/script/outgoing/holdBack';
import { placeFindings } from '@daihon/shared/script/outgoing/placeFindings';
import type { Script, Step } from '@daihon/shared/script/schema';
import type { WalkScript } from '@daihon/shared/script/walk/state';
import type { Policy } from '@daihon/shared/settings';
import type { Finding } from '@daihon/shared/version';

/** What is known outside of the draft. */
export interface CheckWorld {
  /** The current version, for what a step on hold goes out as; null: never published. */
  published: Script | null | 'unknown';
  scriptIds: string[] | null;
  publishedIds: string[] | null;
  /** What the called scripts declare, as far as it is known. */
  signatures: readonly PartSignature[];
  policy: Policy | null;
  samples: readonly Sample[];
  parts: readonly WalkScript[];
  surroundings: Surroundings | null;
}

/** The draft since the last ask: only the steps that changed come along. */
export interface CheckAsk {
  ask: number;
  scriptId: string;
  head: Omit<Script, 'steps'>;
  order: readonly string[];
  changed: readonly Step[];
  /** Null: as before. */
  world: CheckWorld | null;
}

export type SampleResult = Replay['deviation'];

export interface CheckAnswer {
  ask: number;
  findings: Finding[];
  samples: [sampleId: string, result: SampleResult][];
}

let steps = new Map<string, Step>();
let world: CheckWorld = {
  published: 'unknown',
  scriptIds: null,
  publishedIds: null,
  signatures: [],
  policy: null,
  samples: [],
  parts: [],
  surroundings: null,
};

self.onmessage = ({ data }: MessageEvent<CheckAsk>) => {
  world = data.world ?? world;
  for (const step of data.changed) steps.set(step.id, step);
  const present = data.order.flatMap((id) => steps.get(id) ?? []);
  steps = new Map(present.map((step) => [step.id, step]));
  self.postMessage(answer(data, { ...data.head, steps: present }));
};

/** The findings of what would go out now, the same as at publishing. */
function answer({ ask, scriptId }: CheckAsk, draft: Script): CheckAnswer {
  const { published } = world;
  if (published === 'unknown') return { ask, ...found(scriptId, draft) };
  const outgoing = holdBack(draft, published).script;
  const { findings, samples } = found(scriptId, outgoing);
  const scripts = { draft, outgoing, published };
  return { ask, samples, findings: placeFindings(findings, scripts, () => found(scriptId, draft).findings) };
}

function found(scriptId: string, script: Script): Omit<CheckAnswer, 'ask'> {
  const { scriptIds, publishedIds, signatures, policy, samples, surroundings } = world;
  const findings = check(script, {
    scriptId,
    parts: new Map(signatures.map((part) => [part.scriptId, part])),
    ...(scriptIds === null ? {} : { scriptIds: new Set(scriptIds) }),
    ...(publishedIds === null ? {} : { publishedIds: new Set(publishedIds) }),
    ...(policy === null ? {} : { wording: policy.wording, outcomes: policy.outcomes, pages: policy.pages }),
  });
  const parts = new Map(world.parts.map((part) => [part.scriptId, part]));
  const root = { scriptId, version: 1, script };
  const options = { at: new Date().toISOString(), surroundings, part: (id: string) => parts.get(id) ?? null };
  return {
    findings: [...findings, ...sampleFindings(root, samples, options)],
    samples: samples.map(({ id, run }) => [id, replay(root, run, options).deviation]),
  };
}
