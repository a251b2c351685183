// `npm test`: everything that guards the product, then one plain line `N passed, N failed`.
// A check (format, lint, types, borders, unused code, build) counts as one; a test of vitest counts as one.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringNeeds } from './needs.mjs';

const nightly = process.argv.includes('--nightly');
const bin = (name) => join('node_modules', '.bin', name);

const unitTests = 'unit tests';

// Lint alone takes about as long as all that goes beside it, and needs nothing that the other lane makes.
const checks = [
  [
    ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
    ...['shared', 'server', 'client', 'test'].map((workspace) => [
      `types of ${workspace}`,
      bin('tsc'),
      ['-p', workspace],
    ]),
    ['borders', process.execPath, ['scripts/lint-deps.mjs']],
    ['unused code', bin('knip'), []],
    ['build', process.execPath, ['scripts/build.mjs']],
    unitTests,
  ],
  [['lint', bin('eslint'), ['.', '--max-warnings', '0']]],
];

const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  bringNeeds();
} catch (error) {
  console.error(error.message);
  totals.failed += 1;
  finish();
}

await Promise.all(
  checks.map(async (lane) => {
    for (const check of lane) await (check === unitTests ? runVitest('unit') : runCheck(check));
  }),
);
for (const project of ['system', 'e2e', 'timed', ...(nightly ? ['load'] : [])]) await runVitest(project);
finish();

async function runCheck([name, command, parameters]) {
  const { code, output, seconds } = await run(command, parameters, 'collect');
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(output);
  totals[code === 0 ? 'passed' : 'failed'] += 1;
}

async function runVitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'daihon-vitest-'));
  const file = join(folder, 'result.json');
  const { code } = await run(
    bin('vitest'),
    ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', '--outputFile', file],
    'show',
    nightly ? { NIGHTLY: '1' } : {},
  );
  const counted = countTests(file);
  // A run that fails without a failed test (a file that does not load, an unhandled error) is a failure too.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  for (const kind of ['passed', 'failed', 'skipped']) totals[kind] += counted[kind];
  rmSync(folder, { recursive: true, force: true });
}

function countTests(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const unloaded = result.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + unloaded.length,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function run(command, parameters, mode, extraEnv = {}) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      env: { ...process.env, ...extraEnv },
      stdio: ['ignore', mode === 'show' ? 'inherit' : 'pipe', mode === 'show' ? 'inherit' : 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output, seconds: ((performance.now() - started) / 1000).toFixed(1) });
    });
  });
}

function finish() {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
}
