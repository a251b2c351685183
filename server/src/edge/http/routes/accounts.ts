import { Router } from 'express';
import { z } from 'zod';
import { capabilities } from '@daihon/shared/access';
import { Role } from '@daihon/shared/role';
import type { Capability } from '@daihon/shared/access';
import { LoginId } from '@daihon/shared/account';
import { acceptInvitation } from '../../../usecases/accounts/acceptInvitation.ts';
import { changeAccount, deleteAccount } from '../../../usecases/accounts/changeAccount.ts';
import { inviteAccount } from '../../../usecases/accounts/inviteAccount.ts';
import { listAccounts } from '../../../usecases/accounts/listAccounts.ts';
import { listPeople } from '../../../usecases/accounts/listPeople.ts';
import type { Ports } from '../../../usecases/context.ts';
import type { ClientAddress } from '../../clientAddress.ts';
import { originOf } from '../identify.ts';
import { openRoute, parameter, parse, route } from '../route.ts';

const Name = z.string().trim().min(1).max(100);
const AccountsPage = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
const PeopleAsk = z.strictObject({
  can: z.custom<Capability>((value) => typeof value === 'string' && Object.hasOwn(capabilities, value)),
});
const NewAccount = z.strictObject({ loginId: LoginId, name: Name, role: Role });
const PatchAccount = z.strictObject({
  name: Name.optional(),
  role: Role.optional(),
  state: z.enum(['active', 'suspended']).optional(),
});
const Acceptance = z.strictObject({ token: z.string().max(100), password: z.string().min(1).max(1_024) });

export function accountRoutes(ports: Ports, addresses: ClientAddress, publicUrl: () => string): Router {
  const router = Router();
  router.get(
    '/api/accounts',
    route(({ context, request }) => listAccounts(context, parse(AccountsPage, request.query))),
  );
  router.get(
    '/api/people',
    route(async ({ context, request }) => ({
      items: await listPeople(context, parse(PeopleAsk, request.query).can),
      nextCursor: null,
    })),
  );
  router.post(
    '/api/accounts',
    route(async ({ context, request, response }) => {
      const { account, invitationToken } = await inviteAccount(context, parse(NewAccount, request.body));
      response.status(201);
      return { ...account, invitationUrl: `${publicUrl()}/invitation#${invitationToken}` };
    }),
  );
  router.patch(
    '/api/accounts/:id',
    route(({ context, request }) =>
      changeAccount(ports, context, parameter(request, 'id'), parse(PatchAccount, request.body)),
    ),
  );
  router.delete(
    '/api/accounts/:id',
    route(({ context, request }) => deleteAccount(ports, context, parameter(request, 'id'))),
  );
  router.post(
    '/api/invitations/accept',
    openRoute((request) => {
      const { token, password } = parse(Acceptance, request.body);
      return acceptInvitation(originOf(addresses, request, null), token, password);
    }),
  );
  return router;
}
