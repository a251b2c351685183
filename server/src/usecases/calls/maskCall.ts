import type { Actor } from '@daihon/shared/access';
import type { Aside, Call, FieldValue, SaveCall } from '@daihon/shared/call';
import { maskedValues } from '@daihon/shared/script/mask/maskedValues';
import { looksMasked, maskText } from '@daihon/shared/script/mask/maskText';
import { maskOfName, masksOf } from '@daihon/shared/script/mask/masksOf';
import type { Mask } from '@daihon/shared/script/schema';
import type { CallRecord } from '../../store/calls.ts';
import { readVersionScript } from '../../store/versions.ts';
import { callView } from './callView.ts';
import { pinnedVersions } from './pinnedVersions.ts';

/** The agent's own running call as it is, to go on with; any other with its masked values hidden. */
export async function shownCall(actor: Actor, call: CallRecord): Promise<Call> {
  if (call.accountId === actor.accountId && call.endedAt === null) return callView(call);
  return callView(hidden(call, await maskFinder(actor.tenantId)(call)));
}

/** Calls for a list: none of their masked values leaves the server. */
export function hiddenCalls(tenantId: string, calls: readonly CallRecord[]): Promise<Call[]> {
  const find = maskFinder(tenantId);
  return Promise.all(calls.map(async (call) => callView(hidden(call, await find(call)))));
}

/** A save that brings back what was shown masked leaves the value as it is: no screen can write over what it has not seen. */
export async function keepHidden(tenantId: string, call: CallRecord, ask: SaveCall): Promise<SaveCall> {
  const brought = [...Object.values(ask.fields ?? {}), ...Object.values(ask.placeholders ?? {})];
  if (!brought.some(looksMasked)) return ask;
  const mask = await maskFinder(tenantId)(call);
  return {
    ...ask,
    ...(ask.fields && { fields: kept(ask.fields, call.fields, mask) }),
    ...(ask.placeholders && { placeholders: kept(ask.placeholders, call.placeholders, mask) }),
  };
}

type MaskOf = (name: string) => Mask | undefined;

/** Which names of a call are hidden. Each version is read once, however many calls ask for it. */
function maskFinder(tenantId: string): (call: CallRecord) => Promise<MaskOf> {
  const known = new Map<string, ReturnType<typeof readVersionScript>>();
  const read: typeof readVersionScript = (owner, scriptId, version) => {
    const key = `${scriptId}@${version}`;
    const script = known.get(key) ?? readVersionScript(owner, scriptId, version);
    known.set(key, script);
    return script;
  };
  return async (call) => {
    const values = [call, ...call.asides.map(({ state }) => state)];
    if (values.every(hasNone)) return () => undefined;
    const path = [...call.path, ...call.undone];
    const versions = await pinnedVersions(tenantId, { ...call, path }, read);
    // What cannot be looked up is not shown.
    if (versions?.some(({ scriptId }) => scriptId === call.scriptId) !== true) return () => 'all';
    const masks = masksOf(versions.map(({ script }) => script));
    return (name) => maskOfName(masks, name);
  };
}

function hasNone({ fields = {}, placeholders = {} }: Aside['state']): boolean {
  return Object.keys(fields).length + Object.keys(placeholders).length === 0;
}

function hidden(call: CallRecord, maskOf: MaskOf): CallRecord {
  const { fields, placeholders } = call;
  const asides = call.asides.map((aside) => ({ ...aside, state: hiddenState(aside.state, maskOf) }));
  return {
    ...call,
    fields: maskedValues(fields, maskOf),
    placeholders: maskedValues(placeholders, maskOf),
    asides,
  };
}

function hiddenState(state: Aside['state'], maskOf: MaskOf): Aside['state'] {
  const { fields, placeholders } = state;
  return {
    ...state,
    ...(fields && { fields: maskedValues(fields, maskOf) }),
    ...(placeholders && { placeholders: maskedValues(placeholders, maskOf) }),
  };
}

function kept<T extends FieldValue>(
  values: Readonly<Record<string, T>>,
  stored: Readonly<Record<string, T>>,
  maskOf: MaskOf,
): Record<string, T> {
  const brought = ([name, value]: [string, T]): [string, T] => {
    const mask = maskOf(name);
    const present = stored[name];
    const same = mask !== undefined && present !== undefined && maskText(present, mask) === value;
    return [name, same ? present : value];
  };
  return Object.fromEntries(Object.entries(values).map(brought));
}
