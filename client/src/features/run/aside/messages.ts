import { registerMessages } from '../../../app/i18n.ts';

/** Sentences of what was typed at another seat; loaded with the part that shows it. */
export const asideMessages = registerMessages('runAside', {
  ja: {
    label: '別の席での入力',
    when: '{{time}} に届いた、別の席での入力です。いまの内容は変わっていません。',
    memo: '応対メモ',
    entries: '入力項目',
    step: '進んだステップ',
    addMemo: 'メモの末尾に加える',
    useEntries: 'この入力を使う',
    copy: 'コピー',
    copied: 'コピーしました',
    copyFailed: 'コピーできませんでした',
    putAway: '片付ける',
    failed: '片付けられませんでした。接続を確認してください。',
  },
  en: {
    label: 'Typed at another seat',
    when: 'Typed at another seat, arrived {{time}}. What is here has not changed.',
    memo: 'Call memo',
    entries: 'Entries',
    step: 'Came to the step',
    addMemo: 'Add to the memo',
    useEntries: 'Use these entries',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    putAway: 'Put away',
    failed: 'Could not be put away. Please check the connection.',
  },
});
