import { templateSamples } from '@daihon/shared/sample/templateSamples';
import type { Template, TemplateId } from '@daihon/shared/templates/template';
import { withScriptIds } from '@daihon/shared/templates/template';
import { templates } from '@daihon/shared/templates/catalogue';
import { now, randomId } from '../platform/clock.ts';
import { insertSamples } from '../store/samples.ts';
import { insertScript } from '../store/scripts.ts';
import type { Context, Ports } from '../usecases/context.ts';
import { firstReview } from '../usecases/firstReview.ts';
import { sampleRecords } from '../usecases/sampleRecord.ts';
import { publishScript } from '../usecases/publishing/publishScript.ts';

const languages = ['en', 'ja'] as const;
type Language = (typeof languages)[number];

const notes: Record<Language, string> = { ja: '初版を公開しました', en: 'First edition' };

/** The shipped templates as published scripts, in both languages; the Japanese ones last, so that they stand first in the list. */
export async function seedScripts(ports: Ports, context: Context): Promise<void> {
  for (const language of languages) {
    const ids = new Map<TemplateId, string>(templates.map((template) => [template.id, randomId()]));
    for (const template of templates) await seedScript(ports, context, template, language, ids);
    // All are there before the first goes out: a script that calls one that does not exist has errors.
    for (const id of ids.values()) {
      await publishScript(ports, context, id, { note: notes[language], class: 'notice' });
    }
  }
}

async function seedScript(
  ports: Ports,
  context: Context,
  template: Template,
  language: Language,
  ids: ReadonlyMap<TemplateId, string>,
): Promise<void> {
  const { tenantId } = context.actor;
  const idOf = (other: TemplateId) => ids.get(other) ?? '';
  const id = idOf(template.id);
  const script = withScriptIds(template.scripts[language], idOf);
  await ports.drafts.create(tenantId, id, script);
  const samples = templateSamples(template, language);
  await insertSamples(tenantId, sampleRecords(id, context.actor.name, samples));
  await insertScript(tenantId, {
    id,
    title: script.title,
    template: `${template.id}-${language}`,
    folder: template.folder[language],
    labels: template.labels[language],
    review: firstReview(template.reviewDueDays),
    at: now(),
  });
}
