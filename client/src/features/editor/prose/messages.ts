import { registerMessages } from '../../../app/i18n.ts';

/** What is said about placeholders while a text is written. */
export const proseMessages = registerMessages('prose', {
  ja: {
    unknown: '{{text}} という項目はありません。',
    wide: '{{text}} のかっこが全角です。',
    broken: '{{text}} は差込項目として読めません。',
    instead: '言い換え：『{{words}}』',
    replaceBy: '{{key}} に直す',
    create: '差込項目「{{key}}」を作る',
    createNew: '新しい差込項目を作る',
    createNamed: '差込項目「{{name}}」を作る',
    field: '入力項目',
  },
  en: {
    instead: 'Instead: “{{words}}”',
    unknown: 'There is no item {{text}}.',
    wide: 'The braces of {{text}} are full width.',
    broken: '{{text}} cannot be read as a placeholder.',
    replaceBy: 'Change to {{key}}',
    create: 'Create the placeholder “{{key}}”',
    createNew: 'Create a new placeholder',
    createNamed: 'Create the placeholder “{{name}}”',
    field: 'Field',
  },
});
