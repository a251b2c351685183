import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Capability } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { logger } from '../platform/logger.ts';
import { metrics } from '../platform/metrics.ts';
import type { AuditEntry } from '../store/auditLog.ts';
import { record } from '../store/auditLog.ts';
import { INSTALLATION } from '../store/tenants.ts';
import type { Admission, AdmissionDeps } from './admission.ts';
import { admitUpgrade } from './admission.ts';
import type { OriginRule } from './allowedOrigins.ts';
import { toAppError } from './http/problems.ts';
import type { RefusalLog } from './refusalLog.ts';

export interface CollabEdge {
  /** Takes the connection over, or throws an AppError while it is still plain HTTP. */
  accept(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    admission: Admission,
    scriptId: string,
  ): Promise<void>;
}

export interface PushEdge {
  /** Takes the connection over, or throws an AppError while it is still plain HTTP. */
  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    admission: Admission,
  ): void | Promise<void>;
}

export interface UpgradeDeps extends AdmissionDeps {
  collab: CollabEdge;
  push: PushEdge;
  originAllowed: OriginRule;
  refusals: RefusalLog;
  draining(): boolean;
}

type Target = { kind: 'push' } | { kind: 'collab'; scriptId: string };

const rights: Record<Target['kind'], Capability> = { push: 'release.follow', collab: 'draft.join' };

/**
 * The one door for sockets: error handler, path, Origin, session, state of account and tenant, address, right, caps, in this order. A refusal is an HTTP
 * status before 101 and is in the socket log.
 */
export function routeUpgrades(server: Server, deps: UpgradeDeps): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // First of all: a peer that resets during the checks would otherwise end the process.
    socket.on('error', () => socket.destroy());
    void enter(deps, request, socket, head);
  });
}

async function enter(
  deps: UpgradeDeps,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  let admission: Admission | null = null;
  try {
    if (deps.draining()) throw new AppError('unavailable');
    const target = targetOf(request.url ?? '');
    if (target === null) throw new AppError('not_found');
    // The address is parsed here: one that is none goes no further.
    deps.addresses.of(request);
    if (!deps.originAllowed(request.headers.origin)) throw new AppError('csrf');
    admission = await admitUpgrade(deps, request);
    if (!can(admission.actor, rights[target.kind])) throw new AppError('forbidden');
    if (socket.destroyed) return;
    if (target.kind === 'push') await deps.push.handleUpgrade(request, socket, head, admission);
    else await deps.collab.accept(request, socket, head, admission, target.scriptId);
  } catch (error) {
    const known = toAppError(error);
    if (known.code === 'internal') logger.error({ err: error }, 'upgrade failed');
    refuse(socket, known);
    await noteRefusal(deps, request, admission, known);
  }
}

function targetOf(url: string): Target | null {
  const path = url.split('?', 1)[0] ?? '';
  if (path === '/socket.io/') return { kind: 'push' };
  const scriptId = /^\/collab\/([A-Za-z0-9_-]{1,64})$/u.exec(path)?.[1];
  return scriptId === undefined ? null : { kind: 'collab', scriptId };
}

function refuse(socket: Duplex, error: AppError): void {
  metrics.upgradesRefused.inc({ status: error.status });
  if (socket.destroyed || !socket.writable) return;
  const { retryAfterSeconds } = error.extras;
  const retry = retryAfterSeconds === undefined ? '' : `Retry-After: ${retryAfterSeconds}\r\n`;
  socket.end(
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? 'Refused'}\r\n` +
      `Connection: close\r\nContent-Length: 0\r\n${retry}\r\n`,
    () => socket.destroy(),
  );
}

async function noteRefusal(
  deps: UpgradeDeps,
  request: IncomingMessage,
  admission: Admission | null,
  error: AppError,
): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const row: AuditEntry = {
    tenantId: admission?.actor.tenantId ?? INSTALLATION,
    log: 'socket',
    action: 'refused',
    actor: { id: admission?.actor.accountId ?? null, loginId: admission?.actor.loginId ?? '' },
    target: { type: 'socket', id: path.slice(0, 100), label: '' },
    result: 'refused',
    address: addressOf(deps, request),
    agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    sessionId: admission?.sessionId ?? null,
    detail: {
      direction: 'in',
      status: error.status,
      code: error.code,
      origin: (request.headers.origin ?? '').slice(0, 200),
    },
  };
  if (admission === null) return deps.refusals.note(row);
  try {
    await record([row]);
  } catch (cause) {
    logger.warn({ err: cause }, 'a refused upgrade could not be recorded');
  }
}

function addressOf(deps: UpgradeDeps, request: IncomingMessage): string {
  try {
    return deps.addresses.of(request);
  } catch {
    return '';
  }
}
