import type { Finding } from '../version.ts';

type HeldStep = NonNullable<Finding['held']>[number];
type Message = Pick<Finding, 'severity'> & { ja: string; en: string };

/** Every finding of `check`: whether it blocks publishing, and its sentence. `{name}` is filled from the finding's values. */
export const findingMessages = {
  no_start: {
    severity: 'error',
    ja: '開始ステップがありません。',
    en: 'The script has no start step.',
  },
  dangling_choice: {
    severity: 'error',
    ja: '分岐「{choice}」の行き先がありません。',
    en: 'The choice “{choice}” leads nowhere.',
  },
  dangling_interrupt: {
    severity: 'error',
    ja: '割り込み「{interrupt}」の行き先がありません。',
    en: 'The interrupt “{interrupt}” leads nowhere.',
  },
  dead_end: {
    severity: 'error',
    ja: '「{step}」から先へ進む分岐がありません。終話でなければ分岐を追加してください。',
    en: '“{step}” has no way on. Add a choice, or make it an end.',
  },
  no_way_out: {
    severity: 'error',
    ja: '「{step}」からは終話にたどり着けません（出口のないループ）。',
    en: 'No end can be reached from “{step}” (a loop without a way out).',
  },
  undefined_placeholder: {
    severity: 'error',
    ja: '差込項目「{key}」は定義されていません。',
    en: 'The placeholder “{key}” is not defined.',
  },
  malformed_placeholder: {
    severity: 'error',
    ja: '差込項目の書き方が正しくありません：「{text}」。半角で {{key}} の形にしてください。',
    en: 'Not a proper placeholder: “{text}”. Write {{key}} with ASCII braces.',
  },
  undefined_key: {
    severity: 'error',
    ja: '条件にある項目「{key}」は定義されていません。',
    en: 'The condition asks for “{key}”, which is not defined.',
  },
  bad_condition: {
    severity: 'error',
    ja: '条件「{condition}」を解釈できません。書き方をご確認ください。',
    en: 'The condition “{condition}” is not understood ({error}).',
  },
  condition_without_default: {
    severity: 'error',
    ja: '条件ステップ「{step}」に、どの条件にも合わないときの分岐がありません。',
    en: 'The condition step “{step}” has no default choice.',
  },
  duplicate_field_key: {
    severity: 'error',
    ja: '入力項目のキー「{key}」が重複しています。',
    en: 'The field key “{key}” is used twice.',
  },
  duplicate_placeholder: {
    severity: 'error',
    ja: '差込項目「{key}」が重複しています。',
    en: 'The placeholder “{key}” is defined twice.',
  },
  duplicate_id: {
    severity: 'error',
    ja: '識別子「{id}」が重複しています。',
    en: 'The id “{id}” is used twice.',
  },
  key_conflict: {
    severity: 'error',
    ja: 'キー「{key}」と「{other}」は同時に使えません。',
    en: 'The keys “{key}” and “{other}” cannot stand side by side.',
  },
  reserved_key: {
    severity: 'error',
    ja: 'キー「{key}」は条件式の予約語のため使えません。別のキーにしてください。',
    en: 'The key “{key}” is a reserved word of conditions. Choose another key.',
  },
  field_without_options: {
    severity: 'error',
    ja: '入力項目「{field}」に選択肢がありません。',
    en: 'The field “{field}” has no options.',
  },
  field_limits: {
    severity: 'error',
    ja: '入力項目「{field}」の最小値が最大値より大きくなっています。',
    en: 'The smallest value of “{field}” is above the largest.',
  },
  duplicate_option: {
    severity: 'error',
    ja: '入力項目「{field}」の選択肢の値「{option}」が重複しています。',
    en: 'The option value “{option}” of “{field}” is used twice.',
  },
  computed_of_itself: {
    severity: 'error',
    ja: '入力項目「{field}」の計算式が、その項目自身を参照しています。',
    en: 'The expression of “{field}” asks for the field itself.',
  },
  end_without_outcome: {
    severity: 'error',
    ja: '終話「{step}」に結果コードがありません。',
    en: 'The end “{step}” has no outcome code.',
  },
  empty_step: {
    severity: 'error',
    ja: '「{step}」に読む文も指示もありません。',
    en: '“{step}” has nothing to say or do.',
  },
  jump_without_target: {
    severity: 'error',
    ja: '部品呼出「{step}」の呼び出し先がありません。',
    en: 'The jump “{step}” names no script.',
  },
  unknown_jump_target: {
    severity: 'error',
    ja: '部品呼出「{step}」の呼び出し先が見つかりません。',
    en: 'The script that “{step}” calls does not exist.',
  },
  jump_unpublished: {
    severity: 'warning',
    ja: '部品呼出「{step}」の呼び出し先はまだ公開されていません。公開するまで応対では使えません。',
    en: 'The script that “{step}” calls has not been published yet; calls cannot use it until it is.',
  },
  jump_to_itself: {
    severity: 'error',
    ja: '部品呼出「{step}」がこのスクリプト自身を呼び出しています。別のスクリプトを選んでください。',
    en: '“{step}” calls this very script. Choose another one.',
  },
  jump_to_shut: {
    severity: 'error',
    ja: '部品呼出「{step}」の呼び出し先「{part}」は公開停止中のため、応対で使えません。呼び出し先を公開し直すか、別のスクリプトを選んでください。',
    en: 'The script “{part}” that “{step}” calls was withdrawn. Publish it again or choose another one.',
  },
  jump_loop: {
    severity: 'error',
    ja: '部品呼出「{step}」の呼び出し先「{part}」が、めぐってこのスクリプトを呼び出しています。どちらかの呼び出しを外してください。',
    en: '“{part}”, which “{step}” calls, calls this script in turn. Take one of the calls away.',
  },
  jump_input_unknown: {
    severity: 'error',
    ja: '部品呼出「{step}」で渡す先「{key}」は、呼び出し先の「呼び出し元から受け取る」差込項目にありません。選び直すか、行を削除してください。',
    en: '“{step}” hands in “{key}”, which the called script does not take. Choose another or remove the line.',
  },
  jump_input_empty: {
    severity: 'error',
    ja: '部品呼出「{step}」で「{input}」に渡す値がありません。値を指定するか、行を削除してください。',
    en: '“{step}” has no value for “{input}”. Give one or remove the line.',
  },
  jump_input_twice: {
    severity: 'error',
    ja: '部品呼出「{step}」で「{input}」に2回渡しています。1つにしてください。',
    en: '“{step}” hands in “{input}” twice. Keep one.',
  },
  jump_input_type: {
    severity: 'warning',
    ja: '部品呼出「{step}」で「{input}」に渡す値の種類が合いません。呼び出し先で使われないことがあります。',
    en: 'What “{step}” hands in as “{input}” is of another type and may not be used.',
  },
  jump_input_missing: {
    severity: 'warning',
    ja: '部品呼出「{step}」で、呼び出し先「{part}」が受け取る「{input}」を渡していません。',
    en: '“{step}” does not hand in “{input}”, which “{part}” takes.',
  },
  jump_output_unknown: {
    severity: 'error',
    ja: '部品呼出「{step}」で受け取る「{output}」は、呼び出し先の「呼び出し元へ返す」入力項目にありません。選び直すか、行を削除してください。',
    en: '“{step}” takes back “{output}”, which the called script does not hand back. Choose another or remove the line.',
  },
  jump_output_target: {
    severity: 'error',
    ja: '部品呼出「{step}」で「{output}」を入れる入力項目「{key}」がこのスクリプトにありません。入れ先を選んでください。',
    en: '“{step}” has no field “{key}” to take “{output}”. Choose a field of this script.',
  },
  jump_output_computed: {
    severity: 'error',
    ja: '部品呼出「{step}」で「{output}」を入れる「{field}」は自動計算の項目です。別の入力項目を選んでください。',
    en: '“{step}” writes “{output}” into “{field}”, which is computed. Choose another field.',
  },
  jump_output_type: {
    severity: 'error',
    ja: '部品呼出「{step}」で受け取る「{output}」は、入れ先「{field}」と種類または選択肢が合いません。',
    en: '“{output}”, which “{step}” takes back, does not fit “{field}” in type or options.',
  },
  jump_output_twice: {
    severity: 'error',
    ja: '部品呼出「{step}」で「{field}」に2つの値を入れています。1つにしてください。',
    en: '“{step}” writes two values into “{field}”. Keep one.',
  },
  page_without_address: {
    severity: 'error',
    ja: '「{step}」の埋め込みページに URL がありません。',
    en: 'The embedded page of “{step}” has no address.',
  },
  page_address: {
    severity: 'error',
    ja: '「{step}」の埋め込みページの URL が正しくありません。https:// で始め、ホスト名に差込項目を使わないでください。',
    en: 'The address of the embedded page of “{step}” must begin with https:// and a plain host name.',
  },
  page_not_allowed: {
    severity: 'warning',
    ja: '「{step}」の埋め込みページのホスト「{host}」は設定で許可されていません。応対では代わりの文が表示されます。',
    en: 'The host “{host}” of the embedded page of “{step}” is not allowed in the settings; calls show the text instead.',
  },
  page_without_title: {
    severity: 'warning',
    ja: '「{step}」の埋め込みページに名前がありません。',
    en: 'The embedded page of “{step}” has no title.',
  },
  page_without_fallback: {
    severity: 'warning',
    ja: '「{step}」の埋め込みページに、表示できないときの文がありません。',
    en: 'The embedded page of “{step}” has no text for when it cannot be shown.',
  },
  unlisted_outcome: {
    severity: 'warning',
    ja: '終話「{step}」の結果コード「{outcome}」は設定の結果コードにありません。',
    en: 'The outcome code “{outcome}” of “{step}” is not among those in the settings.',
  },
  interrupt_without_label: {
    severity: 'warning',
    ja: '名前のない割り込みがあります。オペレーターに見える名前を付けてください。',
    en: 'A side topic has no name. Give it one that agents can see.',
  },
  gate_without_label: {
    severity: 'warning',
    ja: '「{step}」に名前のない確認事項があります。',
    en: 'A point to confirm of “{step}” has no words.',
  },
  bad_content: {
    severity: 'error',
    ja: 'スクリプトに使用できない内容が含まれています。貼り付けた部分を削除するか、入力し直してください。',
    en: 'Something here may not be part of a script ({detail}).',
  },
  unreachable: {
    severity: 'warning',
    ja: '「{step}」へ進む経路がありません。',
    en: '“{step}” cannot be reached.',
  },
  choice_without_label: {
    severity: 'warning',
    ja: '「{step}」の分岐に名前がありません。',
    en: 'A choice of “{step}” has no label.',
  },
  too_many_choices: {
    severity: 'warning',
    ja: '「{step}」の分岐が{count}個あります。数字キーで選べるのは9個までです。',
    en: '“{step}” has {count} choices; number keys reach nine.',
  },
  rule_after_default: {
    severity: 'warning',
    ja: '「{step}」の条件なしの分岐より後ろにある条件は使われません。',
    en: 'Rules after the default of “{step}” are never used.',
  },
  only_conditional_choices: {
    severity: 'warning',
    ja: '「{step}」の分岐はすべて条件付きです。どれも表示されないことがあります。',
    en: 'All choices of “{step}” are conditional; none may be offered.',
  },
  long_text: {
    severity: 'warning',
    ja: '「{step}」は読み上げに約{seconds}秒かかります。ステップを分けると聞き取りやすくなります。',
    en: '“{step}” takes about {seconds} seconds to read aloud. Shorter steps are easier to follow.',
  },
  long_must_read: {
    severity: 'warning',
    ja: '必読の「{step}」に箇条書きが{count}個あります。3個までにすると読み飛ばされにくくなります。',
    en: '“{step}” must be read and has {count} bullets.',
  },
  step_without_title: {
    severity: 'warning',
    ja: '名前のないステップがあります。',
    en: 'A step has no title.',
  },
  empty_end: {
    severity: 'warning',
    ja: '終話「{step}」に読む文がありません。',
    en: 'The end “{step}” has nothing to say.',
  },
  unused_placeholder: {
    severity: 'warning',
    ja: '差込項目「{key}」は使われていません。',
    en: 'The placeholder “{key}” is not used.',
  },
  personal_field: {
    severity: 'warning',
    ja: '入力項目「{field}」は個人情報と思われますが、個人情報の印がありません。',
    en: 'The field “{field}” looks like personal data and is not marked as such.',
  },
  unmasked_field: {
    severity: 'warning',
    ja: '個人情報の入力項目「{field}」は伏せ字になりません。',
    en: 'The field “{field}” holds personal data and is not masked.',
  },
  card_number_field: {
    severity: 'warning',
    ja: '入力項目「{field}」：カード番号は入力させないでください。',
    en: 'The field “{field}”: card numbers must not be typed in.',
  },
  ng_word: {
    severity: 'error',
    ja: 'NGワード「{word}」が使われています。',
    en: '“{word}” must not be said.',
  },
  preferred_spelling: {
    severity: 'warning',
    ja: '「{quote}」は「{use}」と表記する決まりです。',
    en: '“{quote}” is written “{use}” here.',
  },
  mixed_spelling: {
    severity: 'warning',
    ja: '表記ゆれ：このスクリプトには「{kept}」と「{form}」が混在しています。',
    en: 'Both “{kept}” and “{form}” are used in this script.',
  },
  mixed_width: {
    severity: 'warning',
    ja: '全角と半角が混在しています：「{form}」。',
    en: 'Full and half width are mixed: “{form}”.',
  },
  honorific: {
    severity: 'warning',
    ja: '敬語を見直してください：「{quote}」。',
    en: 'Please look at the honorific “{quote}”.',
  },
  repeated_humble: {
    severity: 'warning',
    ja: '一文に「させていただく」が重なっています。「いたします」などに言い換えると聞き取りやすくなります。',
    en: '“させていただく” stands twice in one sentence.',
  },
  long_sentence: {
    severity: 'warning',
    ja: '一文が{count}字あります。60字以内に分けると聞き取りやすくなります。',
    en: 'A sentence has {count} characters. Up to 60 are easier to follow by ear.',
  },
  doubled_particle: {
    severity: 'warning',
    ja: '一文に助詞「{particle}」が続いています。',
    en: 'The particle “{particle}” comes again in one sentence.',
  },
  same_endings: {
    severity: 'warning',
    ja: '「{ending}」で終わる文が3つ続いています。',
    en: 'Three sentences in a row end with “{ending}”.',
  },
  sample_path: {
    severity: 'warning',
    ja: '見本の発信者「{sample}」が保存した道筋から外れます：{why}。',
    en: 'The sample caller “{sample}” leaves the saved path: {whyen}.',
  },
  field_without_label: {
    severity: 'warning',
    ja: '入力項目「{field}」に名前がありません。',
    en: 'The field “{field}” has no label.',
  },
} as const satisfies Record<string, Message>;

export type FindingCode = keyof typeof findingMessages;

/** The sentence of a finding in the reader's language; an unknown code gives the message it came with. */
export function findingMessage(finding: Finding, language: 'ja' | 'en'): string {
  const said = Object.hasOwn(findingMessages, finding.code)
    ? sentence(finding.code as FindingCode, finding.values ?? {}, language)
    : finding.message;
  return [said, ...(finding.held ?? []).map((step) => heldMessage(step, language))].join(
    language === 'ja' ? '' : ' ',
  );
}

function heldMessage({ title, published }: HeldStep, language: 'ja' | 'en'): string {
  if (language === 'ja')
    return published
      ? `「${title}」は作業中のため、公開中の内容のまま出ます。`
      : `「${title}」は作業中のため、公開されません。`;
  return published
    ? `“${title}” is on hold and goes out as it is published now.`
    : `“${title}” is on hold and does not go out.`;
}

export function sentence(
  code: FindingCode,
  values: Readonly<Record<string, string>>,
  language: 'ja' | 'en',
): string {
  return findingMessages[code][language].replace(/\{([a-z]+)\}/gu, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}
