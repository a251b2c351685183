import { Long } from 'bson';
import { FieldReader } from '../bson/fields.ts';
import { decode, encode, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError } from '../errors.ts';
import { under } from './bytes.ts';
import type { Storage } from './storage.ts';

const sessionKind = 4;
const rememberedMs = 30 * 60_000;
const numberField = new FieldReader(['number']);

/** A write that may come twice: the session it belongs to and its number there. */
export interface Retryable {
  readonly session: Buffer;
  readonly number: bigint;
}

/**
 * What was answered to the last write of each session. It is written in the same commit as the write itself, so that
 * a client that repeats a write after a crash gets the old answer and not a second effect.
 */
export class Sessions {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Runs the write unless it has been answered before. Inside a commit only. */
  once(retryable: Retryable, run: () => Doc): Doc {
    const key = Buffer.concat([Buffer.of(sessionKind), retryable.session]);
    const stored = this.#storage.get(key);
    const number = stored && numberField.read(stored).number;
    const last = number instanceof Long ? number.toBigInt() : -1n;
    if (last > retryable.number) {
      throw new CommandError(
        225,
        'TransactionTooOld',
        `Retryable write with txnNumber ${retryable.number} is prohibited because a newer one with txnNumber ${last} has started on this session.`,
      );
    }
    if (stored && last === retryable.number) {
      const remembered = decode(stored).reply;
      if (isDoc(remembered)) return remembered;
    }
    const reply = run();
    const entry = { number: Long.fromBigInt(retryable.number), at: new Date(), reply };
    this.#storage.put(key, encode(entry));
    return reply;
  }

  /** Forgets the sessions that have been silent for as long as a session lasts. */
  async forgetOld(nowMs: number): Promise<void> {
    const old = this.#storage.scan(under(Buffer.of(sessionKind)), Infinity).filter(({ value }) => {
      const at = decode(value).at;
      return !(at instanceof Date) || nowMs - at.getTime() > rememberedMs;
    });
    if (old.length === 0) return;
    await this.#storage.write(() => {
      for (const { key } of old) this.#storage.remove(key);
    });
  }
}
