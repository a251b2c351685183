import type { Role } from '@daihon/shared/access';

export interface DemoAccount {
  loginId: string;
  name: string;
  role: Role;
}

export interface DemoTenant {
  slug: string;
  name: string;
  accounts: readonly DemoAccount[];
}

/** Who is in the demo organisation; the login IDs are part of the outside contract. */
export const demoTenants: readonly DemoTenant[] = [
  {
    slug: 'sakura',
    name: 'さくらコンタクトセンター',
    accounts: [
      { loginId: 'admin@sakura.example', name: '桜井 彩', role: 'admin' },
      { loginId: 'admin2@sakura.example', name: '管野 誠', role: 'admin' },
      { loginId: 'sv1@sakura.example', name: '佐藤 由美', role: 'supervisor' },
      { loginId: 'sv2@sakura.example', name: '鈴木 健', role: 'supervisor' },
      { loginId: 'op1@sakura.example', name: '高橋 葵', role: 'agent' },
      { loginId: 'op2@sakura.example', name: '田中 蓮', role: 'agent' },
      { loginId: 'op3@sakura.example', name: '伊藤 凛', role: 'agent' },
      { loginId: 'audit@sakura.example', name: '渡辺 正', role: 'auditor' },
    ],
  },
  {
    slug: 'midori',
    name: 'みどり通販',
    accounts: [
      { loginId: 'admin@midori.example', name: '緑川 学', role: 'admin' },
      { loginId: 'op1@midori.example', name: '森 楓', role: 'agent' },
    ],
  },
];

export const FIXED_PASSWORD = 'daihon-demo-2026!';
