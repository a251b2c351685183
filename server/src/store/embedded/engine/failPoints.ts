import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { notSupported } from '../errors.ts';

export interface Failure {
  readonly closeConnection: boolean;
  readonly errorCode: number | undefined;
  readonly errorLabels: readonly string[] | undefined;
  readonly writeConcernError: Doc | undefined;
  readonly blockMs: number;
}

/** A retryable write that fails before it commits, or whose answer is lost after it has. */
export interface LostWrite {
  readonly beforeCommitCode: number | undefined;
  readonly closeConnection: boolean;
}

/**
 * The two fail points of the drivers' test files, commands that fail and writes whose answer gets lost, and one of our own:
 * `crash` ends the thread by an error that nobody catches.
 */
export class FailPoints {
  #commands: readonly string[] = [];
  #times = 0;
  #failure: Failure | undefined;
  #lostTimes = 0;
  #lostSkip = 0;
  #lost: LostWrite | undefined;

  configure(command: Doc): void {
    const name = command.configureFailPoint;
    const mode = command.mode;
    const data = isDoc(command.data) ? command.data : {};
    const times = mode === 'alwaysOn' ? Infinity : isDoc(mode) ? (numberOf(mode.times) ?? Infinity) : 0;
    if (name === 'failCommand') this.#failCommand(times, data);
    else if (name === 'onPrimaryTransactionalWrite') {
      this.#lostTimes = times;
      this.#lostSkip = isDoc(mode) ? (numberOf(mode.skip) ?? 0) : 0;
      const beforeCommitCode = numberOf(data.failBeforeCommitExceptionCode);
      this.#lost = { beforeCommitCode, closeConnection: data.closeConnection !== false };
    } else if (name === 'crash') setImmediate(crash);
    else throw notSupported(`the fail point ${String(name)}`);
  }

  take(command: string): Failure | undefined {
    if (this.#times <= 0 || !this.#commands.includes(command)) return undefined;
    this.#times -= 1;
    return this.#failure;
  }

  takeLost(): LostWrite | undefined {
    if (this.#lostTimes <= 0) return undefined;
    if (this.#lostSkip > 0) {
      this.#lostSkip -= 1;
      return undefined;
    }
    this.#lostTimes -= 1;
    return this.#lost;
  }

  #failCommand(times: number, data: Doc): void {
    this.#times = times;
    this.#commands = Array.isArray(data.failCommands) ? data.failCommands.map(String) : [];
    this.#failure = {
      closeConnection: data.closeConnection === true,
      errorCode: numberOf(data.errorCode),
      errorLabels: Array.isArray(data.errorLabels) ? data.errorLabels.map(String) : undefined,
      writeConcernError: isDoc(data.writeConcernError) ? data.writeConcernError : undefined,
      blockMs: data.blockConnection === true ? (numberOf(data.blockTimeMS) ?? 0) : 0,
    };
  }
}

function crash(): never {
  throw new Error('Crashing by a fail point');
}
