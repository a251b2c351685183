import type { Deviation } from './replay.ts';

const sentences: Record<Deviation, { ja: string; en: string }> = {
  no_start: { ja: '開始ステップがありません', en: 'there is no start step' },
  elsewhere: {
    ja: '「{expected}」ではなく「{step}」に進みます',
    en: 'it leads to “{step}”, not “{expected}”',
  },
  step_gone: { ja: 'ステップ「{expected}」がありません', en: 'the step “{expected}” is gone' },
  choice_gone: { ja: '「{step}」で選んだ分岐がありません', en: 'the choice taken on “{step}” is gone' },
  choice_closed: {
    ja: '「{step}」の分岐「{choice}」は選べません（条件：{condition}）',
    en: '“{choice}” of “{step}” is not offered (condition: {condition})',
  },
  choice_dangling: {
    ja: '「{step}」の分岐「{choice}」に行き先がありません',
    en: '“{choice}” of “{step}” leads nowhere',
  },
  field_needed: {
    ja: '「{step}」の必須項目「{field}」が見本にないか、正しくありません',
    en: 'the field “{field}” of “{step}” is required and missing or wrong in the sample',
  },
  interrupt_gone: {
    ja: '「{step}」で使った割り込みがありません',
    en: 'the interrupt used on “{step}” is gone',
  },
  gate_in_way: {
    ja: '「{step}」から先へ進むには、「{gate}」の確認が必要です',
    en: 'the way on from “{step}” is closed until “{gate}” is confirmed',
  },
  part_missing: {
    ja: '「{step}」から呼び出すスクリプトが公開されていません',
    en: 'the script that “{step}” calls is not published',
  },
  no_way: { ja: '「{step}」から先へ進めません', en: 'it cannot go on from “{step}”' },
  outcome: {
    ja: '結果コードが「{expected}」ではなく「{outcome}」になります',
    en: 'it ends with “{outcome}”, not “{expected}”',
  },
};

/** Why a sample caller left its path, as half a sentence. */
export function deviationText(
  { code, values }: { code: Deviation; values: Readonly<Record<string, string>> },
  language: 'ja' | 'en',
): string {
  return sentences[code][language].replace(/\{([a-z]+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
