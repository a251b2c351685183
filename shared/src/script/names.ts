import type { FieldType, PlaceholderType, Script, StepKind } from './schema.ts';

type InLanguages<Name extends string> = Record<Script['language'], Readonly<Record<Name, string>>>;

// What things of a script are called, on screens and in files alike (SPEC: Words).

export const kindNames = {
  ja: {
    talk: 'トーク',
    question: '質問',
    form: '入力',
    condition: '条件',
    jump: '部品呼出',
    end: '終話',
  },
  en: {
    talk: 'Talk',
    question: 'Question',
    form: 'Form',
    condition: 'Condition',
    jump: 'Call a part',
    end: 'End',
  },
} as const satisfies InLanguages<StepKind>;

export const fieldTypeNames = {
  ja: {
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
  en: {
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
    checkbox: 'Several of',
    readback: 'Read back',
  },
} as const satisfies InLanguages<FieldType>;

export const placeholderTypeNames = {
  ja: {
    text: '文字',
    number: '数値',
    amount: '金額',
    date: '日付',
    time: '時刻',
    tel: '電話番号',
  },
  en: {
    text: 'Text',
    number: 'Number',
    amount: 'Amount',
    date: 'Date',
    time: 'Time',
    tel: 'Phone',
  },
} as const satisfies InLanguages<PlaceholderType>;
