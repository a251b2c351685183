import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePolicy } from '../../../wire/policy.ts';
import { useEditor, useScriptPart } from '../session/context.ts';
import { useOtherScripts } from '../session/useOtherScripts.ts';
import { useParts } from '../session/useParts.ts';
import { usePublished } from '../session/usePublished.ts';
import { callsOf, loadParts } from '../trial/parts.ts';
import { useSamples } from '../trial/useSamples.ts';
import { useFindingsStore } from './useFindings.ts';

/** Keeps the checks told of what they go by beside the draft: other scripts, the tenant's policy, the sample callers. */
export function ChecksFeed() {
  const store = useFindingsStore();
  const { session } = useEditor();
  const calls = useScriptPart((script) => callsOf(script).join(' '));
  const others = useOtherScripts(calls !== '');
  const policy = usePolicy();
  const samples = useSamples();
  const { data: parts } = useQuery({
    queryKey: ['scripts', 'callable', 'parts', calls],
    queryFn: () => loadParts(calls.split(' ')),
    enabled: calls !== '' && samples.length > 0,
    staleTime: 60_000,
  });
  const holds = useScriptPart((script) => script.steps.some(({ hold }) => hold));
  const version = usePublished(holds);
  const published = version === null || version === 'unknown' ? version : version.script;
  const signatures = useParts(calls === '' ? [] : calls.split(' ').filter((id) => id !== session.scriptId));
  useEffect(() => {
    store.setWorld({
      published,
      scriptIds: others?.map(({ id }) => id) ?? null,
      publishedIds:
        others?.flatMap(({ id, publishedVersion }) => (publishedVersion === null ? [] : id)) ?? null,
      signatures: [...signatures.values()],
      policy: policy ?? null,
      // A part that is still on its way is no reason for a path to be broken.
      samples: calls !== '' && parts === undefined ? [] : samples,
      parts: parts ?? [],
      surroundings: policy === undefined ? null : surroundingsOf(policy, new Date().toISOString()),
    });
  }, [store, published, others, policy, samples, parts, signatures, calls]);
  return null;
}
