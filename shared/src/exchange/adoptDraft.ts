import type { Placeholder, Script } from '../script/schema.ts';
import { adoptFormats } from './adoptFormats.ts';
import { adoptIds } from './adoptIds.ts';
import type { WrittenFile } from './assemble.ts';
import { Problems } from './problem.ts';
import type { ImportProblem } from './problem.ts';

export interface AdoptedScript {
  script: Script;
  problems: readonly ImportProblem[];
}

/**
 * An imported script on its way into the place of the draft `current`: what is the same keeps its ids, and what the file left out or
 * its form cannot hold is taken from the draft. `problems`: what is to be said about that. `table`: it comes from one.
 */
export function adoptDraft(
  imported: Script,
  current: Script,
  { examplesLeftOut, table }: WrittenFile & { table: boolean },
): AdoptedScript {
  const problems = new Problems();
  const adopted = adoptIds(imported, current);
  const formatted = table ? adoptFormats(adopted, current, problems) : adopted;
  const script = examplesLeftOut ? withExamples(formatted, current.placeholders, problems) : formatted;
  return { script, problems: problems.list };
}

function withExamples(script: Script, present: readonly Placeholder[], problems: Problems): Script {
  const examples = new Map(present.map(({ key, example }) => [key, example]));
  const placeholders = script.placeholders.map((each) => {
    const example = each.example === '' ? (examples.get(each.key) ?? '') : each.example;
    if (example !== each.example) problems.warn('examples_kept');
    return { ...each, example };
  });
  return { ...script, placeholders };
}
