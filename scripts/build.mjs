// `npm run build [-- --stale]`: bundles the server and builds the client. With --stale only what is missing or older than its sources.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const parts = [
  {
    name: 'server',
    sources: ['server/src', 'server/package.json', 'shared/src', 'package-lock.json', 'scripts/build.mjs'],
    output: 'server/dist',
    build: buildServer,
  },
  {
    name: 'client',
    sources: [
      'client/src',
      'client/public',
      'client/index.html',
      'client/vite.config.ts',
      'client/package.json',
      'shared/src',
      'package-lock.json',
    ],
    output: 'client/dist',
    build: buildClient,
  },
];

/** Entries of the server's bundle by the name of their file; those that are not there are left out. */
const entries = {
  main: 'server/src/main.ts',
  'embedded-worker': 'server/src/store/embedded/worker.ts',
  'files-worker': 'server/src/files/worker.ts',
  'embedded-serve': 'server/src/store/embedded/serve.ts',
  daihon: 'server/src/cli/main.ts',
};

/** Names of the parts whose build is missing or older than its sources. */
export function staleParts() {
  return parts.filter((part) => !isFresh(part)).map((part) => part.name);
}

function isFresh(part) {
  const stamp = join(root, part.output, '.sources');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(part.sources);
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(join(root, source)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  const entriesBelow = safeReadDirectory(path);
  if (entriesBelow === null) return [path];
  return entriesBelow
    .filter((entry) => !/\.test\.tsx?$/u.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesOf(join(path, entry.name)));
}

function safeReadDirectory(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return null;
  }
}

async function buildServer() {
  const { build } = await import('esbuild');
  // Built aside and moved file by file: a server that starts meanwhile finds the old file or the new one, never half of one.
  // At the same depth, so that the paths in the source maps hold.
  const aside = join(root, 'server', `.building-${process.pid}`);
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).filter(([, source]) => existsSync(join(root, source))),
    ),
    outdir: aside,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@daihon/shared': join(root, 'shared/src') },
    sourcemap: true,
    logLevel: 'warning',
  });
  mkdirSync(join(root, 'server/dist'), { recursive: true });
  for (const name of readdirSync(aside)) renameSync(join(aside, name), join(root, 'server', 'dist', name));
  rmSync(aside, { recursive: true, force: true });
}

async function buildClient() {
  if (!existsSync(join(root, 'client/src/main.tsx'))) return;
  const { build } = await import('vite');
  await build({
    root: join(root, 'client'),
    configFile: join(root, 'client/vite.config.ts'),
    logLevel: 'warn',
  });
}

async function main() {
  const stale = process.argv.includes('--stale') ? staleParts() : parts.map((part) => part.name);
  for (const part of parts.filter(({ name }) => stale.includes(name))) {
    // Taken before the build: a source that changes meanwhile makes the next start build again.
    const stamp = fingerprint(part.sources);
    console.error(`building the ${part.name} …`);
    await part.build();
    mkdirSync(join(root, part.output), { recursive: true });
    writeFileSync(join(root, part.output, '.sources'), stamp);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
