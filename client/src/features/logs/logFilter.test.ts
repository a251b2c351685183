import { describe, expect, it } from 'vitest';
import { queryOf, readAsk, writeAsk } from './logFilter.ts';

const read = (address: string) => readAsk(new URLSearchParams(address));
const now = new Date('2026-11-24T16:30:00Z');

describe('the filter of the logs', () => {
  it('comes back from its own address', () => {
    const ask = read(
      'log=admin&period=custom&from=2026-11-24T09:00&to=2026-11-24T18:00&loginId=sv1@sakura.example&q=解約',
    );
    expect(readAsk(writeAsk(ask))).toEqual(ask);
  });
  it('reads clock times as those of Japan', () => {
    const query = queryOf(read('period=custom&from=2026-11-24T09:00&to=2026-11-24T18:00'), now);
    expect(query.get('from')).toBe('2026-11-24T09:00:00+09:00');
    expect(query.get('to')).toBe('2026-11-24T18:00:00+09:00');
  });
  it('starts today at midnight in Japan, where it is already tomorrow', () => {
    expect(queryOf(read('period=today'), now).get('from')).toBe('2026-11-25T00:00:00+09:00');
  });
  it('leaves a half-typed time out', () => {
    expect([...queryOf(read('period=custom&from=2026-1'), now)]).toEqual([]);
  });
  it('does not keep custom times that no longer apply', () => {
    expect(writeAsk({ ...read('period=custom&from=2026-11-24T09:00'), period: 'all' }).toString()).toBe(
      'log=access',
    );
  });
  it('opens the access log when the address names none that exists', () => {
    expect(read('log=secrets').name).toBe('access');
  });
  it('looks for a login ID whatever its case', () => {
    expect(queryOf(read('loginId= SV1@Sakura.example'), now).get('loginId')).toBe('sv1@sakura.example');
  });
});
