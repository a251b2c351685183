// Checks the borders of the house. A cruise that saw fewer modules than there are source files has checked nothing,
// so it fails as well.
import { execFileSync, spawnSync } from 'node:child_process';

const folders = ['client/src', 'server/src', 'shared/src', 'test'];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.tsx?$/u.test(file) && !file.endsWith('.d.ts'));

const cruise = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...folders,
  ],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (cruise.stdout === '') {
  console.error(cruise.stderr);
  process.exit(1);
}
const { modules, summary } = JSON.parse(cruise.stdout);
const cruised = new Set(modules.map((module) => module.source));
const missed = files.filter((file) => !cruised.has(file) && !file.startsWith('test/bench/peers'));

for (const violation of summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
for (const file of missed) console.error(`not cruised: ${file}`);
console.log(
  `borders: ${files.length} files, ${summary.violations.length} violations, ${missed.length} not cruised`,
);
process.exitCode = summary.violations.length + missed.length > 0 ? 1 : 0;
