import { describe, expect, it } from 'vitest';
import { defaultSettings, Wording } from '../../settings.ts';
import { templates } from '../../templates/catalogue.ts';
import type { Finding } from '../../version.ts';
import { check } from '../check.ts';
import { findingMessage } from '../findingMessages.ts';
import { scriptOf, stepOf } from '../script.fixture.ts';
import type { Script } from '../schema.ts';
import { checkWording } from './checkWording.ts';

const none = defaultSettings.wording;
const lines = (...says: string[]): Script => scriptOf(says.map((say, index) => stepOf(`s${index}`, { say })));
const found = (script: Script, wording: Wording = none) =>
  checkWording(script, wording).map(({ code, words }) => [code, words?.quote, words?.instead]);
const ofLine = (say: string, wording?: Wording) => found(lines(say), wording);

describe('NG words of the tenant', () => {
  const wording = Wording.parse({
    forbidden: [
      { word: '絶対', instead: '', severity: 'error' },
      { word: 'ﾀﾀﾞ', instead: '無料', severity: 'warning' },
    ],
    allowed: ['絶対温度'],
  });
  it('are found whatever their width and kana, with what to say instead', () => {
    expect(ofLine('ただで、ゼッタイではなく絶対に届きます。', wording)).toEqual([
      ['ng_word', '絶対', null],
      ['ng_word', 'ただ', '無料'],
    ]);
  });
  it('have the severity that the tenant gave them', () => {
    const [first, second] = checkWording(lines('絶対にただです。'), wording);
    expect([first?.severity, second?.severity]).toEqual(['error', 'warning']);
  });
  it('are found across bold and plain text', () => {
    const script = lines('');
    const bold = { type: 'text' as const, text: '絶', marks: [{ type: 'bold' as const }] };
    const say = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [bold, { type: 'text' as const, text: '対です。' }] }],
    };
    const marked = { ...script, steps: script.steps.map((step) => ({ ...step, say })) };
    expect(found(marked, wording)).toEqual([['ng_word', '絶対', null]]);
  });
  it('may be named in an instruction or a caution, and in words that are allowed', () => {
    const script = scriptOf([stepOf('s1', { say: '絶対温度です。', do: '絶対と言わない。' })]);
    expect(found(script, wording)).toEqual([]);
  });
  it('block publishing where they are errors', () => {
    const [first] = check(scriptOf([stepOf('e1', { say: '絶対です。' })]), { wording });
    expect(first).toMatchObject({
      code: 'ng_word',
      severity: 'error',
      stepId: 'e1',
      pointer: '/steps/0/say/content/0',
      words: { part: 'say', item: 'say', paragraph: 0, from: 0, to: 2, quote: '絶対', instead: null },
    });
  });
});

describe('spellings of the tenant', () => {
  const wording = Wording.parse({
    preferred: [
      { use: 'サーバー', variants: ['サーバ', 'server'] },
      { use: 'Web', variants: ['WEB', 'ウェブ'] },
    ],
  });
  it('replace their variants, and not what is right already', () => {
    expect(ofLine('サーバとサーバーとＳＥＲＶＥＲ、Webとweb。', wording)).toEqual([
      ['preferred_spelling', 'サーバ', 'サーバー'],
      ['preferred_spelling', 'ＳＥＲＶＥＲ', 'サーバー'],
      ['preferred_spelling', 'web', 'Web'],
    ]);
  });
  it('hold for choices, fields and instructions too', () => {
    const script = scriptOf([
      stepOf('s1', { do: 'サーバを見る。', choices: [{ id: 'c', label: 'サーバへ', to: null, when: null }] }),
    ]);
    const findings = checkWording(script, wording);
    expect(findings.map(({ pointer }) => pointer)).toEqual([
      '/steps/0/do/content/0',
      '/steps/0/choices/0/label',
    ]);
  });
});

describe('spellings that change within a script', () => {
  it('are named where they are the rarer ones', () => {
    const script = lines('お待ち下さい。', 'お掛けください。', 'お客さま、ご確認ください。');
    expect(found(script)).toEqual([['mixed_spelling', '下さい', 'ください']]);
  });
  it('are no matter while the script keeps to one', () => {
    expect(ofLine('お待ち下さい。ご確認下さい。')).toEqual([]);
  });
  it.each([
    [
      '確認することができます。',
      '確認する事が出来ます。',
      [
        ['mixed_spelling', '事', 'こと'],
        ['mixed_spelling', '出来', 'でき'],
      ],
    ],
    ['ご案内いたします。', 'ご案内致します。', [['mixed_spelling', '致', 'いた']]],
    [
      'お電話いただき、うれしいです。来ていただきます。',
      '来て頂きます。',
      [['mixed_spelling', '頂', 'いただ']],
    ],
    [
      '折り返します。折り返しです。',
      '折返しを待つ。折返し先です。',
      [['mixed_spelling', '折返し', '折り返し']],
    ],
  ])('%s / %s', (first, second, expected) => {
    expect(found(lines(first, first, second))).toEqual(expected);
  });
  it('leaves words alone that only look alike', () => {
    expect(
      found(lines('仕事の事前の返事。出来事です。', 'ことばとできあい。', '平等。一致します。合致する。')),
    ).toEqual([]);
  });
  it('follows what the tenant has decided', () => {
    const wording = Wording.parse({ preferred: [{ use: '下さい', variants: ['ください'] }] });
    expect(found(lines('お待ちください。', 'ご確認ください。', 'お掛け下さい。'), wording)).toEqual([
      ['preferred_spelling', 'ください', '下さい'],
      ['preferred_spelling', 'ください', '下さい'],
    ]);
  });
});

describe('width', () => {
  it('is named where it changes', () => {
    expect(found(lines('10日と20日です。', '３０日です。'))).toEqual([['mixed_width', '３０', '30']]);
    expect(ofLine('1０日です。')).toEqual([['mixed_width', '1０', '10']]);
    expect(ofLine('ｶｰﾄﾞです。')).toEqual([['mixed_width', 'ｶｰﾄﾞ', 'カード']]);
  });
  it('of a placeholder is no matter', () => {
    expect(ofLine('{{order.total}}円、１０点です。')).toEqual([]);
  });
});

describe('honorifics', () => {
  it.each([
    ['お伺いさせていただきます', '伺います'],
    ['お客様がおっしゃられました', 'おっしゃいました'],
    ['ご覧になられますか', 'ご覧になりますか'],
    ['お召し上がりになられた', 'お召し上がりになった'],
    ['資料を拝見させていただきました', '拝見しました'],
    ['お送りさせていただきます', 'お送りいたします'],
    ['ご利用される方', 'ご利用になる方'],
    ['読まさせていただきます', '読ませていただきます'],
    ['以上でよろしかったでしょうか', 'よろしいでしょうか'],
    ['千円からお預かりします', '円をお預かり'],
  ])('%s', (say, right) => {
    const [finding] = checkWording(lines(`${say}。`), none);
    expect(finding?.code).toBe('honorific');
    const { from = 0, to = 0, instead = '' } = finding?.words ?? {};
    expect(say.slice(0, from) + (instead ?? '') + say.slice(to)).toContain(right);
  });
  it.each([
    'ご覧になります。',
    'おっしゃいました。',
    'ご案内させていただきます。',
    'ご確認いただけますでしょうか。',
    'お召し上がりください。',
    '申し訳ございません。',
  ])('%s is right', (say) => expect(ofLine(say)).toEqual([]));
});

describe('sentences', () => {
  it('are to be at most sixty characters to be heard', () => {
    const long = 'あ'.repeat(61);
    expect(ofLine(`${long}。`)).toEqual([['long_sentence', `${long}。`, null]]);
    expect(ofLine(`${'あ'.repeat(60)}。${'い'.repeat(60)}。`)).toEqual([]);
    expect(ofLine(`${'あ'.repeat(50)}{{customer.company.name}}。`)).toEqual([]);
    expect(found(scriptOf([stepOf('s1', { do: `${long}。` })]))).toEqual([]);
  });
  it('are better without the same words twice', () => {
    expect(ofLine('ご説明させていただき、ご案内させていただきます。')).toEqual([
      ['repeated_humble', 'させていただき', null],
    ]);
    expect(ofLine('本日は、お届け日は、明日です。')).toEqual([['doubled_particle', 'は', null]]);
    expect(ofLine('お客様のご契約のプランの料金です。')).toEqual([
      ['doubled_particle', 'お客様のご契約のプランの', null],
    ]);
    expect(ofLine('本日は、明日のお届けです。お届けは、朝です。')).toEqual([]);
  });
  it('are better without three same endings in a row', () => {
    const script = lines('一つ目でございます。二つ目でございます。三つ目でございます。四つ目でございます。');
    expect(found(script)).toEqual([['same_endings', 'でございます', null]]);
    expect(ofLine('一つ目でございます。二つ目でございます。')).toEqual([]);
  });
});

describe('the wording checks', () => {
  it('have nothing to say about the templates', () => {
    for (const { scripts } of templates)
      for (const script of Object.values(scripts)) expect(found(script)).toEqual([]);
  });
  it('look only at NG words and spellings of the tenant in other languages', () => {
    const script = { ...lines('10 ０ ください 下さい おっしゃられる'), language: 'en' as const };
    expect(found(script)).toEqual([]);
    expect(found(script, Wording.parse({ preferred: [{ use: 'ください', variants: ['下さい'] }] }))).toEqual([
      ['preferred_spelling', '下さい', 'ください'],
    ]);
  });
  it('speak in full sentences', () => {
    const script = lines(
      'お伺いさせていただきます。1０日は、明日は、読まさせていただきます。',
      'ください。下さい。',
    );
    for (const finding of checkWording(script, none) satisfies Finding[])
      for (const language of ['ja', 'en'] as const)
        expect(findingMessage(finding, language)).not.toMatch(/[{}]/u);
  });
  it('find every word at its place', () => {
    const script = lines('お伺いさせていただきます。下さい。', 'ください。{{a}}ください。');
    for (const { words } of checkWording(script, none)) {
      const text = script.steps.flatMap(({ say }) => say.content ?? []);
      expect(JSON.stringify(text)).toContain(words?.quote);
    }
  });
});
