import { builtInOf, isBuiltIn } from '@daihon/shared/labels';
import type { BuiltInLabel } from '@daihon/shared/labels';
import { registerMessages, useMessages } from '../app/i18n.ts';

const labelNames = registerMessages('labelNames', {
  ja: { public: '公開', internal: '社内', secret: '秘', personal: '個人情報含む' },
  en: { public: 'Public', internal: 'Internal', secret: 'Secret', personal: 'Personal data' },
});

const keys = {
  公開: 'public',
  社内: 'internal',
  秘: 'secret',
  個人情報含む: 'personal',
} as const satisfies Record<BuiltInLabel, string>;

/** Built-in labels are translated, a tenant's own are its own words. */
export function useLabelText(): (label: string) => string {
  const t = useMessages(labelNames);
  return (stored) => {
    const label = builtInOf(stored);
    return isBuiltIn(label) ? t(keys[label]) : label;
  };
}
