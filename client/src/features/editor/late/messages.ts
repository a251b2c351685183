import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  notLoaded: '読み込めませんでした。ネットワークを確認して、もう一度お試しください。',
} as const;

const en = {
  notLoaded: 'Could not load this. Please check the network and try again.',
} as const;

export const lateMessages = registerMessages('editorLate', { ja, en });
