import { registerMessages } from '../app/i18n.ts';

export const colourWords = registerMessages('colours', {
  ja: {
    gray: 'グレー',
    red: '赤',
    pink: 'ピンク',
    grape: '紫',
    indigo: '藍',
    blue: '青',
    teal: '青緑',
    green: '緑',
    yellow: '黄',
    orange: 'オレンジ',
  },
  en: {
    gray: 'Grey',
    red: 'Red',
    pink: 'Pink',
    grape: 'Purple',
    indigo: 'Indigo',
    blue: 'Blue',
    teal: 'Teal',
    green: 'Green',
    yellow: 'Yellow',
    orange: 'Orange',
  },
});
