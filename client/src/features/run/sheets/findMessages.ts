import { registerMessages } from '../../../app/i18n.ts';

/** Searching beyond the script on screen. */
export const findMessages = registerMessages('runFind', {
  ja: {
    here: 'このスクリプト',
    elsewhere: 'ほかのスクリプト',
    more: 'ほか{{count}}件。言葉を足すと絞り込めます。',
    asking: '検索しています…',
    failed: 'ほかのスクリプトは、今は検索できません。',
    read: '読む',
    preview: '「{{script}}」のステップ',
    loading: '読み込んでいます…',
    gone: 'このステップは今の版にありません。',
    back: '検索に戻る',
    start: 'このステップから新しい応対を始める',
    inSteps: 'ステップの言葉から',
  },
  en: {
    here: 'This script',
    elsewhere: 'Other scripts',
    more: '{{count}} more. Add a word to narrow the search.',
    asking: 'Searching…',
    failed: 'Other scripts cannot be searched now.',
    read: 'Read',
    preview: 'Step of “{{script}}”',
    loading: 'Loading…',
    gone: 'The current version has no such step.',
    back: 'Back to search',
    start: 'Start a new call at this step',
    inSteps: 'In the words of steps',
  },
});
