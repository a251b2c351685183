import { celEnvironment } from './celEnvironment.ts';

/** What is wrong in an expression and where: `end` is exclusive; `problem` is the library's, in English. */
export interface ExpressionError {
  problem: string;
  start: number;
  end: number;
}

/** The first mistake of an expression, with its place in the text; null when there is none. Never throws. */
export function expressionError(expression: string): ExpressionError | null {
  try {
    const checked = celEnvironment.parse(expression).check();
    return checked.valid ? null : placed(checked.error, expression);
  } catch (error) {
    return placed(error, expression);
  }
}

/** At least one character, also where the text ends too early. */
function placed(error: unknown, expression: string): ExpressionError {
  const { range } = error as { range?: { start?: number; end?: number } };
  const start = Math.min(range?.start ?? 0, expression.length);
  const end = Math.max(start + 1, Math.min(range?.end ?? expression.length, expression.length));
  const message = error instanceof Error ? error.message : String(error);
  return { problem: message.split('\n')[0] ?? '', start, end };
}
