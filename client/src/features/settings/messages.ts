import { registerMessages } from '../../app/i18n.ts';

export const settingsMessages = registerMessages('settings', {
  ja: {
    title: '設定',
    lead: 'この契約の全員に効く決まりです。変更は管理ログに残ります。',
    sections: '設定の見出し',
    saved: '設定を保存しました',
    save: '保存',
    unsaved: '保存していない変更があります',
    undo: '変更を取り消す',
  },
  en: {
    title: 'Settings',
    lead: 'Rules for everyone of this organisation. Changes are kept in the admin log.',
    sections: 'Settings sections',
    saved: 'Settings saved',
    save: 'Save',
    unsaved: 'There are unsaved changes',
    undo: 'Discard changes',
  },
});
