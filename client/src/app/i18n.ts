import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { preferences } from './preferences.ts';

/** Sentences by key; keys may be nested and are then joined by dots. */
export interface Messages {
  [key: string]: string | Messages;
}
export type Values = Record<string, string | number>;

/** The same keys in every language, checked by the compiler. */
export type SameKeys<M> = { [K in keyof M]: M[K] extends string ? string : SameKeys<M[K]> };

type Plain<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
export type KeyOf<M> = {
  [K in keyof M & string]: M[K] extends string ? Plain<K> : `${K}.${KeyOf<M[K]>}`;
}[keyof M & string];

/** What `registerMessages` returns: hand it to `useMessages` and keys are checked by the compiler. */
export interface Catalogue<K extends string = string> {
  namespace: string;
  /** Only a type: the known keys. */
  keys?: K;
}
export type Translate<K extends string = string> = (key: K, values?: Values) => string;

/** Adds the sentences of a feature. Calling it again replaces them (hot reload). */
export function registerMessages<const M extends Messages>(
  namespace: string,
  messages: { ja: M; en: SameKeys<M> },
): Catalogue<KeyOf<M>> {
  i18next.addResourceBundle('ja', namespace, messages.ja, true, true);
  i18next.addResourceBundle('en', namespace, messages.en, true, true);
  return { namespace };
}

/** The sentences of a feature in the chosen language; re-renders when the language changes. */
export function useMessages<K extends string = string>(catalogue: Catalogue<K> | string): Translate<K> {
  const namespace = typeof catalogue === 'string' ? catalogue : catalogue.namespace;
  const { t } = useTranslation(namespace);
  return useCallback((key: K, values?: Values) => t(key, values ?? {}), [t]);
}

/** Outside of components (toasts, titles). */
export function translate(catalogue: Catalogue | string, key: string, values?: Values): string {
  const namespace = typeof catalogue === 'string' ? catalogue : catalogue.namespace;
  return i18next.t(key, { ns: namespace, ...values });
}

// Missing bundles would be asked for by network or flash keys; all sentences are registered when a feature loads.
void i18next.use(initReactI18next).init({
  lng: preferences.get().language,
  fallbackLng: 'ja',
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  initAsync: false,
});
preferences.subscribe(() => {
  const { language } = preferences.get();
  if (i18next.language !== language) void i18next.changeLanguage(language);
});
