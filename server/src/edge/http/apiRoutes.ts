import type { Router } from 'express';
import type { Ports } from '../../usecases/context.ts';
import { createSignInThrottle } from '../../usecases/session/throttle.ts';
import type { ClientAddress } from '../clientAddress.ts';
import { accountRoutes } from './routes/accounts.ts';
import { binRoutes } from './routes/bin.ts';
import { callRoutes } from './routes/calls.ts';
import { commentRoutes } from './routes/comments.ts';
import { folderRoutes } from './routes/folders.ts';
import { libraryRoutes } from './routes/library.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { logRoutes } from './routes/logs.ts';
import { pageFrameRoutes } from './routes/pageFrame.ts';
import { receiptRoutes } from './routes/receipts.ts';
import { releaseRoutes } from './routes/releases.ts';
import { sampleRoutes } from './routes/samples.ts';
import { scriptRoutes } from './routes/scripts.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { setupRoutes } from './routes/setup.ts';
import { templateRoutes } from './routes/templates.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { versionRoutes } from './routes/versions.ts';

export interface ApiDeps {
  ports: Ports;
  addresses: ClientAddress;
  /** Known only once the server listens. */
  publicUrl: () => string;
  timeZone: string;
}

/** Every route of the API, one router per noun. */
export function apiRoutes({ ports, addresses, publicUrl, timeZone }: ApiDeps): Router[] {
  return [
    setupRoutes(addresses),
    sessionRoutes(ports, addresses, createSignInThrottle(ports.limits)),
    accountRoutes(ports, addresses, publicUrl),
    settingsRoutes(ports),
    pageFrameRoutes(ports),
    scriptRoutes(ports),
    exchangeRoutes(ports),
    binRoutes(ports),
    folderRoutes(),
    sampleRoutes(ports),
    libraryRoutes(ports),
    versionRoutes(ports),
    timelineRoutes(ports),
    commentRoutes(ports),
    releaseRoutes(ports),
    receiptRoutes(ports, timeZone),
    callRoutes(ports),
    templateRoutes(),
    logRoutes(timeZone),
  ];
}
