import { registerMessages } from '../../../app/i18n.ts';

/** Sentences of what loads only when something is withdrawn. */
export const withdrawnMessages = registerMessages('runWithdrawn', {
  ja: {
    lost: 'この応対は別のタブで続けています',
    lostBody: '入力した内容は別のタブに引き継がれました。',
    takeBack: 'このタブで続ける',
    notOut: 'このスクリプトは公開されていません',
    notOutBody: '使用停止になったか、まだ公開されていません。',
    home: '一覧へ戻る',
    script: 'このスクリプトは使用停止になりました',
    part: '「{{title}}」は使用停止になりました',
    heading: '使用停止中のスクリプト',
    substitute: '代わりにお読みください',
    reason: '理由: {{reason}}',
    by: '{{time}}　{{author}}',
  },
  en: {
    lost: 'This call goes on in another tab',
    lostBody: 'What you typed was handed over to it.',
    takeBack: 'Continue here',
    notOut: 'This script is not available',
    notOutBody: 'It was withdrawn or has not been published yet.',
    home: 'Back to the list',
    script: 'This script was withdrawn',
    part: '“{{title}}” was withdrawn',
    heading: 'Withdrawn scripts',
    substitute: 'Please read this instead',
    reason: 'Reason: {{reason}}',
    by: '{{time}} · {{author}}',
  },
});
