import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Collection } from 'mongodb';
import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';
import { randomFrom, seedFor } from '../support/random.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? (process.env.NIGHTLY === '1' ? 200 : 10));
const child = fileURLToPath(new URL('./store-kill.child.ts', import.meta.url));

interface RowDoc {
  _id: string;
  round: number;
  n: number;
  changed: number;
}

it(
  `loses no acknowledged write of the embedded store, killed ${rounds} times`,
  async () => {
    const random = randomFrom(seedFor('kill -9 of the embedded store'));
    const dataDir = mkdtempSync(join(tmpdir(), 'store-kill-'));
    const acknowledged = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1)
      await writeUntilKilled(dataDir, round, 10 + random.below(250), acknowledged);
    const store = await startEmbedded({ dataDir, log: () => undefined });
    const client = new MongoClient(store.uri);
    const rows = client.db().collection<RowDoc>('rows');
    await expectAll(rows, acknowledged);
    await expectSoundIndexes(rows);
    console.log(`${acknowledged.size} acknowledged inserts in ${rounds} rounds, none lost`);
    await client.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
  rounds * 10_000,
);

/** Lets the child write for a while after it is ready, then kills it, and notes what it had printed. */
async function writeUntilKilled(
  dataDir: string,
  round: number,
  afterMs: number,
  acknowledged: Map<string, number>,
): Promise<void> {
  const running = spawn(process.execPath, ['--import', 'tsx', child, dataDir, String(round)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  running.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const ready = new Promise<void>((resolve) => {
    running.stdout.on('data', (piece: Buffer) => {
      output += piece.toString();
      if (output.startsWith('ready')) resolve();
    });
  });
  const closed = new Promise<void>((resolve) => running.once('close', () => resolve()));
  await Promise.race([ready, closed]);
  await pause(afterMs); // the moment of the kill is the point of this test
  running.kill('SIGKILL');
  await closed;
  expect(errors).toBe('');
  // The last line may have been cut by the kill: what is not whole was not acknowledged to anybody.
  for (const line of output.slice(0, output.lastIndexOf('\n')).split('\n')) {
    const [kind, id = ''] = line.split(' ');
    if (kind === 'i') acknowledged.set(id, acknowledged.get(id) ?? 0);
    if (kind === 'u') acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1);
  }
}

async function expectAll(rows: Collection<RowDoc>, acknowledged: Map<string, number>): Promise<void> {
  const found = new Map((await rows.find().toArray()).map((row) => [row._id, row.changed]));
  const lost = [...acknowledged].filter(([id, changed]) => (found.get(id) ?? -1) < changed);
  expect(lost).toEqual([]);
  expect([...found.values()].every((changed) => changed <= 1)).toBe(true);
  expect(acknowledged.size).toBeGreaterThan(rounds);
}

/** Every index holds exactly the documents, and the counter agrees. */
async function expectSoundIndexes(rows: Collection<RowDoc>): Promise<void> {
  const ids = async (hint: object): Promise<string[]> =>
    (await rows.find({}, { hint: hint as Record<string, 1> }).toArray()).map(({ _id }) => _id).sort();
  const all = await ids({ $natural: 1 });
  for (const key of [{ _id: 1 }, { round: 1, n: -1 }, { n: 1, round: 1 }])
    expect(await ids(key)).toEqual(all);
  expect(await rows.estimatedDocumentCount()).toBe(all.length);
}
