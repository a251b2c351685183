import { parseArgs } from 'node:util';
import { readConfig } from '../config/env.ts';
import { setLogLevel } from '../platform/logger.ts';
import { exportVerb } from './exportTenant.ts';
import { importVerb } from './importFiles.ts';
import { listTenantVerb } from './listTenants.ts';
import type { Outcome, VerbOptions } from './outcome.ts';
import { UsageError } from './outcome.ts';
import { withStore } from './openStore.ts';
import { verifyVerb } from './verify.ts';

interface Verb {
  usage: string;
  about: string;
  /** Takes files behind its name. */
  files?: true;
  run(options: VerbOptions): Promise<Outcome>;
}

const verbs: Record<string, Verb> = {
  verify: {
    usage: 'verify [--tenant SLUG]',
    about: 'checks the hash chains of all audit logs and names the first broken record',
    run: verifyVerb,
  },
  export: {
    usage: 'export --tenant SLUG [--to DIR]',
    about: 'writes every script of a tenant, drafts and versions, as JSON files into a new directory',
    run: exportVerb,
  },
  import: {
    usage: 'import --tenant SLUG FILE…',
    about: 'makes a script of each file (JSON, Markdown, CSV, Excel)',
    files: true,
    run: importVerb,
  },
  'tenant list': { usage: 'tenant list', about: 'lists the tenants', run: listTenantVerb },
};

const help = [
  'Usage: npm run --silent daihon -- <verb> [--json]',
  '',
  ...Object.values(verbs).map(({ usage, about }) => `  ${usage.padEnd(34)}${about}`),
  '',
  'The environment says which store, as for the application (DATA_DIR, MONGODB_URI, MASTER_KEY).',
  'On the embedded store the application has to be stopped. Exit status: 0 done, 1 refused or found wanting, 2 usage.',
].join('\n');

/** Runs one verb; resolves with the exit status. */
async function main(args: readonly string[]): Promise<number> {
  let json = args.includes('--json');
  try {
    const { verb, options, wantsHelp, wantsJson } = read(args);
    json = wantsJson;
    if (wantsHelp) {
      process.stdout.write(`${help}\n`);
      return 0;
    }
    if (verb === null) throw new UsageError('Unknown verb');
    setLogLevel('silent');
    const config = readConfig();
    const outcome = await withStore(config, () => verb.run({ ...options, config }));
    process.stdout.write(
      json ? `${JSON.stringify(outcome.json)}\n` : outcome.lines.map((line) => `${line}\n`).join(''),
    );
    return outcome.well ? 0 : 1;
  } catch (error) {
    const usage = error instanceof UsageError;
    const message = error instanceof Error ? error.message : String(error);
    if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    else process.stderr.write(usage ? `${message}\n\n${help}\n` : `${message}\n`);
    return usage ? 2 : 1;
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [first = '', ...files] = positionals;
    const taking = verbs[first]?.files === true ? verbs[first] : null;
    return {
      verb: taking ?? verbs[positionals.join(' ')] ?? null,
      options: { tenant: values.tenant, to: values.to, files: taking === null ? [] : files },
      wantsHelp: values.help,
      wantsJson: values.json,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option');
  }
}

process.exitCode = await main(process.argv.slice(2));
