import mongoose from 'mongoose';
import { logger } from '../platform/logger.ts';
import { forgetHeads } from './auditChain.ts';
import { startEmbedded } from './embedded/start.ts';

export interface StorePlace {
  /** A MongoDB deployment; null: the embedded store in `dataDir`. */
  uri: string | null;
  dataDir: string;
}

export interface StoreConnection {
  embedded: boolean;
  ready(): boolean;
  close(): Promise<void>;
}

/** Opens mongoose's default connection: majority, journalled writes, strict queries, indexes made before it resolves. */
export async function connectStore(place: StorePlace): Promise<StoreConnection> {
  const embedded = place.uri === null ? await openEmbedded(place.dataDir) : null;
  const uri = embedded?.uri ?? place.uri ?? '';
  // The chains of a store that this process had open before are not those of this one.
  forgetHeads();
  mongoose.set('strictQuery', 'throw');
  // An operator in a filter works only inside `mongoose.trusted({ $gt: n })`: what came from outside cannot become one.
  mongoose.set('sanitizeFilter', true);
  try {
    await mongoose.connect(uri, {
      autoIndex: false,
      autoCreate: false,
      writeConcern: { w: 'majority', journal: true },
      retryWrites: true,
      promoteBuffers: true,
      serverSelectionTimeoutMS: 10_000,
      ...(namesDatabase(uri) ? {} : { dbName: 'daihon' }),
      ...(embedded === null ? {} : { directConnection: true }),
    });
    await ensureIndexes();
  } catch (error) {
    await mongoose.disconnect();
    await embedded?.close();
    throw error;
  }
  return {
    embedded: embedded !== null,
    ready: () => mongoose.connection.readyState === mongoose.ConnectionStates.connected,
    close: async () => {
      await mongoose.disconnect();
      await embedded?.close();
    },
  };
}

/** Whether a MongoDB URI has a path: without one the driver would use `test`. */
function namesDatabase(uri: string): boolean {
  return /^mongodb(\+srv)?:\/\/[^/]+\/[^?]+/u.test(uri);
}

/** Makes the declared indexes of every registered model; never drops one. */
async function ensureIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) await model.createIndexes();
}

async function openEmbedded(dataDir: string): Promise<{ uri: string; close(): Promise<void> }> {
  const log = logger.child({ part: 'store' });
  return startEmbedded({
    dataDir,
    log: (level, message, detail) => log[level]({ detail }, message),
    // Without its store the process can only fail every request: it ends, for whoever watches over it to start it anew.
    onFailure: (error) => {
      log.fatal({ err: error }, 'the embedded store has failed, this process ends');
      process.exit(1);
    },
  });
}
