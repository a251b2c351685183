import { Router } from 'express';
import { z } from 'zod';
import { AppError } from '@daihon/shared/errors';
import { Withdraw } from '@daihon/shared/wire/http';
import type { Ports } from '../../../usecases/context.ts';
import { listWithdrawals } from '../../../usecases/releases/listWithdrawals.ts';
import { noteAcknowledged } from '../../../usecases/releases/noteReading.ts';
import { noteReceived } from '../../../usecases/releases/noteReceived.ts';
import { keepsReceipts, readFeed } from '../../../usecases/releases/readFeed.ts';
import { withdrawScript } from '../../../usecases/publishing/withdrawScript.ts';
import { parameter, parse, route } from '../route.ts';

const Since = z.strictObject({ since: z.coerce.number().int().nonnegative().default(0) });

/** The tenant's numbered releases and withdrawals. */
export function releaseRoutes(ports: Ports): Router {
  const router = Router();
  router.get(
    '/api/releases',
    route(async ({ context, request, response }) => {
      const feed = await readFeed(context, parse(Since, request.query).since);
      if (keepsReceipts(context)) {
        const { tenantId, accountId } = context.actor;
        const received = feed.items.map(({ seq }) => ({ seq, accountId }));
        // Received is what was sent whole; an answer that broke off is asked for again.
        response.once('finish', () => {
          noteReceived(ports, tenantId, received).catch(() => undefined);
        });
      }
      return feed;
    }),
  );
  router.post(
    '/api/releases/:seq/ack',
    route(async ({ context, request }) => {
      const seq = parameter(request, 'seq');
      if (!/^\d{1,12}$/u.test(seq)) throw new AppError('not_found');
      await noteAcknowledged(ports, context, Number(seq));
    }),
  );
  router.post(
    '/api/scripts/:id/withdraw',
    route(async ({ context, request, response }) => {
      const ask = parse(Withdraw, request.body);
      const withdrawn = await withdrawScript(ports, context, parameter(request, 'id'), ask);
      response.status(201);
      return withdrawn;
    }),
  );
  router.get(
    '/api/withdrawals',
    route(({ context }) => listWithdrawals(context)),
  );
  return router;
}
