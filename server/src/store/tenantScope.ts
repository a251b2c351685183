import type { Aggregate, Query, Schema } from 'mongoose';

/**
 * Query option for the few look-ups that come before a tenant is known (sign-in by loginId, repair at start).
 * `Model.findOne({ loginId }).setOptions(acrossTenants)`.
 */
export const acrossTenants = { acrossTenants: true } as const;

/**
 * Mongoose plugin: every document carries `tenantId`, and a query or aggregation that does not fix it at its top level
 * throws before it reaches the database. A forgotten filter is then an error, not a leak.
 */
export function tenantScoped(schema: Schema): void {
  schema.add({ tenantId: { type: String, required: true, immutable: true } });
  schema.pre(
    [
      'find',
      'findOne',
      'findOneAndUpdate',
      'findOneAndDelete',
      'findOneAndReplace',
      'updateOne',
      'updateMany',
      'replaceOne',
      'deleteOne',
      'deleteMany',
      'countDocuments',
      'distinct',
    ],
    { query: true, document: false },
    function (this: Query<unknown, unknown>) {
      if (this.getOptions().acrossTenants === true) return;
      demandTenant(this.getFilter().tenantId, this.model.modelName);
    },
  );
  schema.pre('aggregate', function (this: Aggregate<unknown>) {
    const first: unknown = this.pipeline()[0];
    const match: unknown = isRecord(first) ? first.$match : null;
    demandTenant(isRecord(match) ? match.tenantId : null, 'an aggregation');
  });
  schema.pre('estimatedDocumentCount', function () {
    throw new Error('estimatedDocumentCount counts across tenants');
  });
}

function demandTenant(value: unknown, where: string): void {
  if (typeof value === 'string' && value !== '') return;
  throw new Error(`a query on ${where} does not name its tenant`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
