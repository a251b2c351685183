import { can } from '@daihon/shared/access';
import type { Call } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { findAccountByLoginId, findNames } from '../../store/accounts.ts';
import { findCall, listCalls as findCalls } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { hiddenCalls, shownCall } from './maskCall.ts';

/** One's own call, or, masked, any for those who may read calls; every look at another's is in the operation log. */
export async function readCall(context: Context, callId: string): Promise<Call> {
  const { actor } = context;
  const call = await findCall(actor.tenantId, callId);
  if (call === null) throw new AppError('not_found');
  if (call.accountId === actor.accountId) return shownCall(actor, call);
  if (!can(actor, 'call.read')) throw new AppError('not_found');
  const target = { type: 'call', id: callId, label: call.scriptId };
  await record([auditNote(context, 'operation', { action: 'call.read', target, scriptId: call.scriptId })]);
  const shown = await shownCall(actor, call);
  const name = (await findNames(actor.tenantId, [call.accountId])).get(call.accountId) ?? '';
  return { ...shown, agent: { id: call.accountId, name } };
}

export interface CallListAsk {
  openOnly: boolean;
  scriptId?: string;
  loginId?: string;
  version?: number;
  cursor: string | null;
  limit: number;
}

/**
 * Newest first: for agents their own, for those who may read calls everybody's, by agent and script; that look is in the operation log.
 * Masked throughout: a list needs no values. `openOnly`: those without an end. Throws `bad_input` for a cursor that this list did not give.
 */
export async function listCalls(context: Context, ask: CallListAsk): Promise<Page<Call>> {
  const { actor } = context;
  const everybodys = can(actor, 'call.read');
  if (!everybodys) authorise(actor, 'call.run');
  const accountId = everybodys ? await accountOf(actor.tenantId, ask.loginId) : actor.accountId;
  if (accountId === null) return { items: [], nextCursor: null };
  const calls = await findCalls(actor.tenantId, {
    ...(accountId === undefined ? {} : { accountId }),
    ...(ask.scriptId === undefined ? {} : { scriptId: ask.scriptId }),
    ...(ask.version === undefined ? {} : { version: ask.version }),
    openOnly: ask.openOnly,
    before: ask.cursor === null ? null : openCursor(ask.cursor),
    limit: ask.limit + 1,
  });
  const page = calls.slice(0, ask.limit);
  const last = calls.length > ask.limit ? page.at(-1) : undefined;
  if (everybodys) await noteList(context, ask, page.length);
  const shown = await hiddenCalls(actor.tenantId, page);
  return {
    items: everybodys ? await withAgents(actor.tenantId, shown) : shown,
    nextCursor: last === undefined ? null : `${last.startedAt.getTime()}.${last.id}`,
  };
}

async function withAgents(tenantId: string, calls: readonly Call[]): Promise<Call[]> {
  const names = await findNames(
    tenantId,
    calls.map(({ accountId }) => accountId),
  );
  return calls.map((call) => ({
    ...call,
    agent: { id: call.accountId, name: names.get(call.accountId) ?? '' },
  }));
}

/** Undefined: anybody's; null: nobody of this tenant has the login ID. */
async function accountOf(tenantId: string, loginId: string | undefined): Promise<string | null | undefined> {
  if (loginId === undefined) return undefined;
  const account = await findAccountByLoginId(loginId);
  return account?.tenantId === tenantId ? account.id : null;
}

function noteList(context: Context, ask: CallListAsk, items: number): Promise<void> {
  const { scriptId, loginId, version } = ask;
  const detail = { filter: { openOnly: ask.openOnly, scriptId, loginId, version }, items };
  return record([auditNote(context, 'operation', { action: 'call.list', target: null, detail })]);
}

function openCursor(cursor: string): { startedAt: Date; id: string } {
  const match = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/u.exec(cursor);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/cursor', detail: 'unknown cursor' }],
    });
  }
  return { startedAt: new Date(Number(match[1])), id: match[2] };
}
