import { AppError } from '@daihon/shared/errors';
import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { sampleFindings } from '@daihon/shared/sample/findings';
import { check, hasErrors } from '@daihon/shared/script/check';
import type { Outgoing } from '@daihon/shared/script/outgoing/holdBack';
import { placeFindings } from '@daihon/shared/script/outgoing/placeFindings';
import { Script } from '@daihon/shared/script/schema';
import { defaultSettings } from '@daihon/shared/settings';
import type { Settings } from '@daihon/shared/settings';
import type { Finding } from '@daihon/shared/version';
import { now } from '../../platform/clock.ts';
import { publicHolidays } from '../../platform/publicHolidays.ts';
import { listSamples } from '../../store/samples.ts';
import { findSettings } from '../../store/tenants.ts';
import { calledParts } from '../calledParts.ts';
import { checkContext } from '../checkContext.ts';
import type { Ports } from '../context.ts';

/** A draft, what is published of its script, and what would go out. */
export interface Publication {
  draft: Script;
  published: Script | null;
  outgoing: Outgoing;
}

/**
 * What stands in the way of publishing, and what is worth a look: the checks, the tenant's wording, and the sample callers that
 * would leave their saved path. Pointers lead into the draft; what comes from a step that is held back says so.
 */
export async function findingsOf(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  { draft, published, outgoing }: Publication,
): Promise<Finding[]> {
  const found = await findingsOfScript(ports, tenantId, scriptId, outgoing.script);
  if (outgoing.script === draft) return found;
  const own = await findingsOfScript(ports, tenantId, scriptId, draft);
  return placeFindings(found, { draft, published, outgoing: outgoing.script }, () => own);
}

async function findingsOfScript(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  script: Script,
): Promise<Finding[]> {
  // The draft is the clients' work: nothing that is outside the schema's allow list may become a version.
  const shape = Script.safeParse(script);
  if (!shape.success) {
    return shape.error.issues.map((issue) => ({
      code: 'schema',
      severity: 'error' as const,
      stepId: stepAt(script, issue.path),
      message: issue.message,
      pointer: issue.path.map((part) => `/${String(part)}`).join(''),
    }));
  }
  const settings = (await findSettings(tenantId)) ?? defaultSettings;
  const found = check(
    shape.data,
    await checkContext(ports, tenantId, { scriptId, script: shape.data, settings }),
  );
  const strayed = await samplesOf(ports, tenantId, { scriptId, script: shape.data, settings });
  return [...found, ...strayed].sort((a, b) => rank(a) - rank(b));
}

async function samplesOf(
  { timeZone }: Ports,
  tenantId: string,
  { scriptId, script, settings }: { scriptId: string; script: Script; settings: Settings },
): Promise<Finding[]> {
  const samples = await listSamples(tenantId, scriptId);
  if (samples.length === 0) return [];
  const parts = await calledParts(tenantId, script);
  const root = { scriptId, version: 1, script };
  const at = now().toISOString();
  const holidays = publicHolidays(now());
  const surroundings = surroundingsOf(
    { timeZone, holidays, calendar: settings.calendar, tax: settings.tax },
    at,
  );
  return sampleFindings(root, samples, { at, surroundings, part: (id) => parts.get(id) ?? null });
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1;
}

/** Throws `check_failed` with all findings when one of them is an error. */
export async function demandClean(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  publication: Publication,
): Promise<void> {
  const findings = await findingsOf(ports, tenantId, scriptId, publication);
  if (hasErrors(findings)) {
    throw new AppError('check_failed', undefined, { members: { findings } });
  }
}

function stepAt(script: Script, path: readonly PropertyKey[]): string | null {
  const [room, index] = path;
  return room === 'steps' && typeof index === 'number' ? (script.steps[index]?.id ?? null) : null;
}
