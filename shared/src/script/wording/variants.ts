/** One way to write a word: how it is found, and what is put there. */
export interface Form {
  label: string;
  pattern: RegExp;
  text: string;
}

const word = (text: string): Form => ({ label: text, pattern: new RegExp(text, 'gu'), text });
const form = (label: string, pattern: RegExp, text: string): Form => ({ label, pattern, text });
/** Not in compounds, which are written short: 「折返し先」. */
const noun = (text: string): Form => form(text, new RegExp(`${text}(?![一-龠々])`, 'gu'), text);
/** 「サーバ」 without a long sound behind it. */
const short = (text: string): Form => form(text, new RegExp(`${text}(?![ーァ-ヶ])`, 'gu'), text);

/**
 * Words that are written in more than one way; a script should keep to one of them. The first form is what most style guides
 * for public documents advise, and is taken where a script has as many of one as of the other.
 */
export const variantGroups: readonly (readonly Form[])[] = [
  [word('お客様'), word('お客さま')],
  [word('皆様'), word('皆さま'), word('みなさま')],
  [word('ください'), word('下さい')],
  [
    form('こと', /(?<=[るたいのなうくぐすつぶむ])こと(?=[がはをにもでとの、。])/gu, 'こと'),
    form('事', /(?<=[るたいなうくぐすつぶむ])事(?=[がはをにもでとの、。])/gu, '事'),
  ],
  [
    form('できる', /でき(?=る|ます|ました|ません|ない|た|れば|かね)/gu, 'でき'),
    form('出来る', /出来(?=る|ます|ました|ません|ない|た|れば|かね)/gu, '出来'),
  ],
  [
    form('いただく', /(?<=[てで])いただ(?=[きくけいか])/gu, 'いただ'),
    form('頂く', /(?<=[てで])[頂戴](?=[きくけいか])/gu, '頂'),
  ],
  [
    form('いたす', /いた(?=し(?:ます|ました|まして|ません|かね)|す)/gu, 'いた'),
    form('致す', /(?<![一合誘招拉引])致(?=し(?:ます|ました|まして|ません|かね)|す)/gu, '致'),
  ],
  [form('よろしい', /よろし(?=[いくかけ])/gu, 'よろし'), form('宜しい', /宜し(?=[いくかけ])/gu, '宜し')],
  [word('ありがとう'), form('有難う', /有り?難う/gu, '有難う')],
  [form('伺う', /伺(?=[いうえっ])/gu, '伺'), form('うかがう', /うかが(?=[いうえっ])/gu, 'うかが')],
  [
    form('分かる', /分か(?=[らりるれっ])/gu, '分か'),
    form('わかる', /(?<![がかず])わか(?=[らりるれっ])/gu, 'わか'),
  ],
  [word('さまざま'), word('様々')],
  [form('すべて', /すべて/gu, 'すべて'), form('全て', /全て/gu, '全て')],
  [word('すでに'), word('既に')],
  [word('あらかじめ'), word('予め')],
  [word('または'), word('又は')],
  [form('ただし', /ただし(?=[、])/gu, 'ただし'), word('但し')],
  [word('あるいは'), word('或いは')],
  [word('いったん'), word('一旦')],
  [word('ぜひ'), word('是非')],
  [word('たくさん'), word('沢山')],
  [
    form('とおり', /(?<=の)とおり(?=[にでのだ、。])/gu, 'とおり'),
    form('通り', /(?<=の)通り(?=[にでのだ、。])/gu, '通り'),
  ],
  [
    form('など', /(?<=[一-龠々ァ-ヶー])など(?=[はがをにのもで、。])/gu, 'など'),
    form('等', /(?<=[一-龠々ァ-ヶー])(?<![上平同対高均一二三初優劣])等(?=[はがをにのもで、。])/gu, '等'),
  ],
  [
    form('ため', /(?<=[のるた])ため(?=[に、。])/gu, 'ため'),
    form('為', /(?<=[のるた])為(?=[に、。])/gu, '為'),
  ],
  [word('問い合わせ'), word('問合せ'), word('問合わせ'), word('問い合せ')],
  [word('申し込み'), noun('申込み')],
  [word('折り返し'), noun('折返し')],
  [word('払い戻し'), noun('払戻し')],
  [word('取り消し'), noun('取消し')],
  [word('取り扱い'), noun('取扱い')],
  [word('引き継ぎ'), noun('引継ぎ')],
  [word('引き落とし'), noun('引落し'), word('引落とし')],
  [word('見積もり'), noun('見積り')],
  [word('手続き'), form('手続', /手続(?![きをさ])/gu, '手続')],
  [word('子ども'), word('子供')],
  [word('十分な'), word('充分な')],
  [word('ウェブ'), word('ウエブ')],
  [word('ユーザー'), short('ユーザ')],
  [word('サーバー'), short('サーバ')],
  [word('ブラウザー'), short('ブラウザ')],
  [word('コンピューター'), short('コンピュータ')],
  [word('プリンター'), short('プリンタ')],
  [word('ルーター'), short('ルータ')],
  [word('フォルダー'), short('フォルダ')],
  [word('センター'), short('センタ')],
  [word('インターフェース'), word('インターフェイス')],
];
