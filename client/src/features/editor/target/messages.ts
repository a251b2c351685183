import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  title: '「{{label}}」の行き先',
  titleNew: '「{{step}}」からつなぐ先',
  search: '番号・ステップ名で探す',
  newStep: '＋ 新しいステップを作ってつなぐ',
  none: '一致するステップがありません',
  untitled: '（無題）',
  noLabel: '（ラベルなし）',
  close: '閉じる',
  count: '{{count}}件',
} as const;

const en = {
  title: 'Where “{{label}}” leads',
  titleNew: 'Connect “{{step}}” to',
  search: 'Find by number or name',
  newStep: '+ Make a new step and connect it',
  none: 'No matching step',
  untitled: '(untitled)',
  noLabel: '(no label)',
  close: 'Close',
  count: '{{count}} found',
} as const;

export const targetMessages = registerMessages('editorTarget', { ja, en });
