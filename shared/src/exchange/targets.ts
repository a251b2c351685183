import { quoted } from './problem.ts';
import type { Problems } from './problem.ts';
import type { RawStep, RawTarget } from './raw.ts';
import { foldWord } from './words.ts';

type Named = RawStep & { id: string };

/** Finds the step that a file means: by its id, by its number, by its title. */
export class Targets {
  readonly #byId: ReadonlyMap<string, Named>;
  readonly #byNumber: ReadonlyMap<string, Named>;
  readonly #byTitle = new Map<string, Named[]>();
  readonly #problems: Problems;

  constructor(steps: readonly Named[], problems: Problems) {
    this.#problems = problems;
    this.#byId = new Map(steps.map((step) => [step.id, step]));
    this.#byNumber = new Map(steps.flatMap((step) => (step.number === null ? [] : [[step.number, step]])));
    for (const step of steps) {
      const title = foldWord(step.title);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), step]);
    }
  }

  /** The step's id; null, and said, when there is none. */
  find({ id, text }: RawTarget, line: number): string | null {
    const named = id === null ? undefined : this.#byId.get(id);
    if (named !== undefined && foldWord(named.title) === foldWord(text)) return named.id;
    const written = this.#written(text, line);
    if (named === undefined) {
      if (written !== undefined) return written.id;
      if (text !== '' || id !== null)
        this.#problems.warn('unknown_target', {
          line,
          values: { target: quoted(text === '' ? (id ?? '') : text) },
        });
      return null;
    }
    // The title beside an id was written anew: a person has pointed the choice elsewhere.
    if (written === undefined) return named.id;
    this.#problems.warn('title_wins', { line, values: { target: quoted(text) } });
    return written.id;
  }

  #written(text: string, line: number): Named | undefined {
    const trimmed = text.trim();
    if (trimmed === '') return undefined;
    const same = this.#byTitle.get(foldWord(trimmed)) ?? [];
    if (same.length > 1)
      this.#problems.warn('ambiguous_target', { line, values: { target: quoted(trimmed) } });
    return this.#byId.get(trimmed) ?? same[0] ?? this.#numbered(trimmed);
  }

  /** `12`, `12 本人確認`, `12. 本人確認`. */
  #numbered(text: string): Named | undefined {
    const match = /^(\d{1,6})(?:[.．、:：\s]+(.*))?$/u.exec(text.normalize('NFKC'));
    if (match?.[1] === undefined) return undefined;
    const step = this.#byNumber.get(match[1]);
    const [only, ...others] = this.#byTitle.get(foldWord(match[2] ?? '')) ?? [];
    // The number may be of before a row was put in; a title that is there once says more.
    if (step !== undefined && foldWord(step.title) === foldWord(match[2] ?? '')) return step;
    return others.length === 0 && only !== undefined ? only : step;
  }
}
