import { registerMessages } from '../../app/i18n.ts';
import { fieldWords } from './words/fieldWords.ts';
import { frameWords } from './words/frameWords.ts';
import { keyWords } from './words/keyWords.ts';
import { proseWords } from './words/proseWords.ts';
import { publishWords } from './words/publishWords.ts';
import { stepWords } from './words/stepWords.ts';

export const editorMessages = registerMessages('editor', {
  ja: {
    ...frameWords.ja,
    ...stepWords.ja,
    ...proseWords.ja,
    ...fieldWords.ja,
    ...publishWords.ja,
    ...keyWords.ja,
  },
  en: {
    ...frameWords.en,
    ...stepWords.en,
    ...proseWords.en,
    ...fieldWords.en,
    ...publishWords.en,
    ...keyWords.en,
  },
});
