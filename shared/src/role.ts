import { z } from 'zod';

// Apart from the table of rights: pages that only ask `can` load no schema library.

export const Role = z.enum(['admin', 'supervisor', 'agent', 'auditor']);
export type Role = z.infer<typeof Role>;
