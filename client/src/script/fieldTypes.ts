import { registerMessages } from '../app/i18n.ts';

/** What the types of fields and placeholders are called. Apart: pages of agents do not name them. */
export const typeWords = registerMessages('types', {
  ja: {
    field: {
      text: '1行テキスト',
      longtext: '複数行テキスト',
      number: '数値',
      tel: '電話番号',
      date: '日付',
      time: '時刻',
      kana: 'カナ',
      postcode: '郵便番号',
      select: 'プルダウン',
      radio: '単一選択',
      checkbox: '複数選択',
      readback: '復唱確認',
    },
    placeholder: {
      text: '文字',
      number: '数値',
      amount: '金額',
      date: '日付',
      time: '時刻',
      tel: '電話番号',
    },
  },
  en: {
    field: {
      text: 'Text',
      longtext: 'Long text',
      number: 'Number',
      tel: 'Phone',
      date: 'Date',
      time: 'Time',
      kana: 'Kana',
      postcode: 'Postcode',
      select: 'Select',
      radio: 'One of',
      checkbox: 'Any of',
      readback: 'Read back',
    },
    placeholder: {
      text: 'Text',
      number: 'Number',
      amount: 'Amount',
      date: 'Date',
      time: 'Time',
      tel: 'Phone',
    },
  },
});
