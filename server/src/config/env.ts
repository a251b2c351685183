import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { Limits } from '@daihon/shared/limits';

export interface Config {
  host: string;
  port: number;
  dataDir: string;
  mongodbUri: string | null;
  redisUrl: string | null;
  /** 32 bytes; null: the key file in `dataDir`. */
  masterKey: Buffer | null;
  masterKeyFile: string | null;
  /** The first signs, all verify; null: the secret file in `dataDir`. */
  sessionSecrets: readonly string[] | null;
  trustProxy: readonly string[];
  /** Origin of the application; null: `http://HOST:PORT`. */
  publicUrl: string | null;
  smtpUrl: string | null;
  demo: 'on' | 'off' | 'fixed';
  limits: Limits;
  operatorPort: number | null;
  metricsToken: string | null;
  backupDir: string;
  checkpointDir: string;
  logLevel: string;
  production: boolean;
  timeZone: string;
}

/** What stops a start: one line that names every wrong variable and says what it should be. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Wrong configuration: ${problems.join('; ')}`);
    this.name = 'ConfigError';
  }
}

/** The only reader of the environment. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  // A variable that is set to nothing counts as not set: compose files and shells make such ones.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map((issue) => `${String(issue.path[0] ?? '')} ${issue.message}`),
    );
  }
  const values = result.data;
  const dataDir = resolve(values.DATA_DIR);
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir,
    mongodbUri: values.MONGODB_URI ?? null,
    redisUrl: values.REDIS_URL ?? null,
    masterKey: values.MASTER_KEY ?? null,
    masterKeyFile: values.MASTER_KEY_FILE ?? null,
    sessionSecrets: values.SESSION_SECRET ?? null,
    trustProxy: values.TRUST_PROXY ?? [],
    publicUrl: values.PUBLIC_URL ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    demo: values.DEMO,
    limits: values.LIMITS_FILE ?? Limits.parse({}),
    operatorPort: values.OPERATOR_PORT ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    backupDir: resolve(values.BACKUP_DIR ?? resolve(dataDir, 'backups')),
    checkpointDir: resolve(values.CHECKPOINT_DIR ?? resolve(dataDir, 'checkpoints')),
    logLevel: values.LOG_LEVEL,
    production: values.NODE_ENV === 'production',
    timeZone: values.TZ_DISPLAY,
  };
}

export function isLoopbackHost(host: string): boolean {
  if (host === 'localhost') return true;
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback';
}

const port = (least: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a port number')
    .transform(Number)
    .refine((value) => value >= least && value <= 65_535, 'must be a port number');

const url = (protocols: readonly string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  );

const Environment = z
  .object({
    HOST: z
      .string()
      .refine(
        (value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/iu.test(value),
        'must be an address or a host name',
      )
      .default('127.0.0.1'),
    PORT: port(0).default(3000),
    DATA_DIR: z.string().default('./data'),
    MONGODB_URI: url(['mongodb:', 'mongodb+srv:']).optional(),
    REDIS_URL: url(['redis:', 'rediss:']).optional(),
    MASTER_KEY: z.string().transform(toMasterKey).optional(),
    MASTER_KEY_FILE: z.string().optional(),
    SESSION_SECRET: z
      .string()
      .transform((value) => value.split(',').map((secret) => secret.trim()))
      .refine(
        (secrets) => secrets.every((secret) => secret.length >= 32),
        'must have at least 32 characters each',
      )
      .optional(),
    TRUST_PROXY: z
      .string()
      .transform((value) => value.split(',').map((range) => range.trim()))
      .refine((ranges) => ranges.every(isRange), 'must be a list of addresses or CIDRs')
      .optional(),
    PUBLIC_URL: url(['http:', 'https:'])
      .transform((value) => new URL(value).origin)
      .optional(),
    SMTP_URL: url(['smtp:', 'smtps:']).optional(),
    DEMO: z.enum(['on', 'off', 'fixed'], 'must be on, off or fixed').default('on'),
    LIMITS_FILE: z.string().transform(toLimits).optional(),
    OPERATOR_PORT: port(1).optional(),
    METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
    BACKUP_DIR: z.string().optional(),
    CHECKPOINT_DIR: z.string().optional(),
    LOG_LEVEL: z
      .enum(
        ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
        'must be fatal, error, warn, info, debug, trace or silent',
      )
      .default('info'),
    NODE_ENV: z
      .enum(['development', 'production', 'test'], 'must be development, production or test')
      .default('development'),
    TZ_DISPLAY: z.string().refine(isTimeZone, 'must be a time zone such as Asia/Tokyo').default('Asia/Tokyo'),
  })
  .superRefine((values, issues) => {
    if (values.DEMO === 'fixed' && !isLoopbackHost(values.HOST)) {
      issues.addIssue({
        code: 'custom',
        path: ['DEMO'],
        message: 'fixed is refused unless HOST is a loopback address',
      });
    }
    if (values.MASTER_KEY !== undefined && values.MASTER_KEY_FILE !== undefined) {
      issues.addIssue({
        code: 'custom',
        path: ['MASTER_KEY'],
        message: 'cannot stand beside MASTER_KEY_FILE',
      });
    }
  });

type IssueSink = z.core.$RefinementCtx<string>;

function toMasterKey(value: string, context: IssueSink): Buffer {
  const key = Buffer.from(value, 'base64');
  if (key.length !== 32) {
    context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
    return z.NEVER;
  }
  return key;
}

function toLimits(file: string, context: IssueSink): Limits {
  try {
    const result = Limits.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (result.success) return result.data;
    const names = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim());
    context.addIssue({ code: 'custom', message: `names a file with wrong limits (${names.join(', ')})` });
  } catch {
    context.addIssue({ code: 'custom', message: 'must name a readable JSON file' });
  }
  return z.NEVER;
}

function isRange(value: string): boolean {
  return ipaddr.isValidCIDR(value) || isIP(value) !== 0;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
