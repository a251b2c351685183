import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';

/** Writes as fast as it can and prints what has been acknowledged, until it is killed. */
const [dataDir = '', round = '0'] = process.argv.slice(2);
const store = await startEmbedded({ dataDir, log: () => undefined });
const client = new MongoClient(store.uri);
const rows = client.db().collection<{ _id: string; round: number; n: number; changed: number }>('rows');
await rows.createIndexes([{ key: { round: 1, n: -1 } }, { key: { n: 1, round: 1 }, unique: true }]);
process.stdout.write('ready\n');

const writer = async (worker: number): Promise<never> => {
  for (let n = worker; ; n += 8) {
    const _id = `${round}-${n}`;
    await rows.insertOne({ _id, round: Number(round), n, changed: 0 });
    process.stdout.write(`i ${_id}\n`);
    if (n % 3 !== 0) continue;
    await rows.updateOne({ _id }, { $inc: { changed: 1 } });
    process.stdout.write(`u ${_id}\n`);
  }
};
await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer));
