import { z } from 'zod';
import { labelColours } from './labelColours.ts';

/** HH:MM, 00:00 to 24:00. */
const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u);
/** YYYY-MM-DD. */
const Day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u);

/** One span of a day; `to` at or before `from` is on the next day (22:00–06:00). */
export const OpeningSpan = z.strictObject({ from: ClockTime, to: ClockTime });
export type OpeningSpan = z.infer<typeof OpeningSpan>;

const Spans = z.array(OpeningSpan).max(6);
const workday: OpeningSpan[] = [{ from: '09:00', to: '18:00' }];

/** When the centre is open (SPEC 21): weekly hours, Japanese holidays, and single days that differ. */
export const Calendar = z.strictObject({
  hours: z
    .strictObject({ mon: Spans, tue: Spans, wed: Spans, thu: Spans, fri: Spans, sat: Spans, sun: Spans })
    .default({ mon: workday, tue: workday, wed: workday, thu: workday, fri: workday, sat: [], sun: [] }),
  /** Closed on Japanese public holidays, which then are no business days either. */
  japaneseHolidays: z.boolean().default(true),
  closed: z
    .array(z.strictObject({ date: Day, label: z.string().max(100) }))
    .max(400)
    .default([]),
  /** Open in spite of a weekend or a holiday, at these hours. */
  open: z
    .array(z.strictObject({ date: Day, label: z.string().max(100), hours: Spans }))
    .max(400)
    .default([]),
});
export type Calendar = z.infer<typeof Calendar>;

/** Consumption tax for calculated amounts (SPEC 20). */
export const Tax = z.strictObject({
  standardPercent: z.number().min(0).max(100).default(10),
  reducedPercent: z.number().min(0).max(100).default(8),
  rounding: z.enum(['down', 'nearest', 'up']).default('down'),
});
export type Tax = z.infer<typeof Tax>;

/** The tenant's words (SPEC 9): what is not to be said, and how things are written here. */
export const Wording = z.strictObject({
  forbidden: z
    .array(
      z.strictObject({
        word: z.string().trim().min(1).max(100),
        instead: z.string().max(200),
        severity: z.enum(['error', 'warning']),
      }),
    )
    .max(1_000)
    .default([]),
  preferred: z
    .array(
      z.strictObject({
        use: z.string().trim().min(1).max(100),
        variants: z.array(z.string().trim().min(1).max(100)).min(1).max(20),
      }),
    )
    .max(1_000)
    .default([]),
  /** Words that the built-in checks let pass. */
  allowed: z.array(z.string().trim().min(1).max(100)).max(1_000).default([]),
  /** Words that mean the same to a search: 解約, 退会. */
  synonyms: z
    .array(z.array(z.string().trim().min(1).max(100)).min(2).max(20))
    .max(500)
    .default([]),
});
export type Wording = z.infer<typeof Wording>;

/** What a label means beyond its name: drives export and retention (SPEC 12, 82). */
export const LabelClass = z.enum(['public', 'internal', 'secret', 'personal']);
export type LabelClass = z.infer<typeof LabelClass>;

/** Colours by name, so that both themes can show them with enough contrast. */
export const LabelColour = z.enum(labelColours);
export type LabelColour = z.infer<typeof LabelColour>;

/** A label of the tenant's own; the four built-in ones (公開, 社内, 秘, 個人情報含む) always exist beside these. */
export const Label = z.strictObject({
  name: z.string().trim().min(1).max(50),
  colour: LabelColour,
  class: LabelClass.nullable(),
});
export type Label = z.infer<typeof Label>;

export const OutcomeCode = z.strictObject({
  code: z.string().trim().min(1).max(100),
  label: z.string().max(100),
});
export type OutcomeCode = z.infer<typeof OutcomeCode>;

/** Host names that embedded pages may come from; `*.example.jp` stands for all below. */
export const PageHost = z
  .string()
  .max(253)
  .regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u);

const Minutes = z.number().int().min(1).max(43_200).nullable();

/** What releases ask of agents (SPEC 40, 41). */
export const ReleaseRules = z.strictObject({
  /** Until when an acknowledgement is asked for, in minutes after the release; null: without a deadline. */
  deadlineMinutes: z
    .strictObject({ confirm: Minutes.default(480), urgent: Minutes.default(30) })
    .prefault({}),
  /** Before the next call: nothing, what is open of its script, or all that is open. */
  gate: z.enum(['off', 'script', 'all']).default('off'),
});
export type ReleaseRules = z.infer<typeof ReleaseRules>;

/** The tenant's policy. Parts are replaced whole; a missing part has its defaults. */
export const Settings = z.strictObject({
  /** CIDRs that the tenant's people may come from; empty: from anywhere. */
  addressRules: z.array(z.string().max(64)).max(200).default([]),
  calendar: Calendar.prefault({}),
  tax: Tax.prefault({}),
  wording: Wording.prefault({}),
  labels: z.array(Label).max(100).default([]),
  outcomes: z.array(OutcomeCode).max(200).default([]),
  pages: z.array(PageHost).max(100).default([]),
  releases: ReleaseRules.prefault({}),
});
export type Settings = z.infer<typeof Settings>;

/** What a change may hold: some of the parts. */
export const SettingsChange = z.strictObject({
  addressRules: z.array(z.string().max(64)).max(200).optional(),
  calendar: Calendar.optional(),
  tax: Tax.optional(),
  wording: Wording.optional(),
  labels: z.array(Label).max(100).optional(),
  outcomes: z.array(OutcomeCode).max(200).optional(),
  pages: z.array(PageHost).max(100).optional(),
  releases: ReleaseRules.optional(),
});
export type SettingsChange = z.infer<typeof SettingsChange>;

/** A Japanese public holiday, substitute holidays (振替休日) and days between two of them (国民の休日) included. */
export const PublicHoliday = z.strictObject({ date: Day, ja: z.string(), en: z.string() });
export type PublicHoliday = z.infer<typeof PublicHoliday>;

/** What everyone of the tenant may know of it: scripts are written, checked and run by it. */
export interface Policy extends Omit<Settings, 'addressRules'> {
  timeZone: string;
  /** Of last year and some to come, in order; whether the tenant keeps them is in its calendar. */
  holidays: PublicHoliday[];
}

export const defaultSettings: Settings = Settings.parse({});
