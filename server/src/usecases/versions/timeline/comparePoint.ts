import { diffScripts } from '@daihon/shared/script/diff';
import type { Reader } from '@daihon/shared/script/diff/voice';
import type { PointDiff } from '@daihon/shared/wire/points';
import { record } from '../../../store/auditLog.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { diffReader } from '../../diffReader.ts';
import { demandHistory } from '../versionView.ts';
import { statesOf } from './draftState.ts';
import { demandPoint, pointView } from './pointView.ts';

/** What differs from a point of the timeline to the draft as it stands. */
export async function comparePoint(
  ports: Ports,
  context: Context,
  { scriptId, pointId }: { scriptId: string; pointId: string },
  language: Reader['language'] | null,
): Promise<PointDiff> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'draft.read');
  const script = await demandHistory(tenantId, scriptId);
  const point = await demandPoint(ports, tenantId, scriptId, pointId);
  const draft = await ports.drafts.read(tenantId, scriptId);
  const reader = await diffReader(tenantId, language, [point.script, draft]);
  const steps = diffScripts(point.script, draft, reader);
  const target = { type: 'script', id: scriptId, label: script.title };
  const detail = { point: pointId };
  await record([auditNote(context, 'operation', { action: 'point.compare', target, scriptId, detail })]);
  const changed = steps.map(({ id }) => id);
  return { point: pointView(point.head), steps, ...statesOf(draft, changed) };
}
