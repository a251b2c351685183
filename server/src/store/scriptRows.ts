import mongoose, { Schema } from 'mongoose';
import type { ScriptState } from '@daihon/shared/wire/http';
import { tenantScoped } from './tenantScope.ts';

/** Which version is current; derived from the releases and repaired at start, never the truth itself. */
export interface CurrentVersion {
  number: number;
  hash: string;
  at: Date;
  seq: number;
}

/** When and under which number of the tenant a script was withdrawn. */
export interface WithdrawalMark {
  seq: number;
  at: Date;
}

export interface ScriptRecord {
  id: string;
  /** Of the current version; before the first, the one it was made with. What the draft is called, only the draft says. */
  title: string;
  /** Which template it was made from (`order-ja`). */
  template: string | null;
  folder: string;
  labels: string[];
  state: ScriptState;
  published: CurrentVersion | null;
  /** Its latest withdrawal; it stands while no newer version is out. Derived, as `published` is. */
  withdrawn: WithdrawalMark | null;
  createdAt: Date;
  updatedAt: Date;
  /** Account that answers for it. */
  owner: string | null;
  review: Review;
  /** Rises with every change of the metadata: the entity tag. */
  revision: number;
  binned: { at: Date; by: string } | null;
}

/** When a script is to be looked through again. */
export interface Review {
  /** YYYY-MM-DD in Japan; null: not asked for. */
  due: string | null;
  everyMonths: number | null;
  /** When it was last looked through, and by whom. */
  at: Date | null;
  by: string | null;
}

/** As it is stored. */
export interface ScriptRow extends Omit<ScriptRecord, 'id' | 'owner' | 'review' | 'withdrawn'> {
  _id: string;
  tenantId: string;
  /** Missing in rows of before there were any. */
  owner?: string | null;
  review?: Review | null;
  withdrawn?: WithdrawalMark | null;
}

const schema = new Schema<ScriptRow>(
  {
    _id: String,
    title: { type: String, required: true },
    template: { type: String, default: null },
    folder: { type: String, default: '' },
    labels: { type: [String], required: true },
    state: { type: String, required: true },
    published: {
      type: new Schema<CurrentVersion>(
        { number: Number, hash: String, at: Date, seq: Number },
        { _id: false },
      ),
      default: null,
    },
    withdrawn: {
      type: new Schema<WithdrawalMark>({ seq: Number, at: Date }, { _id: false }),
      default: null,
    },
    owner: { type: String, default: null },
    review: {
      type: new Schema<Review>(
        {
          due: { type: String, default: null },
          everyMonths: { type: Number, default: null },
          at: { type: Date, default: null },
          by: { type: String, default: null },
        },
        { _id: false },
      ),
      default: null,
    },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    revision: { type: Number, required: true },
    binned: {
      type: new Schema<{ at: Date; by: string }>({ at: Date, by: String }, { _id: false }),
      default: null,
    },
  },
  { versionKey: false, collection: 'scripts', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, updatedAt: -1, _id: -1 });

export const Scripts = mongoose.model<ScriptRow>('Script', schema);

export const noReview: Review = { due: null, everyMonths: null, at: null, by: null };

/** The record of a row; parts that older rows lack are filled in. */
export function present(row: ScriptRow): ScriptRecord {
  const { _id, title, template, folder, labels, state, createdAt, updatedAt, revision } = row;
  const published = row.published === null ? null : { ...row.published };
  const withdrawn = row.withdrawn ? { ...row.withdrawn } : null;
  const binned = row.binned === null ? null : { ...row.binned };
  const care = { owner: row.owner ?? null, review: { ...noReview, ...row.review } };
  const fixed = { id: _id, template, createdAt };
  return {
    ...fixed,
    ...care,
    title,
    folder,
    labels: [...labels],
    state,
    published,
    withdrawn,
    updatedAt,
    revision,
    binned,
  };
}

/** Whether it was withdrawn and nothing newer is out since, archived or not. */
export function isWithdrawn({
  published,
  withdrawn,
}: Pick<ScriptRecord, 'published' | 'withdrawn'>): boolean {
  return withdrawn !== null && withdrawn.seq > (published?.seq ?? 0);
}
