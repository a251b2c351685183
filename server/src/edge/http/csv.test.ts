import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { LogRow } from '@daihon/shared/log';
import { neutralise } from '../../platform/neutralise.ts';
import { writeLogCsv } from './csv.ts';

function row(n: number, more: Partial<LogRow> = {}): LogRow {
  return {
    n,
    at: '2026-01-02T15:04:05.678Z',
    actor: { id: 'a', loginId: 'op1@sakura.example' },
    action: 'sign-in',
    target: null,
    result: 'ok',
    address: '203.0.113.7',
    detail: {},
    ...more,
  };
}

async function csvOf(rows: LogRow[], timeZone = 'Asia/Tokyo'): Promise<string> {
  const destination = new PassThrough();
  const options = { language: 'en', encoding: 'utf-8', timeZone } as const;
  const written = writeLogCsv(destination, 'access', one(rows), options);
  const whole = await text(destination);
  await written;
  return whole;
}

async function* one(rows: LogRow[]): AsyncIterable<LogRow> {
  await Promise.resolve();
  yield* rows;
}

describe('the CSV of a log', () => {
  it('writes times with the offset of the display zone', async () => {
    expect(await csvOf([row(1)])).toContain('"2026-01-03T00:04:05.678+09:00"');
    expect(await csvOf([row(1)], 'UTC')).toContain('"2026-01-02T15:04:05.678+00:00"');
  });

  it('keeps quotes, commas and line breaks inside their cell', async () => {
    const csv = await csvOf([row(1, { target: { type: 'script', id: 's', label: 'a"b,\r\nc' } })]);
    expect(csv).toContain('"script a""b,\r\nc (s)"');
  });

  it.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x', ' =1', '　＝1', '−1'])(
    'makes %j harmless',
    (value) => {
      expect(neutralise(value)).toBe(`'${value}`);
    },
  );

  it.each(['', 'a=1', '1-2', '台本', '090-1234-5678'])('leaves %j alone', (value) => {
    expect(neutralise(value)).toBe(value);
  });
});
