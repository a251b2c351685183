import type { FieldType, Mask, PlaceholderType, StepKind } from '../script/schema.ts';
import type { TemplateId } from './template.ts';

/** The language-free half of a template: ids, kinds, targets, conditions. Both twins are built from the one shape. */
export interface ScriptShape {
  start: string;
  placeholders: Readonly<Record<string, PlaceholderType>>;
  /** Group id → colour. */
  groups: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, FieldShape>>;
  /** Named conditions for conditional paragraphs, so that both languages show the same ones. */
  conditions: Readonly<Record<string, string>>;
  /** Interrupt name → the step it leads to. */
  interrupts: Readonly<Record<string, string>>;
  /** In outline order. */
  steps: Readonly<Record<string, StepShape>>;
}

export interface FieldShape {
  type: FieldType;
  required?: true;
  personal?: true;
  mask?: Mask;
  options?: readonly string[];
  min?: number;
  max?: number;
  computed?: string;
}

export interface StepShape {
  kind: StepKind;
  group: string;
  /** Place on the map in pixels, the one that the editor's layout gives: a test in its layout/ says so. */
  at: readonly [x: number, y: number];
  mustRead?: true;
  gates?: readonly string[];
  /** Field keys. */
  fields?: readonly string[];
  choices?: Readonly<Record<string, ChoiceShape>>;
  jump?: TemplateId;
}

export interface ChoiceShape {
  to: string;
  when?: string;
}

/** The words of a shape in one language. The type asks for exactly the texts that the shape has places for. */
export interface ScriptText<S extends ScriptShape> {
  title: string;
  placeholders: { [K in keyof S['placeholders']]: PlaceholderText };
  groups: { [K in keyof S['groups']]: string };
  interrupts: { [K in keyof S['interrupts']]: string };
  fields: { [K in keyof S['fields']]: FieldText<S['fields'][K]> };
  steps: { [K in keyof S['steps']]: StepText<S['steps'][K], Extract<keyof S['conditions'], string>> };
}

export type PlaceholderText = readonly [label: string, example: string, fallback: string];

/** A label, or a label with the labels of the options by value. */
export type FieldText<F extends FieldShape> = F extends { options: readonly (infer V extends string)[] }
  ? readonly [label: string, options: Readonly<Record<V, string>>]
  : readonly [label: string];

/** A paragraph; a bullet when it begins with `- `; shown only under a named condition in the second form. */
export type Line<Condition extends string = string> = string | { if: Condition; text: string };

export type StepText<T extends StepShape, Condition extends string> = {
  title: string;
  say?: string | readonly Line<Condition>[];
  do?: string | readonly Line<Condition>[];
  caution?: string | readonly Line<Condition>[];
} & (T extends { choices: infer C } ? { choices: { [K in keyof C]: string } } : { choices?: undefined }) &
  (T extends { gates: readonly (infer G extends string)[] }
    ? { gates: Readonly<Record<G, string>> }
    : { gates?: undefined }) &
  (T extends { kind: 'end' } ? { outcome: string } : { outcome?: undefined });

/** Keeps the literal ids of a shape in its type, so that `ScriptText` can ask for them. */
export function defineShape<const S extends ScriptShape>(shape: S): S {
  return shape;
}
