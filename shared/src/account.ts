import { z } from 'zod';
import { Role } from './role.ts';

export const LoginId = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase());

export const AccountState = z.enum(['active', 'suspended', 'invited']);
export type AccountState = z.infer<typeof AccountState>;

export const Account = z.object({
  id: z.string(),
  loginId: z.string(),
  name: z.string(),
  role: Role,
  state: AccountState,
  teams: z.array(z.string()),
});
export type Account = z.infer<typeof Account>;

export const SessionView = z.object({
  account: Account.extend({ tenant: z.object({ id: z.string(), slug: z.string(), name: z.string() }) }),
  csrfToken: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;

/** Somebody of the tenant by name: what editors may know of each other. */
export const Person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** With the login ID, which tells two people of one name apart. */
export const Colleague = Person.extend({ loginId: z.string() });
export type Colleague = z.infer<typeof Colleague>;
