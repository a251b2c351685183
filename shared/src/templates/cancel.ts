import { buildScript } from './buildScript.ts';
import { cancelEn } from './cancelEn.ts';
import { cancelJa } from './cancelJa.ts';
import { cancelShape } from './cancelShape.ts';
import { sampleCaller, type Said } from './sampleCaller.ts';
import type { Template } from './template.ts';

const scripts = {
  ja: buildScript('ja', cancelShape, cancelJa),
  en: buildScript('en', cancelShape, cancelEn),
};

const verified: readonly Said[] = [
  ['R01', 'cancel'],
  ['R02', 'next'],
  [
    'G03',
    'match',
    { contract_no: 'AZ-4410-2287', applicant: 'self', identity_points: ['birth_date', 'address'] },
  ],
];

/** Telecom cancellation: accept first, one offer at most and only with consent, refusal ends it. */
export const cancel: Template = {
  id: 'cancel',
  reviewDueDays: 90,
  approvals: 1,
  scripts,
  description: {
    ja: '解約のお申し出を先に受け止め、ご了承がある場合に一度だけ継続をご案内する台本。費用・番号移行・機器返却の説明と最終復唱を含みます。',
    en: 'Accepts the wish to cancel first and makes at most one offer, only with consent. Covers costs, keeping the number, returning equipment and the final read-back.',
  },
  folder: { ja: '手続き窓口', en: 'Service desk' },
  labels: { ja: ['社内', '個人情報含む'], en: ['Internal', 'Contains personal data'] },
  samples: [
    sampleCaller(scripts, {
      id: 'cancel-price-offer-accepted',
      name: {
        ja: '中村さん：料金が理由、ご案内を受けて継続',
        en: 'Mr Nakamura: leaves over the price, accepts the offer',
      },
      said: [
        ...verified,
        [
          'R04',
          'next',
          {
            reason: 'price',
            reason_detail: {
              ja: '子どもが独立して、毎月の負担を減らしたい',
              en: 'The children have moved out; wants to pay less each month',
            },
          },
        ],
        ['R10', 'fits'],
        ['R06', 'hear', { offer_consent: 'hear' }],
        ['R13', 'accept', { offer_result: 'accept' }],
        ['G14', 'discount'],
        ['E15', null],
      ],
      outcome: { ja: '継続（提案）', en: 'Kept (offer)' },
    }),
    sampleCaller(scripts, {
      id: 'cancel-refused-at-once',
      name: {
        ja: '森田さん：他社へ切替、ご案内は聞かない',
        en: 'Ms Morita: changes provider, does not want an offer',
      },
      placeholders: {
        ja: { contract_name: '森田 美咲', contract_no: 'AZ-3902-7714' },
        en: { contract_name: 'Misaki Morita', contract_no: 'AZ-3902-7714' },
      },
      said: [
        ['R01', 'cancel'],
        ['R02', 'next'],
        [
          'G03',
          'match',
          { contract_no: 'AZ-3902-7714', applicant: 'self', identity_points: ['birth_date', 'phone'] },
        ],
        ['R04', 'next', { reason: 'competitor' }],
        ['R06', 'decline', { offer_consent: 'decline' }],
        ['R20', 'next', { renewal: 'no' }],
        ['R21', 'next', { stop_date: '2026-09-30' }],
        ['G22', 'agree'],
        [
          'R23',
          'next',
          {
            returned_items: ['onu', 'router'],
            return_address: { ja: '埼玉県川越市新富町1丁目16番5号', en: '1-16-5 Shintomi-cho, Kawagoe' },
          },
        ],
        ['G24', 'yes', { final_readback: ['contract', 'stop_date', 'cost', 'items'] }],
        ['E25', null],
      ],
      outcome: { ja: '解約受付', en: 'Cancellation taken' },
    }),
    sampleCaller(scripts, {
      id: 'cancel-deceased',
      name: { ja: '小川さん：ご契約者の父が逝去', en: 'Mr Ogawa: his father, the contract holder, has died' },
      placeholders: {
        ja: { contract_name: '小川 正', contract_no: 'AZ-1187-5032' },
        en: { contract_name: 'Tadashi Ogawa', contract_no: 'AZ-1187-5032' },
      },
      said: [
        ['R01', 'cancel'],
        ['R02', 'next'],
        ['G03', 'deceased', { contract_no: 'AZ-1187-5032', applicant: 'family' }],
        ['R32', 'next'],
        ['X61', null],
      ],
      outcome: { ja: '承継引継', en: 'Handed over: succession' },
    }),
  ],
};
