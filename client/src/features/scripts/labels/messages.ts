import { registerMessages } from '../../../app/i18n.ts';

export const labelMessages = registerMessages('labels', {
  ja: {
    title: 'ラベル',
    leadOne: '『{{title}}』に付けるラベルを選んでください。',
    leadMany:
      '{{count}}件のスクリプトにラベルを付け外しします。一部だけに付いているラベルは「－」で示します。',
    uses: '「秘」を付けると、書き出しに理由の入力が必要になります。「個人情報含む」を付けると、差込項目の例は通常書き出されません。',
    save: '保存',
    saved_one: 'ラベルを変更しました',
    saved_other: '{{count}}件のラベルを変更しました',
    newName: '新しいラベルの名前',
    newHint: '新しいラベル',
    colour: '色',
    add: '作成して付ける',
    taken: '同じ名前のラベルがあります',
  },
  en: {
    title: 'Labels',
    leadOne: 'Choose the labels of “{{title}}”.',
    leadMany:
      'Adds and removes labels of {{count}} scripts. A dash marks labels that only some of them have.',
    uses: '“Secret” asks for a reason at each export. “Personal data” keeps the example values of placeholders out of it.',
    save: 'Save',
    saved_one: 'Labels changed',
    saved_other: 'Labels of {{count}} scripts changed',
    newName: 'Name of the new label',
    newHint: 'New label',
    colour: 'Colour',
    add: 'Create and add',
    taken: 'There is a label of this name',
  },
});
