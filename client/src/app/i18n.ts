import { useCallback, useSyncExternalStore } from 'react';
import { preferences } from './preferences.ts';
import type { Language } from './preferences.ts';

/** Sentences by key; keys may be nested and are then joined by dots. */
export interface Messages {
  [key: string]: string | Messages;
}
/** A list is joined as the language joins one: 「A、B」, "A and B". */
export type Values = Record<string, string | number | readonly string[]>;

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
  catalogues.set(namespace, messages);
  return { namespace };
}

/** The sentences of a feature in the chosen language; re-renders when the language changes. */
export function useMessages<K extends string = string>(catalogue: Catalogue<K> | string): Translate<K> {
  const namespace = typeof catalogue === 'string' ? catalogue : catalogue.namespace;
  const language = useSyncExternalStore(preferences.subscribe, languageNow);
  return useCallback(
    (key: K, values?: Values) => sentence(namespace, language, key, values),
    [namespace, language],
  );
}

/** Outside of components (toasts, titles). */
export function translate(catalogue: Catalogue | string, key: string, values?: Values): string {
  const namespace = typeof catalogue === 'string' ? catalogue : catalogue.namespace;
  return sentence(namespace, languageNow(), key, values);
}

const catalogues = new Map<string, Record<Language, Messages>>();
const lists = { ja: new Intl.ListFormat('ja'), en: new Intl.ListFormat('en') };
const plurals = { ja: new Intl.PluralRules('ja'), en: new Intl.PluralRules('en') };

/** Several names or titles in one line, in the chosen language. */
export function listText(items: readonly string[]): string {
  return lists[languageNow()].format(items);
}

function languageNow(): Language {
  return preferences.get().language;
}

/** With `count` the sentence of its plural form (`key_one`, `key_other`) where there is one. An unknown key is shown as it is. */
function sentence(namespace: string, language: Language, key: string, values: Values = {}): string {
  const messages = catalogues.get(namespace)?.[language];
  const { count } = values;
  const form = typeof count === 'number' ? find(messages, `${key}_${formOf(language, count)}`) : null;
  const text = form ?? find(messages, key) ?? key;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/gu, (mark, name: string) => {
    const value = values[name] ?? mark;
    return typeof value === 'object' ? lists[language].format(value) : String(value);
  });
}

/** Japanese has no plural, and yet says of one thing what it is called and of several how many they are. */
function formOf(language: Language, count: number): Intl.LDMLPluralRule {
  return count === 1 ? 'one' : plurals[language].select(count);
}

function find(messages: Messages | undefined, key: string): string | null {
  let place: string | Messages | undefined = messages;
  for (const part of key.split('.')) {
    if (typeof place !== 'object') return null;
    place = place[part];
  }
  return typeof place === 'string' ? place : null;
}
