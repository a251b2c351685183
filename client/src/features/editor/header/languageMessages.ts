import { registerMessages } from '../../../app/i18n.ts';

export const languageMessages = registerMessages('scriptLanguage', {
  ja: { label: 'スクリプトの言語', ja: '日本語', en: '英語' },
  en: { label: 'Language of the script', ja: 'Japanese', en: 'English' },
});
