import { registerMessages } from '../../../app/i18n.ts';

export const releasesMessages = registerMessages('settingsReleases', {
  ja: {
    title: '変更の確認',
    lead: '公開した変更を、オペレーターにいつまでに、どのように確認してもらうかを決めます。次に公開する版から反映されます。',
    confirm: '「要確認」の確認期限（分）',
    urgent: '「緊急差替」の確認期限（分）',
    none: '空欄にすると期限なし',
    gate: '未確認の変更があるとき、次の応対の前に',
    off: '何もしない',
    script: 'そのスクリプトの変更を確認してもらう',
    all: 'すべての変更を確認してもらう',
    bad: '1 から 43200 までの整数を入力してください',
  },
  en: {
    title: 'Confirming changes',
    lead: 'By when and how agents confirm published changes. It holds from the next release on.',
    confirm: 'Deadline of “To confirm” (minutes)',
    urgent: 'Deadline of “Urgent” (minutes)',
    none: 'Empty: no deadline',
    gate: 'Before the next call, while changes are unconfirmed',
    off: 'Nothing',
    script: 'Ask to confirm those of its script',
    all: 'Ask to confirm all of them',
    bad: 'Enter a whole number from 1 to 43200',
  },
});
