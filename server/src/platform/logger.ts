import { destination, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * The process's log, JSON lines on standard error; standard output stays free for what the operator is told.
 * Never give it content of scripts, passwords or cookies.
 */
export const logger = pino(
  {
    level: 'info',
    base: null,
    redact: ['password', 'cookie', '*.password', '*.cookie', 'req.headers.cookie'],
  },
  destination({ fd: 2, sync: false }),
);

export function setLogLevel(level: string): void {
  logger.level = level;
}
