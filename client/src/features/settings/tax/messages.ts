import { registerMessages } from '../../../app/i18n.ts';

export const taxMessages = registerMessages('settingsTax', {
  ja: {
    title: '消費税',
    lead: '自動計算の「税込」で使う税率と端数処理です。',
    standard: '標準税率（%）',
    reduced: '軽減税率（%）',
    rounding: '1円未満の端数',
    down: '切り捨て',
    nearest: '四捨五入',
    up: '切り上げ',
    example: '例：単価 {{amount}}円 → 税込 {{standard}}円（軽減税率では {{reduced}}円）',
    bad: '0 から 100 までの数を入力してください',
  },
  en: {
    title: 'Consumption tax',
    lead: 'Rates and rounding for calculated amounts with tax.',
    standard: 'Standard rate (%)',
    reduced: 'Reduced rate (%)',
    rounding: 'Fractions of a yen',
    down: 'Round down',
    nearest: 'Round to nearest',
    up: 'Round up',
    example: 'Example: ¥{{amount}} becomes ¥{{standard}} (¥{{reduced}} at the reduced rate)',
    bad: 'Enter a number from 0 to 100',
  },
});
