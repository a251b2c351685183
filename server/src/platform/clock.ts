import { randomBytes as cryptoBytes, randomInt as cryptoInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';

/** The wall clock. The only place of the server that asks for the time. */
export function now(): Date {
  return new Date();
}

/** Milliseconds that never go back: for durations and deadlines. */
export function monotonicMs(): number {
  return performance.now();
}

/** A fresh opaque id: 96 random bits, base64url, 16 characters. */
export function randomId(): string {
  return cryptoBytes(12).toString('base64url');
}

export function randomBytes(size: number): Buffer {
  return cryptoBytes(size);
}

/** A random whole number of `[0, below)`. */
export function randomInt(below: number): number {
  return cryptoInt(below);
}
