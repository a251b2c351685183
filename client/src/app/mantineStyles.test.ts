import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('..', import.meta.url));
const library = path.resolve(fileURLToPath(import.meta.resolve('@mantine/core/styles.css')), '../esm');

/** The names that the client takes from the component library. */
function namesUsed(): Set<string> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/u.test(file),
  );
  const imports = files.flatMap((file) => [
    ...readFileSync(path.join(source, file), 'utf8').matchAll(
      /import (?!type )\{([^}]*)\} from '@mantine\/core'/gu,
    ),
  ]);
  return new Set(imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())));
}

/** The library's modules that export `names`. */
function modulesOf(names: ReadonlySet<string>): string[] {
  const index = readFileSync(path.join(library, 'index.mjs'), 'utf8');
  return [...index.matchAll(/import \{([^}]*)\} from "\.\/([^"]+)"/gu)]
    .filter(([, exported = '']) => exported.split(',').some((name) => names.has(name.trim())))
    .map(([, , file = '']) => path.join(library, file));
}

/** The style sheets that `modules` use, and what these use in turn. */
function sheetsOf(modules: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...modules];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (file.endsWith('.module.mjs')) continue;
    for (const [, used = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/gu)) {
      waiting.push(path.join(path.dirname(file), used));
    }
  }
  return new Set(
    [...seen].flatMap((file) => (file.endsWith('.module.mjs') ? [path.basename(file, '.module.mjs')] : [])),
  );
}

it('brings the styles of every component that is used, and of no other', () => {
  const needed = sheetsOf(modulesOf(namesUsed()));
  expect(needed.size).toBeGreaterThan(20);
  const brought = [
    ...readFileSync(new URL('./mantineStyles.ts', import.meta.url), 'utf8').matchAll(
      /styles\/([A-Z]\w*)\.layer\.css/gu,
    ),
  ].map(([, name]) => name);
  expect(brought.toSorted()).toEqual([...needed].toSorted());
});
