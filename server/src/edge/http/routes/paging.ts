import { z } from 'zod';

/** Query of every list (CONTRACT: HTTP): at most 200 items a page. */
export const Paging = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
