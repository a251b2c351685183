export type Language = 'ja' | 'en';

const weekdayNames = {
  ja: ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

/** 1 is Monday; null for what is no weekday. */
export function weekdayWord(number: string, language: Language): string | null {
  return weekdayNames[language][Number(number) - 1] ?? null;
}

/** The words that conditions are said in. */
export const words = {
  ja: {
    language: 'ja',
    and: ' かつ ',
    or: ' または ',
    not: (inner: string) => `（${inner}）でない`,
    oneOf: (key: string, list: string) => `${key} が ${list} のいずれか`,
    contains: (key: string, part: string) => `${key} に ${part} を含む`,
    startsWith: (key: string, part: string) => `${key} が ${part} で始まる`,
    count: (key: string) => `${key}の数`,
    separator: '・',
    empty: '未入力',
    yes: 'はい',
    no: 'いいえ',
    now: '現在',
    today: '本日',
    open: '営業時間内',
    shut: '営業時間外',
    openAt: (date: string, time: string) => `${date} ${time} が営業時間内`,
    shutAt: (date: string, time: string) => `${date} ${time} が営業時間外`,
    businessDay: (date: string) => `${date} が営業日`,
    noBusinessDay: (date: string) => `${date} が営業日でない`,
    holiday: (date: string) => `${date} が祝日`,
    noHoliday: (date: string) => `${date} が祝日でない`,
    daysAfter: (date: string, count: string) => `${date}の${count}日後`,
    daysBefore: (date: string, count: string) => `${date}の${count}日前`,
    businessDaysAfter: (date: string, count: string) => `${date}の${count}営業日後`,
    businessDaysBefore: (date: string, count: string) => `${date}の${count}営業日前`,
    nextBusinessDay: (date: string) => `${date}以降の最初の営業日`,
    daysBetween: (from: string, to: string) => `${from}から${to}までの日数`,
    weekday: (date: string) => `${date}の曜日`,
    withTax: (amount: string) => `${amount}の税込額`,
    withTaxAt: (amount: string, percent: string) => `${amount}の税込額（${percent}%）`,
    withReducedTax: (amount: string) => `${amount}の税込額（軽減税率）`,
    choice: (condition: string, yes: string, no: string) => `${condition} なら ${yes}、それ以外は ${no}`,
    bracket: (inner: string) => `（${inner}）`,
  },
  en: {
    language: 'en',
    and: ' and ',
    or: ' or ',
    not: (inner: string) => `not (${inner})`,
    oneOf: (key: string, list: string) => `${key} is one of ${list}`,
    contains: (key: string, part: string) => `${key} contains ${part}`,
    startsWith: (key: string, part: string) => `${key} starts with ${part}`,
    count: (key: string) => `number of ${key}`,
    separator: ', ',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    now: 'Now',
    today: 'today',
    open: 'within opening hours',
    shut: 'outside opening hours',
    openAt: (date: string, time: string) => `${date} ${time} is within opening hours`,
    shutAt: (date: string, time: string) => `${date} ${time} is outside opening hours`,
    businessDay: (date: string) => `${date} is a business day`,
    noBusinessDay: (date: string) => `${date} is no business day`,
    holiday: (date: string) => `${date} is a public holiday`,
    noHoliday: (date: string) => `${date} is no public holiday`,
    daysAfter: (date: string, count: string) => `${count} days after ${date}`,
    daysBefore: (date: string, count: string) => `${count} days before ${date}`,
    businessDaysAfter: (date: string, count: string) => `${count} business days after ${date}`,
    businessDaysBefore: (date: string, count: string) => `${count} business days before ${date}`,
    nextBusinessDay: (date: string) => `the first business day from ${date} on`,
    daysBetween: (from: string, to: string) => `days from ${from} to ${to}`,
    weekday: (date: string) => `weekday of ${date}`,
    withTax: (amount: string) => `${amount} with tax`,
    withTaxAt: (amount: string, percent: string) => `${amount} with ${percent}% tax`,
    withReducedTax: (amount: string) => `${amount} with reduced tax`,
    choice: (condition: string, yes: string, no: string) => `${yes} if ${condition}, otherwise ${no}`,
    bracket: (inner: string) => `(${inner})`,
  },
} as const;

export type Words = (typeof words)[Language];
