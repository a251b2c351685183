import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  counts: '入口{{entries}}・分岐{{choices}}',
  relabel: '分岐のラベル',
  selected_one: '{{count}}件選択中',
  selected_other: '{{count}}件選択中',
  clearSelection: '選択を解除',
  actions: '操作',
  find: 'スクリプト内を検索',
  hint: '↑↓ 移動・←→ 開閉・Enter 開く・スペース 選択・F2 名前・Alt+↑↓ 並べ替え・Alt+Enter つなぐ・Shift+F10 メニュー',
  group: 'グループ「{{title}}」',
  someone: '他の人',
  and: 'ほか',
  added: '{{names}}さんがステップ「{{title}}」を追加しました',
  removed: '{{names}}さんがステップ「{{title}}」を削除しました',
  renamed: '{{names}}さんがステップ名を「{{title}}」に変えました',
  moved: '{{names}}さんがステップ「{{title}}」を移動しました',
  groupAdded: '{{names}}さんがグループ「{{title}}」を作りました',
  groupRemoved: '{{names}}さんがグループ「{{title}}」を解除しました',
  many: '{{names}}さんが{{count}}か所を変更しました',
} as const;

const en = {
  counts: '{{entries}} in, {{choices}} out',
  relabel: 'Choice label',
  selected_one: '{{count}} selected',
  selected_other: '{{count}} selected',
  clearSelection: 'Clear the selection',
  actions: 'Actions',
  find: 'Find in this script',
  hint: '↑↓ move, ←→ fold, Enter open, Space select, F2 rename, Alt+↑↓ reorder, Alt+Enter connect, Shift+F10 menu',
  group: 'Group “{{title}}”',
  someone: 'Someone',
  and: 'and others',
  added: '{{names}} added step “{{title}}”',
  removed: '{{names}} deleted step “{{title}}”',
  renamed: '{{names}} renamed a step to “{{title}}”',
  moved: '{{names}} moved step “{{title}}”',
  groupAdded: '{{names}} made group “{{title}}”',
  groupRemoved: '{{names}} removed group “{{title}}”',
  many: '{{names}} changed {{count}} places',
} as const;

export const outlineMessages = registerMessages('editorOutline', { ja, en });
