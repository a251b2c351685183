import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  title: '移動・操作',
  search: 'ステップ・トークスクリプト・操作を検索',
  none: '一致するものがありません',
  count: '{{count}}件',
  close: '閉じる',
  untitled: '（無題）',
  steps: 'このスクリプトのステップ',
  scripts: 'トークスクリプト',
  commands: '操作',
  checks: 'チェックの一覧を開く',
  trial: '試行を開く',
  comments: 'コメントの一覧を開く',
  addStep: 'ステップを追加',
  findAll: 'このスクリプトで検索と置換',
  findEverywhere: 'すべてのスクリプトで検索と置換',
  beside: 'すべて並べて表示',
  list: 'トークスクリプトの一覧へ',
  keys: 'キーボード操作の一覧',
} as const;

const en = {
  title: 'Go to, do',
  search: 'Search steps, scripts and commands',
  none: 'Nothing matches',
  count: '{{count}} found',
  close: 'Close',
  untitled: '(untitled)',
  steps: 'Steps of this script',
  scripts: 'Call scripts',
  commands: 'Commands',
  checks: 'Open the list of checks',
  trial: 'Open the trial run',
  comments: 'Open all comments',
  addStep: 'Add a step',
  findAll: 'Find and replace in this script',
  findEverywhere: 'Find and replace in all scripts',
  beside: 'All side by side',
  list: 'To the list of call scripts',
  keys: 'List of keys',
} as const;

export const paletteMessages = registerMessages('editorPalette', { ja, en });
