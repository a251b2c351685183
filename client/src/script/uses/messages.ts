import { registerMessages } from '../../app/i18n.ts';

export const usesMessages = registerMessages('uses', {
  ja: {
    title: '『{{title}}』の使用箇所',
    lead: 'このスクリプトを部品として呼び出しているスクリプトです。',
    none: 'このスクリプトを呼び出しているスクリプトはありません。',
    inDraft: '下書き',
    inPublished: '公開版',
    untitledStep: '（無題のステップ）',
    open_one: '使用箇所（{{count}}件）',
    open_other: '使用箇所（{{count}}件）',
    affects_one: '公開すると、呼び出し元の{{count}}件のスクリプトにも反映されます',
    affects_other: '公開すると、呼び出し元の{{count}}件のスクリプトにも反映されます',
    show: '呼び出し元を表示',
    replaced: '{{name}}さんが「検索と置換」でこのスクリプトの{{count}}か所を置き換えました',
    takenBack: '{{name}}さんが置換を元に戻しました（{{count}}か所）',
  },
  en: {
    title: 'Where “{{title}}” is used',
    lead: 'These scripts call this one as a part.',
    none: 'No script calls this one.',
    inDraft: 'Draft',
    inPublished: 'Live version',
    untitledStep: '(untitled step)',
    open_one: 'Used by {{count}} script',
    open_other: 'Used by {{count}} scripts',
    affects_one: '{{count}} script that calls this one runs the new version too',
    affects_other: '{{count}} scripts that call this one run the new version too',
    show: 'Show them',
    replaced: '{{name}} replaced {{count}} places of this script by find and replace',
    takenBack: '{{name}} undid a replacement ({{count}} places)',
  },
});
