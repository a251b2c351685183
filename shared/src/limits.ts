import { z } from 'zod';

const positive = z.number().int().positive();

/** Named limits with their defaults (SECURITY: Limits). LIMITS_FILE overrides single ones; names carry the unit. */
export const Limits = z.strictObject({
  jsonBodyBytes: positive.default(256 * 1024),
  importBodyBytes: positive.default(4 * 1024 * 1024),
  jsonDepth: positive.default(20),
  headerBytes: positive.default(16 * 1024),
  headerMs: positive.default(10_000),
  requestMs: positive.default(30_000),
  collabFrameBytes: positive.default(256 * 1024),
  collabFramesPerSecond: positive.default(60),
  collabFramesBurst: positive.default(200),
  collabBytesPerMinute: positive.default(5 * 1024 * 1024),
  draftStateBytes: positive.default(2 * 1024 * 1024),
  awarenessBytes: positive.default(2 * 1024),
  awarenessPerSecond: positive.default(20),
  pushFrameBytes: positive.default(64 * 1024),
  pushEventsPerSecond: positive.default(20),
  pointersPerSecond: positive.default(30),
  inlineScriptBytes: positive.default(64 * 1024),
  socketsPerSession: positive.default(4),
  socketsPerAccount: positive.default(20),
  socketsPerAddress: positive.default(200),
  socketsPerRoom: positive.default(100),
  queuedBytesPerSocket: positive.default(4 * 1024 * 1024),
  pingMs: positive.default(25_000),
  silentMs: positive.default(60_000),
  authenticateMs: positive.default(5_000),
  sessionIdleMs: positive.default(30 * 60_000),
  sessionIdleAgentMs: positive.default(12 * 3_600_000),
  sessionAbsoluteMs: positive.default(12 * 3_600_000),
  signInFailuresPerPair: positive.default(5),
  signInFailuresPerAccount: positive.default(20),
  signInFailuresPerAddress: positive.default(200),
});
export type Limits = z.infer<typeof Limits>;

export const defaultLimits: Limits = Limits.parse({});
