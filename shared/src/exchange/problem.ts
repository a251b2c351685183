/** What was found while a file was read. An error of the file leaves nothing to make; one of a row leaves that row out. */
export interface ImportProblem {
  code: ProblemCode;
  severity: 'error' | 'warning';
  /** The line of a text, the row of a table (the header is row 1); null: the file as a whole. */
  line: number | null;
  /** The column of a table as the file calls it, a JSON pointer, or null. */
  column: string | null;
  values: Readonly<Record<string, string>>;
}

/** Each has its sentence in every language of the screens. */
export const problemCodes = [
  // The file as a whole
  'empty_file',
  'unknown_format',
  'old_excel',
  'not_json',
  'not_a_script',
  'bad_encoding',
  'bad_csv',
  'bad_excel',
  'excel_too_large',
  'nested_too_deep',
  'no_steps',
  'no_header',
  'too_many_rows',
  'too_many_steps',
  'too_large',
  'newer_schema',
  // One row or place
  'unknown_kind',
  'no_content',
  'duplicate_id',
  'duplicate_number',
  'too_long',
  'bad_field',
  'bad_key',
  'no_step_for_row',
  'bad_value',
  'unsafe_link',
  // Taken in with a change
  'unknown_column',
  'unknown_target',
  'ambiguous_target',
  'unknown_script',
  'calls_itself',
  'placeholder_made',
  'leads_on',
  'text_before_step',
  'not_supported',
  'title_wins',
  'bad_condition',
  // In the place of a draft
  'examples_kept',
  'format_lost',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Collects problems; the first of a kind at a place stands for its repetitions. */
export class Problems {
  readonly list: ImportProblem[] = [];

  error(code: ProblemCode, at: Place = {}): void {
    this.#add('error', code, at);
  }

  warn(code: ProblemCode, at: Place = {}): void {
    this.#add('warning', code, at);
  }

  #add(severity: ImportProblem['severity'], code: ProblemCode, at: Place): void {
    const problem = {
      code,
      severity,
      line: at.line ?? null,
      column: at.column ?? null,
      values: at.values ?? {},
    };
    const same = (other: ImportProblem): boolean =>
      other.code === code &&
      other.line === problem.line &&
      other.column === problem.column &&
      JSON.stringify(other.values) === JSON.stringify(problem.values);
    if (this.list.length < most && !this.list.some(same)) this.list.push(problem);
  }
}

/** More than these nobody reads; what is beyond them is of the same kind. */
const most = 500;

export interface Place {
  line?: number | null;
  column?: string | null;
  values?: Readonly<Record<string, string>>;
}

/** Shortens what a sentence repeats from the file. */
export function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
