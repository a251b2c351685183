import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  layout: '画面の並べ方',
  alone: '{{pane}}だけを表示',
  beside: 'すべて並べて表示',
} as const;

const en = {
  layout: 'Layout',
  alone: '{{pane}} alone',
  beside: 'All side by side',
} as const;

export const paneMessages = registerMessages('editorPanes', { ja, en });
