import mongoose, { Schema } from 'mongoose';
import { now, randomId } from '../platform/clock.ts';
import { tenantScoped } from './tenantScope.ts';

/** Which account may write with a Yjs client id in a draft; the first that writes owns it for good. */
export interface DraftClient {
  scriptId: string;
  client: number;
  accountId: string;
}

interface Row extends DraftClient {
  _id: string;
  tenantId: string;
  at: Date;
}

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    client: { type: Number, required: true },
    accountId: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'draft_clients' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, client: 1 }, { unique: true });

const Clients = mongoose.model<Row>('DraftClient', schema);

export async function readClients(tenantId: string, scriptId: string): Promise<DraftClient[]> {
  return Clients.find({ tenantId, scriptId }, { _id: 0, scriptId: 1, client: 1, accountId: 1 }).lean();
}

/** Takes client ids for their accounts; may be repeated. Throws when one belongs to another account. */
export async function claimClients(tenantId: string, claims: readonly DraftClient[]): Promise<void> {
  for (const { scriptId, client, accountId } of claims) {
    const row = await Clients.findOneAndUpdate(
      { tenantId, scriptId, client },
      { $setOnInsert: { _id: randomId(), accountId, at: now() } },
      { upsert: true, returnDocument: 'after' },
    ).lean();
    if (row.accountId !== accountId) throw new Error('the client id belongs to another account');
  }
}
