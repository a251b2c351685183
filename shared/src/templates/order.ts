import { buildScript } from './buildScript.ts';
import { orderEn } from './orderEn.ts';
import { orderJa } from './orderJa.ts';
import { orderShape } from './orderShape.ts';
import { sampleCaller, type Said } from './sampleCaller.ts';
import type { Template } from './template.ts';

const scripts = {
  ja: buildScript('ja', orderShape, orderJa),
  en: buildScript('en', orderShape, orderEn),
};

const mizuno = {
  customer_name: { ja: '水野 和子', en: 'Kazuko Mizuno' },
  customer_kana: 'ミズノ カズコ',
  phone: '0451234567',
};
const mizunoHome = {
  postcode: '2350022',
  address: { ja: '神奈川県横浜市磯子区汐見台2丁目4番11号', en: '2-4-11 Shiomidai, Isogo-ku, Yokohama' },
  ship_elsewhere: 'same',
};
const readBack: readonly Said[] = [
  ['G12', 'yes', { order_readback: ['product', 'total', 'schedule', 'address'] }],
  ['G13', 'next'],
  ['E14', null],
];

/** Mail-order intake: from the advert to the read-back, with the rule of June 2023 on goods not in the advert. */
export const order: Template = {
  id: 'order',
  reviewDueDays: 90,
  approvals: 1,
  scripts,
  description: {
    ja: '通販のご注文を、媒体の確認から復唱・返品のご案内まで漏れなく承る台本。掲載外商品の勧誘防止、定期の条件説明、カード番号を伺わない決済を含みます。',
    en: 'Takes a mail order from the advert to the read-back and the returns terms. Covers goods not in the advert, subscription terms, and payment without hearing the card number.',
  },
  folder: { ja: '受注窓口', en: 'Order desk' },
  labels: { ja: ['社内', '個人情報含む'], en: ['Internal', 'Contains personal data'] },
  samples: [
    sampleCaller(scripts, {
      id: 'order-one-off-cod',
      name: {
        ja: '水野さん：だしパック2点、単品・代引',
        en: 'Ms Mizuno: two boxes of dashi, one-off, cash on delivery',
      },
      said: [
        ['S01', 'order'],
        ['S02', 'next', { media: 'newspaper' }],
        ['S03', 'next', { product: 'dashi', qty: 2 }],
        ['S05', 'single', { purchase_type: 'single' }],
        ['S07', 'next', mizuno],
        ['S08', 'next', mizunoHome],
        ['S09', 'next', { payment: 'cod' }],
        ['S11', 'next', { delivery_date: '2026-10-03', delivery_slot: 'am' }],
        ...readBack,
      ],
      outcome: { ja: '受注', en: 'Ordered' },
    }),
    sampleCaller(scripts, {
      id: 'order-subscription-declined',
      name: {
        ja: '岡本さん：定期の条件を聞いて見送り',
        en: 'Mr Okamoto: hears the subscription terms and declines',
      },
      placeholders: {
        ja: { product_name: '椿油の洗顔石けん 2個組', qty: '1', customer_name: '岡本 修' },
        en: { product_name: 'Camellia oil face soap, 2 bars', qty: '1', customer_name: 'Osamu Okamoto' },
      },
      said: [
        ['S01', 'order'],
        ['S02', 'next', { media: 'tv' }],
        ['S03', 'next', { product: 'soap', qty: 1 }],
        ['S05', 'subscription', { purchase_type: 'subscription' }],
        ['G06', 'stop'],
        ['E41', null],
      ],
      outcome: { ja: '検討', en: 'Considering' },
    }),
    sampleCaller(scripts, {
      id: 'order-not-in-advert',
      name: {
        ja: '水野さん：掲載外のタオルをご指名、カード・別送先',
        en: 'Ms Mizuno: asks for towels not in the advert, by card, to another address',
      },
      placeholders: {
        ja: {
          product_name: 'ふんわりガーゼタオル 3枚組',
          qty: '1',
          unit_price: '1,980',
          order_total: '2,530',
        },
        en: {
          product_name: 'Soft gauze towels, set of 3',
          qty: '1',
          unit_price: '1,980',
          order_total: '2,530',
        },
      },
      said: [
        ['S01', 'order'],
        ['S02', 'next', { media: 'flyer' }],
        ['S03', 'next', { product: 'towel', qty: 1 }],
        ['G04', 'named'],
        ['S05', 'single', { purchase_type: 'single' }],
        ['S07', 'next', mizuno],
        ['S08', 'next', { ...mizunoHome, ship_elsewhere: 'other' }],
        [
          'S08b',
          'next',
          {
            ship_name: { ja: '水野 悠斗', en: 'Yuto Mizuno' },
            ship_postcode: '9800811',
            ship_address: {
              ja: '宮城県仙台市青葉区一番町5丁目3番8号 青葉ハイツ402',
              en: '5-3-8 Ichibancho, Aoba-ku, Sendai, Aoba Heights 402',
            },
            ship_phone: '0221234567',
          },
        ],
        ['S09', 'next', { payment: 'card' }],
        ['G10', 'paid'],
        ['S11', 'next', { delivery_date: '2026-10-05', delivery_slot: 'h18_20' }],
        ...readBack,
      ],
      outcome: { ja: '受注', en: 'Ordered' },
    }),
  ],
};
