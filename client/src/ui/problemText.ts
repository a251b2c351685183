import { translate } from '../app/i18n.ts';
import { ApiProblem } from '../wire/http.ts';
import { uiMessages } from './messages.ts';

const known: readonly string[] = [
  'network',
  'forbidden',
  'not_found',
  'conflict',
  'throttled',
  'bad_input',
  'unavailable',
];

/** A failure in the reader's words; what a program would say stays in the log. */
export function problemText(error: unknown): string {
  const code = error instanceof ApiProblem && known.includes(error.code) ? error.code : 'internal';
  return translate(uiMessages, `problem.${code}`);
}
