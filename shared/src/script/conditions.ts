import type { ASTNode, ParseResult } from '@marcbachmann/cel-js';
import type { FieldValue } from '../call.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import { celEnvironment } from './celEnvironment.ts';
import { runIn } from './celFunctions.ts';
import { keysOf } from './conditionKeys.ts';
import { own } from './own.ts';

/** Values of a call by key, typed (see callValues.ts); null or absent: not filled in. */
export type Values = Readonly<Record<string, FieldValue | null | undefined>>;

export type Compiled = { ok: true; keys: string[] } | { ok: false; error: string };

/**
 * Whether `expression` is a condition in CEL, and which field and placeholder keys it asks for (`customer.name` as one key).
 * Syntax, unknown functions and types that can never fit are errors; the text of an error is the library's, in English.
 */
export function compileCondition(expression: string): Compiled {
  const program = compile(expression);
  return 'error' in program ? { ok: false, error: program.error } : { ok: true, keys: program.keys };
}

/**
 * Whether the condition is true for these values. One that fails, or is not a yes or no, does not hold; without `around` all fail
 * that ask for the day, the hours or the tax. Never throws.
 */
export function holds(expression: string, values: Values, around?: Surroundings): boolean {
  return evaluate(expression, values, around).value === true;
}

/** The value of a computed field; null when it cannot be computed (yet). Never throws. */
export function compute(expression: string, values: Values, around?: Surroundings): FieldValue | null {
  return fieldValueOf(evaluate(expression, values, around).value);
}

export interface Evaluation {
  /** What CEL gives: null when it failed. */
  value: unknown;
  failure: string | null;
}

/** Evaluates without throwing; `failure` says in English what went wrong. */
export function evaluate(expression: string, values: Values, around?: Surroundings): Evaluation {
  const program = compile(expression);
  if ('error' in program) return { value: null, failure: program.error };
  try {
    const value: unknown = runIn(
      around ?? null,
      () => program.run(contextOf(program.keys, values)) as unknown,
    );
    return { value, failure: null };
  } catch (error) {
    return { value: null, failure: firstLine(error) };
  }
}

/** The syntax tree of a condition, for saying it in words; null when it is none. */
export function treeOf(expression: string): ASTNode | null {
  const program = compile(expression);
  return 'error' in program ? null : program.run.ast;
}

type Program = { run: ParseResult; keys: string[] } | { error: string };

/** Programs by expression. A script has a few dozen; the bound keeps a long-running server from growing. */
const programs = new Map<string, Program>();
const maxPrograms = 2_000;

function compile(expression: string): Program {
  const known = programs.get(expression);
  if (known !== undefined) return known;
  const program = parse(expression);
  if (programs.size >= maxPrograms) programs.clear();
  programs.set(expression, program);
  return program;
}

function parse(expression: string): Program {
  try {
    const run = celEnvironment.parse(expression);
    const checked = run.check();
    if (!checked.valid) return { error: firstLine(checked.error) };
    return { run, keys: keysOf(run.ast) };
  } catch (error) {
    return { error: firstLine(error) };
  }
}

/**
 * Dotted keys as nested maps, every key that the expression asks for present, null when not filled in. Maps, not objects: a
 * key may be called `constructor`, and nothing is ever read off a prototype.
 */
function contextOf(keys: readonly string[], values: Values): CelMap {
  const context: CelMap = new Map();
  for (const key of keys) {
    const parts = key.split('.');
    const last = parts.pop() ?? key;
    let map = context;
    for (const part of parts) {
      const inner = map.get(part);
      const next: CelMap = inner instanceof Map ? (inner as CelMap) : new Map<string, unknown>();
      map.set(part, next);
      map = next;
    }
    map.set(last, celValue(own(values, key)));
  }
  return context;
}

type CelMap = Map<string, unknown>;

/** CEL knows whole numbers (bigint) and others apart; without that `quantity + 1` is no sum. */
function celValue(value: FieldValue | null | undefined): unknown {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

function fieldValueOf(value: unknown): FieldValue | null {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return null;
  return value.every((each): each is string => typeof each === 'string') ? value : null;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
