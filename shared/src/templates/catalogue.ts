import { cancel } from './cancel.ts';
import { order } from './order.ts';
import { outage } from './outage.ts';
import type { Template, TemplateId } from './template.ts';

/** The templates that ship in the box. A called script stands before its caller, so that a seeder can create them in turn. */
export const templates: readonly Template[] = [order, outage, cancel];

/** The template of that id, null for any other text. */
export function templateOf(id: string): Template | null {
  return byId.get(id) ?? null;
}

const byId: ReadonlyMap<string, Template> = new Map(
  templates.map((template): [TemplateId, Template] => [template.id, template]),
);
