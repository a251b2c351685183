import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config/env.ts';
import { withStore } from '../../server/src/cli/openStore.ts';
import { findTenantBySlug } from '../../server/src/store/tenants.ts';
import type { TakenOutScript } from '../../server/src/usecases/scripts/exchange/takeOutTenant.ts';
import { repositoryRoot, startServer } from '../support/server.ts';

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-cli-'));
  const server = await startServer({ dataDir });
  expect(await server.stop()).toBe(0);
});

afterAll(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

/** The command line from the bundle, as an operator without the sources runs it. */
function daihon(args: string[], directory = dataDir): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['server/dist/daihon.js', ...args], {
      cwd: repositoryRoot,
      env: { PATH: process.env.PATH, DATA_DIR: directory },
    });
    const run: Run = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (run.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (run.stderr += text));
    child.once('close', (code) => resolve({ ...run, code }));
  });
}

async function tamper(work: (tenantId: string) => Promise<unknown>): Promise<void> {
  await withStore(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), async () => {
    const sakura = await findTenantBySlug('sakura');
    await work(sakura?.id ?? '');
  });
}

describe("the operator's command line", () => {
  it('lists its verbs, and ends with status 2 for one that it does not know', async () => {
    const help = await daihon(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/verify[\s\S]*export[\s\S]*import[\s\S]*tenant list/u);
    for (const args of [[], ['dance'], ['verify', '--nonsense'], ['tenant']]) {
      const refused = await daihon(args);
      expect(refused.code, args.join(' ')).toBe(2);
      expect(refused.stderr).toContain('Usage');
    }
  });

  it('lists the tenants', async () => {
    const run = await daihon(['tenant', 'list', '--json']);
    expect(run.code, run.stderr).toBe(0);
    const { tenants } = JSON.parse(run.stdout) as { tenants: { slug: string }[] };
    expect(tenants.map(({ slug }) => slug).sort()).toEqual(['midori', 'sakura']);
  });

  it('takes the scripts of a tenant out and in again, and has both in that tenant’s log', async () => {
    const to = path.join(dataDir, 'out');
    const out = await daihon(['export', '--tenant', 'sakura', '--to', to, '--json']);
    expect(out.code, out.stderr).toBe(0);
    const { files } = JSON.parse(out.stdout) as { files: string[] };
    expect(files.length).toBeGreaterThan(4);
    const [first = ''] = files;
    const file = path.join(to, first);
    const taken = JSON.parse(await readFile(file, 'utf8')) as TakenOutScript;
    expect(taken.versions).toHaveLength(1);
    expect(taken.versions[0]?.script).toEqual(taken.script);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await daihon(['export', '--tenant', 'sakura', '--to', to])).code).toBe(1);

    const bad = path.join(dataDir, 'bad.csv');
    await writeFile(bad, 'タイトル,読む\n"あ,い');
    const back = await daihon(['import', '--tenant', 'midori', '--json', file, bad]);
    expect(back.code, back.stderr).toBe(1);
    const made = JSON.parse(back.stdout) as { files: { scriptId: string | null; problems: string[] }[] };
    expect(made.files.map(({ scriptId, problems }) => [scriptId !== null, problems])).toEqual([
      [true, []],
      [false, ['bad_csv']],
    ]);
    const [script] = await midoriScripts(to);
    expect(script).toMatchObject({ folder: taken.folder, script: { title: taken.script.title } });
    expect(script?.script.steps.map(({ id }) => id)).toEqual(taken.script.steps.map(({ id }) => id));
    expect((await daihon(['import', '--tenant', 'midori'])).code).toBe(2);
    expect(await daihon(['export', '--tenant', 'nobody'])).toMatchObject({ code: 1 });
    await tamper(async (tenantId) => {
      const log = mongoose.connection.collection('operation_log');
      expect(await log.countDocuments({ tenantId, action: 'export', 'actor.loginId': 'operator' })).toBe(1);
    });
  });

  async function midoriScripts(beside: string): Promise<TakenOutScript[]> {
    const to = path.join(beside, 'midori');
    const run = await daihon(['export', '--tenant', 'midori', '--to', to, '--json']);
    expect(run.code, run.stderr).toBe(0);
    const { files } = JSON.parse(run.stdout) as { files: string[] };
    return Promise.all(
      files.map(async (each) => JSON.parse(await readFile(path.join(to, each), 'utf8')) as TakenOutScript),
    );
  }

  it('finds the logs whole, then names the record that was changed, and only in its log', async () => {
    expect(await daihon(['verify'])).toMatchObject({ code: 0 });
    await tamper((tenantId) =>
      mongoose.connection
        .collection('admin_log')
        .updateOne({ tenantId, n: 2 }, { $set: { result: 'refused' } }),
    );
    const found = await daihon(['verify']);
    expect(found.code).toBe(1);
    expect(found.stdout.split('\n').filter((line) => line.includes('BROKEN'))).toEqual([
      'sakura admin: BROKEN at record 2 (changed)',
    ]);
    const json = await daihon(['verify', '--tenant', 'sakura', '--json']);
    expect(json.code).toBe(1);
    const { whole, logs } = JSON.parse(json.stdout) as { whole: boolean; logs: object[] };
    expect(whole).toBe(false);
    expect(logs).toContainEqual({ tenant: 'sakura', log: 'admin', whole: false, n: 2, why: 'changed' });
    expect(await daihon(['verify', '--tenant', 'midori'])).toMatchObject({ code: 0 });
  });

  it('says in one line why it cannot: no such tenant, no store, the application has it open', async () => {
    expect(await daihon(['verify', '--tenant', 'nobody'])).toMatchObject({
      code: 1,
      stderr: 'There is no tenant nobody\n',
    });
    const nothing = await daihon(['verify'], path.join(dataDir, 'nothing'));
    expect(nothing.code).toBe(1);
    expect(nothing.stderr.trim().split('\n')).toHaveLength(1);
    const server = await startServer({ dataDir });
    const taken = await daihon(['tenant', 'list']);
    await server.stop();
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain(String(server.pid));
    expect(taken.stderr.trim().split('\n')).toHaveLength(1);
  });
});
