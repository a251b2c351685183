import { registerMessages } from '../../../../app/i18n.ts';

const ja = {
  undo: {
    done: '元に戻しました',
    changed: '「{{title}}」の変更を元に戻しました',
    gone: '元に戻しました：「{{title}}」はなくなりました',
    back: '元に戻しました：「{{title}}」が戻りました',
    many: '{{count}}件のステップを元に戻しました',
    overtaken: '他の人が変更したため元に戻せません。',
  },
  redo: {
    done: 'やり直しました',
    changed: '「{{title}}」の変更をやり直しました',
    gone: 'やり直しました：「{{title}}」はなくなりました',
    back: 'やり直しました：「{{title}}」が戻りました',
    many: '{{count}}件のステップをやり直しました',
    overtaken: '他の人が変更したためやり直せません。',
  },
  shared: '他の人がこの中で作業したため、そのまま残しました。不要な場合は「削除」してください。',
  inUse: '{{names}}さんが開いているステップのため、ごみ箱に移しました。',
  restore: '戻す',
};

const en: typeof ja = {
  undo: {
    done: 'Undone',
    changed: 'Undid the change of “{{title}}”',
    gone: 'Undone: “{{title}}” is gone',
    back: 'Undone: “{{title}}” is back',
    many: 'Undid the change of {{count}} steps',
    overtaken: 'Cannot be undone: someone else has changed it since.',
  },
  redo: {
    done: 'Redone',
    changed: 'Redid the change of “{{title}}”',
    gone: 'Redone: “{{title}}” is gone',
    back: 'Redone: “{{title}}” is back',
    many: 'Redid the change of {{count}} steps',
    overtaken: 'Cannot be redone: someone else has changed it since.',
  },
  shared: 'Left as it is: someone else has worked in it since. Delete it instead if it is not needed.',
  inUse: 'Moved to the bin, as {{names}} has this step open.',
  restore: 'Restore',
};

export const historyMessages = registerMessages('editor-history', { ja, en });
