import { buildScript } from './buildScript.ts';
import { outageEn } from './outageEn.ts';
import { outageJa } from './outageJa.ts';
import { outageShape } from './outageShape.ts';
import { sampleCaller, type SaidValue } from './sampleCaller.ts';
import type { Template } from './template.ts';

const scripts = {
  ja: buildScript('ja', outageShape, outageJa),
  en: buildScript('en', outageShape, outageEn),
};

const morimoto: Readonly<Record<string, SaidValue>> = {
  support_id: 'HR-20418',
  company_name: { ja: '株式会社まるやま製作所', en: 'Maruyama Works' },
  contact_name: { ja: '森本', en: 'Morimoto' },
};
const noneKnown = {
  ja: { known_incident_id: '', known_incident_text: '', incident_started: '' },
  en: { known_incident_id: '', known_incident_text: '', incident_started: '' },
};

/** First-line outage intake: posted incidents, priority, checks not yet done, hand-over with a promised time. */
export const outage: Template = {
  id: 'outage',
  reviewDueDays: 90,
  approvals: 1,
  scripts,
  description: {
    ja: '障害の一次受付の台本。掲示中の障害との照合、優先度の自動判定、まだ試していない切り分けだけの案内、連絡時刻を約束する引継を含みます。',
    en: 'First-line intake of outages. Matches posted incidents, computes the priority, asks only for checks not yet done, and hands over with a promised time.',
  },
  folder: { ja: 'サポート', en: 'Support' },
  labels: { ja: ['社内'], en: ['Internal'] },
  samples: [
    sampleCaller(scripts, {
      id: 'outage-known-incident',
      name: {
        ja: '森本さん：掲示中の打刻障害、ご連絡を希望',
        en: 'Mr Morimoto: the posted clock-in incident, wants the update',
      },
      said: [
        ['I01', 'next', morimoto],
        [
          'I02',
          'next',
          {
            category: 'clock_in',
            error_text: {
              ja: '打刻を登録しています。しばらくお待ちください。',
              en: 'Registering your clock-in. Please wait.',
            },
            same_incident: 'yes',
            breach_suspected: 'no',
          },
        ],
        ['I10', 'next'],
        ['I11', 'wanted', { impact: 'department', work_stopped: 'partial' }],
        ['I13', 'next', { callback: '0525550148' }],
        ['E12', null],
      ],
      outcome: { ja: '既知障害登録', en: 'Tied to known incident' },
    }),
    sampleCaller(scripts, {
      id: 'outage-p1',
      name: {
        ja: '白石さん：全社で打刻できない（P1）',
        en: 'Ms Shiraishi: nobody in the company can clock in (P1)',
      },
      placeholders: {
        ja: {
          ...noneKnown.ja,
          company_name: 'さくら運輸株式会社',
          contact_name: '白石',
          support_id: 'HR-31077',
        },
        en: {
          ...noneKnown.en,
          company_name: 'Sakura Transport',
          contact_name: 'Shiraishi',
          support_id: 'HR-31077',
        },
      },
      said: [
        [
          'I01',
          'next',
          {
            support_id: 'HR-31077',
            company_name: { ja: 'さくら運輸株式会社', en: 'Sakura Transport' },
            contact_name: { ja: '白石', en: 'Shiraishi' },
          },
        ],
        [
          'I02',
          'next',
          {
            category: 'clock_in',
            error_text: {
              ja: 'サーバーに接続できません（E-503）',
              en: 'Cannot connect to the server (E-503)',
            },
            same_incident: 'no',
            breach_suspected: 'no',
          },
        ],
        [
          'I04',
          'next',
          { started_at: { ja: '本日8時55分ごろ', en: 'around 8:55 today' }, impact: 'company' },
        ],
        ['I05', 'next', { work_stopped: 'full' }],
        ['G20', 'hold'],
        ['X21', null],
      ],
      outcome: { ja: '二次引継', en: 'Handed to second line' },
    }),
    sampleCaller(scripts, {
      id: 'outage-cured-by-reload',
      name: {
        ja: '森本さん：集計が古いまま、再読込で解消',
        en: 'Mr Morimoto: totals out of date, cured by reloading',
      },
      placeholders: noneKnown,
      said: [
        ['I01', 'next', morimoto],
        ['I02', 'next', { category: 'totals', same_incident: 'no', breach_suspected: 'no' }],
        [
          'I04',
          'next',
          { started_at: { ja: '今朝の始業のころ', en: 'when we opened this morning' }, impact: 'person' },
        ],
        ['I05', 'next', { work_stopped: 'minor' }],
        ['I07', 'next', { tried: ['browser'] }],
        ['I08b', 'solved'],
        ['I30', 'next'],
        ['E36', null],
      ],
      outcome: { ja: '回避策で解決', en: 'Solved by work-around' },
    }),
  ],
};
