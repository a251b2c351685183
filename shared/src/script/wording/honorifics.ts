import type { WordHit, WordText } from './hit.ts';

type Ending = 'る' | 'ます' | 'ました' | 'ません' | 'まして' | 'た' | 'て' | 'れば';
const endings = '(る|ました|まして|ません|ます|た|て|れば)';

/** How an ending of 〜られる sounds on the plain verb: `base` in る-form, い-form, っ-form and え-form. */
function endingsOf(plain: string, polite: string, past: string, conditional: string): Record<Ending, string> {
  return {
    る: plain,
    ます: `${polite}ます`,
    ました: `${polite}ました`,
    ません: `${polite}ません`,
    まして: `${polite}まして`,
    た: `${past}た`,
    て: `${past}て`,
    れば: conditional,
  };
}

const naru = endingsOf('なる', 'なり', 'なっ', 'なれば');

interface Rule {
  pattern: RegExp;
  /** From the groups of the match to what is right. */
  instead: (groups: readonly string[]) => string;
}

const withEnding = (source: string, forms: Record<Ending, string>, at: number): Rule => ({
  pattern: new RegExp(`${source}${endings}`, 'gu'),
  instead: (groups) => `${groups.slice(0, at).join('')}${forms[groups[at] as Ending]}`,
});

/** Honorifics that say twice what is said once, and a few that are no honorifics for the customer. */
const rules: readonly Rule[] = [
  withEnding('おっしゃられ', endingsOf('おっしゃる', 'おっしゃい', 'おっしゃっ', 'おっしゃれば'), 0),
  withEnding(
    'いらっしゃられ',
    endingsOf('いらっしゃる', 'いらっしゃい', 'いらっしゃっ', 'いらっしゃれば'),
    0,
  ),
  withEnding('なさられ', endingsOf('なさる', 'なさい', 'なさっ', 'なされば'), 0),
  withEnding('お?召し上がられ', endingsOf('召し上がる', '召し上がり', '召し上がっ', '召し上がれば'), 0),
  withEnding('申され', endingsOf('おっしゃる', 'おっしゃい', 'おっしゃっ', 'おっしゃれば'), 0),
  withEnding('参られ', endingsOf('いらっしゃる', 'いらっしゃい', 'いらっしゃっ', 'いらっしゃれば'), 0),
  withEnding('(お[ぁ-ん一-龠]{1,6}に)なられ', naru, 1),
  withEnding('(ご[一-龠]{1,4}に)なられ', naru, 1),
  withEnding(
    '(ご(?:利用|確認|連絡|契約|希望|購入|注文|検討|記入|入力|返送|相談|出席|選択|変更|解約|登録)に?)され',
    {
      ...naru,
      る: 'になる',
      ます: 'になります',
      ました: 'になりました',
      ません: 'になりません',
      まして: 'になりまして',
      た: 'になった',
      て: 'になって',
      れば: 'になれば',
    },
    1,
  ),
  {
    pattern: /お?(?:伺|うかが)いさせていただ(き|く|い|け)/gu,
    instead: ([ending = '']) => ({ き: '伺い', く: '伺う', い: '伺っ', け: '伺え' })[ending] ?? '伺い',
  },
  {
    pattern: /(拝[見聴読借受察])させていただ(き|く|い)/gu,
    instead: ([verb = '', ending = '']) => verb + (ending === 'く' ? 'する' : 'し'),
  },
  {
    pattern:
      /(お(?:話し|聞き|伝え|待ち|預かり|調べ|送り|届け|渡し|願い|知らせ|答え|返し|作り|取り))させていただ(き|く|い)/gu,
    instead: ([verb = '', ending = '']) => verb + (ending === 'く' ? 'いたす' : 'いたし'),
  },
  {
    // さ入れ言葉
    pattern:
      /((?:読|休|頼|飲)ま|(?:書|行|聞|置)か|(?:伺|言|使|払|扱|行な)わ|(?:送|帰|取|やら|切|限|走|預か)ら|待た|話さ)さ(せていただ)/gu,
    instead: ([stem = '', rest = '']) => stem + rest,
  },
  { pattern: /よろしかったでしょうか/gu, instead: () => 'よろしいでしょうか' },
  {
    pattern: /(円|点|本|名|枚|個|箱|冊)から(お預かり)/gu,
    instead: ([unit = '', rest = '']) => `${unit}を${rest}`,
  },
];

export function findHonorifics({ text, spoken }: WordText): WordHit[] {
  if (!spoken) return [];
  return rules.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map((match) => ({
      code: 'honorific' as const,
      from: match.index,
      to: match.index + match[0].length,
      instead: instead(match.slice(1)),
    })),
  );
}
