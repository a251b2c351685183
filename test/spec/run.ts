import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EJSON } from 'bson';
import { MongoClient } from 'mongodb';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';
import { executeTest } from './execute.ts';
import { expectedFailures } from './expected.ts';
import type { ExpectedFailure } from './expected.ts';
import type { Requirement, SpecFile, SpecTest } from './format.ts';

const version = [7, 0, 0];
const topology = 'replicaset';

/** Runs the drivers' unified test files of CRUD and retryable writes against the embedded store. */
async function main(): Promise<number> {
  const root = resolve(import.meta.dirname, '../..');
  const folder = process.env.MONGODB_SPEC_DIR ?? resolve(root, '../shared/mongodb-spec');
  if (!existsSync(join(folder, 'crud'))) {
    console.log(`The driver specifications are not at ${folder} (set MONGODB_SPEC_DIR): nothing to run.`);
    return 0;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'store-spec-'));
  const store = await startEmbedded({ dataDir, testCommands: true, log: () => undefined });
  const internal = new MongoClient(store.uri);
  try {
    let bad = 0;
    for (const room of ['crud', 'retryable-writes'])
      bad += await runRoom(store.uri, internal, join(folder, room), room);
    return bad === 0 ? 0 : 1;
  } finally {
    await internal.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runRoom(uri: string, internal: MongoClient, folder: string, room: string): Promise<number> {
  const counts = { passed: 0, skipped: 0, expected: 0, failed: 0, unexpected: 0 };
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.json'))
    .sort()) {
    const file = EJSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown as SpecFile;
    for (const test of file.tests) {
      if (
        !applies(file.runOnRequirements) ||
        !applies(test.runOnRequirements) ||
        test.skipReason !== undefined
      ) {
        counts.skipped += 1;
        continue;
      }
      const known = knownFailure(`${room}/${name}`, test);
      const wrong = await executeTest(uri, internal, file, test);
      if (wrong === undefined && !known) counts.passed += 1;
      else if (wrong !== undefined && known) counts.expected += 1;
      else if (wrong !== undefined) {
        counts.failed += 1;
        console.log(`FAILED ${room}/${name}: ${test.description}\n       ${wrong}`);
      } else {
        counts.unexpected += 1;
        console.log(
          `PASSED but is listed as failing (${known?.reason ?? ''}) ${room}/${name}: ${test.description}`,
        );
      }
    }
  }
  const { passed, skipped, expected, failed, unexpected } = counts;
  console.log(
    `${room}: ${passed} passed, ${skipped} skipped by their requirements, ${expected} failed as expected, ${failed} failed, ${unexpected} passed unexpectedly`,
  );
  return failed + unexpected;
}

function knownFailure(file: string, test: SpecTest): ExpectedFailure | undefined {
  return expectedFailures.find((known) => known.file === file && known.test === test.description);
}

function applies(requirements: readonly Requirement[] | undefined): boolean {
  return (
    requirements === undefined ||
    requirements.some(
      ({ minServerVersion, maxServerVersion, topologies, auth }) =>
        (minServerVersion === undefined || compareVersion(minServerVersion) <= 0) &&
        (maxServerVersion === undefined || compareVersion(maxServerVersion) >= 0) &&
        (topologies === undefined || topologies.includes(topology)) &&
        auth !== true,
    )
  );
}

/** Above 0 when the given version is newer than the one the store announces. */
function compareVersion(text: string): number {
  for (const [i, part] of text.split('.').map(Number).entries()) {
    const difference = part - (version[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

process.exitCode = await main();
