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

/** `failCommand` of the drivers' test files: makes the named commands fail a number of times. */
export class FailPoints {
  #commands: readonly string[] = [];
  #times = 0;
  #failure: Failure | undefined;

  configure(command: Doc): void {
    if (command['configureFailPoint'] !== 'failCommand')
      throw notSupported(`the fail point ${String(command['configureFailPoint'])}`);
    const mode = command['mode'];
    this.#times =
      mode === 'alwaysOn' ? Infinity : mode === 'off' ? 0 : isDoc(mode) ? (numberOf(mode['times']) ?? 0) : 0;
    const data = isDoc(command['data']) ? command['data'] : {};
    this.#commands = Array.isArray(data['failCommands']) ? data['failCommands'].map(String) : [];
    this.#failure = {
      closeConnection: data['closeConnection'] === true,
      errorCode: numberOf(data['errorCode']),
      errorLabels: Array.isArray(data['errorLabels']) ? data['errorLabels'].map(String) : undefined,
      writeConcernError: isDoc(data['writeConcernError']) ? data['writeConcernError'] : undefined,
      blockMs: data['blockConnection'] === true ? (numberOf(data['blockTimeMS']) ?? 0) : 0,
    };
  }

  take(command: string): Failure | undefined {
    if (this.#times <= 0 || !this.#commands.includes(command)) return undefined;
    this.#times -= 1;
    return this.#failure;
  }
}
