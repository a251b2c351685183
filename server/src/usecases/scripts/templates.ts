import type { Script } from '@daihon/shared/script/schema';
import type { Context } from '../context.ts';
import { authorise } from '../authorise.ts';

export interface TemplateChoice {
  id: string;
  title: string;
  language: Script['language'];
  description: string;
}
