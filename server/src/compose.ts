import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'node:http';
import type { ProcessLinks } from './broadcast/linkProcesses.ts';
import { linkProcesses } from './broadcast/linkProcesses.ts';
import type { Config } from './config/env.ts';
import type { Secrets } from './config/secrets.ts';
import { loadSecrets } from './config/secrets.ts';
import { watchAccess } from './edge/accessWatch.ts';
import { startActivityWriter } from './edge/activity.ts';
import type { OriginRule } from './edge/allowedOrigins.ts';
import { createOriginRule } from './edge/allowedOrigins.ts';
import { createClientAddress } from './edge/clientAddress.ts';
import type { CollabEdge } from './edge/collab/collabEdge.ts';
import { createCollabEdge } from './edge/collab/collabEdge.ts';
import { apiRoutes } from './edge/http/apiRoutes.ts';
import { createApp } from './edge/http/app.ts';
import { healthRoutes } from './edge/http/routes/health.ts';
import { createSessionDoor } from './edge/http/sessions.ts';
import { staticClient } from './edge/http/staticClient.ts';
import { connectedAccounts, useSocketLimits } from './edge/liveSockets.ts';
import type { RefusalLog } from './edge/refusalLog.ts';
import { createRefusalLog } from './edge/refusalLog.ts';
import type { PushEdge } from './edge/socket/pushEdge.ts';
import { createPushEdge } from './edge/socket/pushEdge.ts';
import { routeUpgrades } from './edge/upgrade.ts';
import { createHttpServer, listen, stopServing } from './listen.ts';
import { masterKeyProvider } from './platform/keys.ts';
import { setLogLevel } from './platform/logger.ts';
import { decoy } from './platform/passwords.ts';
import { prepare } from './prepare.ts';
import { flushAudit } from './store/auditLog.ts';
import type { StoreConnection } from './store/connect.ts';
import { connectStore } from './store/connect.ts';
import { findScript } from './store/scripts.ts';
import { listTenants } from './store/tenants.ts';
import { useKeyProvider } from './store/sealed.ts';
import type { Ports } from './usecases/context.ts';

export interface RunningApp {
  /** Where it listens, with the real port. */
  url: string;
  /** Stops accepting, flushes every write, closes every draft socket with 1012 and disconnects the others. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** The built client; null or missing: the API alone. */
  clientDir?: string | null;
  /** Receives what the operator has to read once: the demo's sign-in table, the set-up link. */
  tell?: (text: string) => void;
  /** Gives the start up at the next step: it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

interface Serving {
  draining: boolean;
  /** With PORT=0 the own origin is known only once the server listens. */
  publicUrl: string;
  originRule: OriginRule;
}

interface Parts {
  config: Config;
  secrets: Secrets;
  store: StoreConnection;
  links: ProcessLinks;
  collab: CollabEdge;
  push: PushEdge;
  ports: Ports;
  refusals: RefusalLog;
}

/** Wires every part and serves. Resolves once requests are answered; when it rejects, nothing is left open. */
export async function start(config: Config, options: StartOptions = {}): Promise<RunningApp> {
  setLogLevel(config.logLevel);
  const secrets = await loadSecrets(config);
  useKeyProvider(masterKeyProvider(secrets.masterKey));
  useSocketLimits(config.limits);
  const store = await connectStore({ uri: config.mongodbUri, dataDir: config.dataDir });
  let parts: Parts | null = null;
  try {
    options.signal?.throwIfAborted();
    parts = await wire(config, secrets, store);
    return await serve(parts, options);
  } catch (error) {
    if (parts === null) await store.close();
    else await closeParts(parts, Promise.resolve());
    throw error;
  }
}

/** Sockets first, then what requests still under way have asked for, the store last. */
async function closeParts(parts: Parts, served: Promise<void>): Promise<void> {
  await parts.collab.drain();
  await parts.push.close();
  await served;
  await parts.collab.close();
  await parts.refusals.close();
  await flushAudit();
  await parts.links.close();
  await parts.store.close();
}

async function wire(config: Config, secrets: Secrets, store: StoreConnection): Promise<Parts> {
  const { limits } = config;
  const links = await linkProcesses(config.redisUrl);
  const collab = createCollabEdge({
    limits,
    scriptExists: async (tenantId, scriptId) => (await findScript(tenantId, scriptId)) !== null,
  });
  const ports: Ports = {
    drafts: collab.desk,
    facts: links.facts,
    limits,
    connected: connectedAccounts,
    timeZone: config.timeZone,
  };
  const push = createPushEdge({ ports, ...(links.adapter === undefined ? {} : { adapter: links.adapter }) });
  return { config, secrets, store, links, collab, push, ports, refusals: createRefusalLog() };
}

async function serve(parts: Parts, options: StartOptions): Promise<RunningApp> {
  const { config, store, ports } = parts;
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const state: Serving = { draining: false, publicUrl, originRule: createOriginRule(publicUrl) };
  const server = await buildServer(parts, state, options.clientDir ?? null);
  // Made before the first sign-in, so that an unknown account never takes longer than a known one.
  await decoy();
  options.signal?.throwIfAborted();
  const announce = await prepare(ports, config, store.embedded);
  options.signal?.throwIfAborted();
  const url = await listen(server, config.host, config.port);
  state.publicUrl = config.publicUrl ?? url;
  state.originRule = createOriginRule(state.publicUrl);
  parts.collab.repairRecord((await listTenants()).map(({ id }) => id));
  const stopWatching = watchAccess(ports.facts);
  const stopActivity = startActivityWriter();
  announce(state.publicUrl, options.tell ?? (() => undefined));
  return {
    url,
    close: async () => {
      state.draining = true;
      const served = stopServing(server);
      await closeParts(
        parts,
        served.then(async () => {
          stopWatching();
          await stopActivity();
        }),
      );
    },
  };
}

async function buildServer(
  { config, secrets, store, ports, collab, push, refusals }: Parts,
  state: Serving,
  clientDir: string | null,
): Promise<Server> {
  const { limits } = config;
  const secure = state.publicUrl.startsWith('https:');
  const addresses = createClientAddress(config.trustProxy);
  const originAllowed = (origin: string | undefined) => state.originRule(origin);
  const sessions = createSessionDoor({ secrets: secrets.sessionSecrets, secure, limits });
  const app = createApp({
    addresses,
    limits,
    originAllowed,
    secure,
    sessions: sessions.middleware,
    health: healthRoutes({
      ready: () => store.ready() && !state.draining,
      metricsToken: config.metricsToken,
    }),
    api: apiRoutes({ ports, addresses, publicUrl: () => state.publicUrl, timeZone: config.timeZone }),
    client: await clientOf(clientDir),
  });
  const server = createHttpServer(app, limits);
  routeUpgrades(server, {
    addresses,
    limits,
    originAllowed,
    sessionOf: sessions.ofUpgrade,
    collab,
    push,
    refusals,
    draining: () => state.draining,
  });
  return server;
}

async function clientOf(directory: string | null) {
  if (directory === null || !existsSync(join(directory, 'index.html'))) return null;
  return staticClient(directory);
}
