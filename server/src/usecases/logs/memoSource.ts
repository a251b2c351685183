import { maskCards } from '@daihon/shared/guard/numbers';
import { z } from 'zod';
import type { CallRecord } from '../../store/calls.ts';
import { listCalls } from '../../store/calls.ts';
import { findAccountByLoginId } from '../../store/accounts.ts';
import { findSettings } from '../../store/tenants.ts';
import { findScriptTitles } from '../../store/scriptLists.ts';
import { loginIdsOf } from './loginIds.ts';
import type { Candidate } from './collectPart.ts';
import { collectPart } from './collectPart.ts';
import type { LogSource } from './logSource.ts';

const Key = z.tuple([z.number(), z.string()]);
type Key = z.infer<typeof Key>;

/** The response memos (応対メモ): one row per call, by the time it began. */
export const memoSource: LogSource = async (tenantId, filter, cursor, limit) => {
  const account = filter.loginId === undefined ? null : await findAccountByLoginId(filter.loginId);
  const nobody = filter.loginId !== undefined && account?.tenantId !== tenantId;
  if (nobody) return { rows: [], next: null };
  const outcomes = (await findSettings(tenantId))?.outcomes ?? [];
  const names = new Map(outcomes.map(({ code, label }) => [code, label]));
  return collectPart<Key>(filter, cursor, limit, {
    parseKey: (value) => Key.safeParse(value).data ?? null,
    fetch: async (after, count) => {
      const calls = await listCalls(tenantId, {
        ...(account === null ? {} : { accountId: account.id }),
        ...(filter.scriptId === undefined ? {} : { scriptId: filter.scriptId }),
        ...(filter.from === undefined ? {} : { from: new Date(filter.from) }),
        ...(filter.to === undefined ? {} : { to: new Date(filter.to) }),
        before: after === null ? null : { startedAt: new Date(after[0]), id: after[1] },
        limit: count,
      });
      const logins = await loginIdsOf(
        tenantId,
        calls.map((call) => call.accountId),
      );
      const titles = await findScriptTitles(
        tenantId,
        calls.map((call) => call.scriptId),
      );
      return calls.map((call) =>
        candidate(call, {
          loginId: logins.get(call.accountId) ?? '',
          script: titles.get(call.scriptId) ?? call.scriptId,
          outcomeName: names.get(call.outcome ?? '') ?? '',
        }),
      );
    },
  });
};

interface Names {
  loginId: string;
  script: string;
  /** '' where the tenant's list has none. */
  outcomeName: string;
}

function candidate(call: CallRecord, { loginId, script, outcomeName }: Names): Candidate<Key> {
  const { id, accountId, scriptId, version, outcome, unverified, startedAt, endedAt } = call;
  // Memos from before the guard of numbers may hold some.
  const memo = maskCards(call.memo);
  return {
    key: [startedAt.getTime(), id],
    scriptId,
    text: `${memo}\n${outcome ?? ''} ${outcomeName}\n${script}`,
    row: {
      n: null,
      at: startedAt.toISOString(),
      actor: { id: accountId, loginId },
      action: endedAt === null ? 'call.open' : 'call.ended',
      target: { type: 'call', id, label: script },
      result: 'ok',
      address: '',
      detail: {
        script,
        scriptId,
        version,
        callId: id,
        outcome,
        ...(outcomeName === '' ? {} : { outcomeName }),
        memo,
        ...(unverified === null ? {} : { unverified: unverified.why, stepId: unverified.stepId }),
        endedAt: endedAt?.toISOString() ?? null,
      },
    },
  };
}
