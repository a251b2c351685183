import { textOf } from '../contentText.ts';
import type { Step } from '../schema.ts';
import { stepRoles } from '../kinds.ts';
import type { StepsClip } from './readClip.ts';

/** The words for what a step's texts are; the caller's language has them. */
export interface ClipWords {
  untitled: string;
  roles: Readonly<Record<(typeof stepRoles)[number], string>>;
  /** «はい → 本人確認»; without a target. */
  choice: (label: string, target: string | null) => string;
}

/** The steps as text for people, for a mail or a chat: title, texts, ways on. */
export function clipText({ steps }: Pick<StepsClip, 'steps'>, words: ClipWords): string {
  const titles = new Map(steps.map(({ id, title }) => [id, title === '' ? words.untitled : title]));
  return steps.map((step) => stepText(step, titles, words)).join('\n\n');
}

function stepText(step: Step, titles: ReadonlyMap<string, string>, words: ClipWords): string {
  const texts = stepRoles.flatMap((role) => {
    const text = textOf(step[role]).trim();
    return text === '' ? [] : [role === 'say' ? text : `［${words.roles[role]}］${text}`];
  });
  const choices = step.choices.map(
    ({ label, to }) => `・${words.choice(label, to === null ? null : (titles.get(to) ?? null))}`,
  );
  return [`■ ${titles.get(step.id) ?? words.untitled}`, ...texts, ...choices].join('\n');
}
