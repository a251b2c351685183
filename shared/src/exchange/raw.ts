import type { Content } from '../script/content.ts';
import type { Field, Placeholder, Step, StepKind } from '../script/schema.ts';
import type { Language } from './words.ts';

// What a reader of a text format makes: everything by name, nothing resolved yet (assemble.ts).

/** A target by id where the file has one, and as it is written. */
export interface RawTarget {
  id: string | null;
  text: string;
}

export interface RawChoice {
  id: string | null;
  label: string;
  /** Null: it leads nowhere yet. */
  to: RawTarget | null;
  when: string | null;
  line: number;
}

export interface RawItem {
  id: string | null;
  label: string;
}

export interface RawField extends Omit<Field, 'id' | 'key'> {
  id: string | null;
  /** Null: one is made. */
  key: string | null;
}

export interface RawStep {
  line: number;
  id: string | null;
  /** How the file numbers it, for targets that are written so. */
  number: string | null;
  kind: StepKind | null;
  title: string;
  group: RawGroup | null;
  start: boolean;
  mustRead: boolean;
  hold: boolean;
  say: Content;
  do: Content;
  caution: Content;
  gates: RawItem[];
  fields: RawField[];
  choices: RawChoice[];
  jump: RawJump | null;
  page: Step['page'] | null;
  outcome: string | null;
}

/** The called script by its id, or by its title where the id is of another place. */
export type RawJump = Omit<NonNullable<Step['jump']>, 'scriptId'> & {
  scriptId: string | null;
  title: string;
};

export interface RawGroup {
  id: string | null;
  title: string;
  colour: string | null;
}

export interface RawScript {
  title: string;
  language: Language | null;
  /** Written by a person as an outline of headings and lists: what is not said is guessed. */
  plain: boolean;
  /** The file says that the examples of its placeholders were left out. */
  examplesLeftOut: boolean;
  groups: RawGroup[];
  steps: RawStep[];
  placeholders: (Placeholder & { line: number })[];
  interrupts: RawChoice[];
}
