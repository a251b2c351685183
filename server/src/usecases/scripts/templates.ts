import { AppError } from '@daihon/shared/errors';
import type { CreateSample } from '@daihon/shared/sample/sample';
import { templateSamples } from '@daihon/shared/sample/templateSamples';
import type { Script } from '@daihon/shared/script/schema';
import { templates } from '@daihon/shared/templates/catalogue';
import type { Language, TemplateId } from '@daihon/shared/templates/template';
import { templateScriptId } from '@daihon/shared/templates/template';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface TemplateChoice {
  id: string;
  title: string;
  language: Language;
  description: string;
}

/** What a new script starts from: its first draft, where it is filed, and the templates whose scripts it calls. */
export interface Beginning {
  template: string | null;
  script: Script;
  folder: string;
  labels: readonly string[];
  calls: readonly { id: TemplateId; template: string }[];
  samples: readonly CreateSample[];
  /** Until it is looked through first; null: nobody asks. */
  reviewDueDays: number | null;
}

const languages: readonly Language[] = ['ja', 'en'];

/** Everything a new script can be made from, each language a choice of its own. */
export function listTemplates(context: Context): TemplateChoice[] {
  authorise(context.actor, 'script.edit');
  return languages.flatMap((language) =>
    templates.map((template) => ({
      id: keyOf(template.id, language),
      title: template.scripts[language].title,
      language,
      description: template.description[language],
    })),
  );
}

/** What a template holds, and the made-up callers that come with it. */
export interface TemplateView extends TemplateChoice {
  script: Script;
  samples: readonly { id: string; name: string; outcome: string; answers: number }[];
}

/** One template to look at before it is chosen. Throws `not_found` for an unknown id. */
export function readTemplate(context: Context, templateId: string): TemplateView {
  authorise(context.actor, 'script.edit');
  for (const template of templates) {
    const language = languages.find((each) => keyOf(template.id, each) === templateId);
    if (language === undefined) continue;
    const script = template.scripts[language];
    return {
      id: templateId,
      title: script.title,
      language,
      description: template.description[language],
      script,
      samples: template.samples.map(({ id, name, calls }) => ({
        id,
        name: name[language],
        outcome: calls[language].outcome,
        answers: calls[language].answers.length,
      })),
    };
  }
  throw new AppError('not_found');
}

/** By `order-ja`, or `order` for the Japanese one. Throws `bad_input` for an unknown id. */
export function beginningOf(templateId: string): Beginning {
  for (const template of templates) {
    for (const language of languages) {
      const key = keyOf(template.id, language);
      const short = language === 'ja' && templateId === template.id;
      if (!short && templateId !== key) continue;
      const script = template.scripts[language];
      const folder = template.folder[language];
      const labels = template.labels[language];
      const samples = templateSamples(template, language);
      const calls = callsOf(script, language);
      const { reviewDueDays } = template;
      return { template: key, script, folder, labels, calls, samples, reviewDueDays };
    }
  }
  throw new AppError('bad_input', undefined, {
    errors: [{ pointer: '/templateId', detail: 'unknown template' }],
  });
}

function callsOf(script: Script, language: Language): Beginning['calls'] {
  const called = new Set(script.steps.map((step) => step.jump?.scriptId));
  return templates
    .filter(({ id }) => called.has(templateScriptId(id)))
    .map(({ id }) => ({ id, template: keyOf(id, language) }));
}

function keyOf(id: TemplateId, language: Language): string {
  return `${id}-${language}`;
}
