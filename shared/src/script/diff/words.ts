import { fieldTypeNames, kindNames, placeholderTypeNames } from '../names.ts';

/** The words that a difference is told in. */
export const partWords = {
  ja: {
    kinds: kindNames.ja,
    fieldTypes: fieldTypeNames.ja,
    placeholderTypes: placeholderTypeNames.ja,
    roles: { say: '読む', do: 'する', caution: '注意・NG' },
    languages: { ja: '日本語', en: '英語' },
    otherScript: '別のスクリプト',
    mark: ['オン', 'オフ'] as const,
    when: (sentence: string) => `［${sentence} のとき］`,
    required: '必須',
    personal: '個人情報',
    masks: { all: '伏せ字', last4: '末尾4文字以外は伏せ字' },
    handedIn: '呼出元から受け取る',
    handedBack: '呼出元へ返す',
    item: (label: string, key: string, facts: readonly string[]) =>
      `${label === '' ? key : `${label}（${key}）`}：${facts.join('、')}`,
    valued: (label: string, value: string) => `${label}（${value}）`,
    range: (min: number | undefined, max: number | undefined) => {
      if (min === undefined) return `${max ?? ''}以下`;
      return max === undefined ? `${min}以上` : `${min}〜${max}`;
    },
    options: (options: readonly string[]) => `選択肢 ${options.join('／')}`,
    computed: (sentence: string) => `計算式 ${sentence}`,
    example: (text: string) => `例 ${text}`,
    fallback: (text: string) => `未入力時 ${text}`,
    input: (key: string, sentence: string) => `渡す値：${key} ← ${sentence}`,
    output: (key: string, label: string) => `受け取る値：${label} ← ${key}`,
  },
  en: {
    kinds: kindNames.en,
    fieldTypes: fieldTypeNames.en,
    placeholderTypes: placeholderTypeNames.en,
    roles: { say: 'Say', do: 'Do', caution: 'Caution' },
    languages: { ja: 'Japanese', en: 'English' },
    otherScript: 'another script',
    mark: ['On', 'Off'] as const,
    when: (sentence: string) => `[when ${sentence}]`,
    required: 'required',
    personal: 'personal data',
    masks: { all: 'masked', last4: 'masked but the last 4' },
    handedIn: 'handed in by the caller',
    handedBack: 'handed back to the caller',
    item: (label: string, key: string, facts: readonly string[]) =>
      `${label === '' ? key : `${label} (${key})`}: ${facts.join(', ')}`,
    valued: (label: string, value: string) => `${label} (${value})`,
    range: (min: number | undefined, max: number | undefined) => {
      if (min === undefined) return `at most ${max ?? ''}`;
      return max === undefined ? `at least ${min}` : `${min}–${max}`;
    },
    options: (options: readonly string[]) => `options ${options.join(' / ')}`,
    computed: (sentence: string) => `computed ${sentence}`,
    example: (text: string) => `e.g. ${text}`,
    fallback: (text: string) => `when empty ${text}`,
    input: (key: string, sentence: string) => `Hands in: ${key} ← ${sentence}`,
    output: (key: string, label: string) => `Takes back: ${label} ← ${key}`,
  },
} as const;

export type PartWords = (typeof partWords)['ja' | 'en'];
