import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { masterKeyProvider } from '../../server/src/platform/keys.ts';
import { appendToChains } from '../../server/src/store/auditChain.ts';
import type { AuditEntry } from '../../server/src/store/auditEntry.ts';
import { verifyChain } from '../../server/src/store/auditVerify.ts';
import { connectStore } from '../../server/src/store/connect.ts';
import { useKeyProvider } from '../../server/src/store/sealed.ts';
import { createTenant } from '../../server/src/usecases/setup/createTenant.ts';
import type { StoreFigure } from './store.ts';

const lotRows = 500;

/** How fast an audit log of edits is verified on the embedded store. `quick` is for a look in passing. */
export async function benchVerify(quick: boolean): Promise<StoreFigure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'verify-bench-'));
  useKeyProvider(masterKeyProvider(Buffer.alloc(32, 7)));
  const store = await connectStore({ uri: null, dataDir });
  try {
    const { id: tenantId } = await createTenant('bench', 'Bench');
    const rows = quick ? 20_000 : 1_000_000;
    for (let n = 0; n < rows; n += lotRows) {
      const lot = Array.from({ length: lotRows }, (_, index) => edit(tenantId, n + index));
      await appendToChains('socket', lot);
    }
    const started = performance.now();
    const verdict = await verifyChain('socket', tenantId);
    const seconds = (performance.now() - started) / 1000;
    if (!verdict.whole || verdict.rows !== rows) throw new Error(`verified: ${JSON.stringify(verdict)}`);
    return [{ name: `verify ${rows} audit rows`, value: Math.round(rows / seconds), unit: '/s' }];
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function edit(tenantId: string, n: number): AuditEntry {
  return {
    tenantId,
    log: 'socket',
    action: 'update',
    actor: { id: 'account-0123456789', loginId: 'sv1@sakura.example' },
    target: { type: 'script', id: 'script-0123456789', label: '解約のお申し出' },
    result: 'ok',
    address: '203.0.113.7',
    agent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    sessionId: 'session-0123456789',
    scriptId: 'script-0123456789',
    detail: { n, bytes: 120, epoch: 1 },
    at: new Date(1_700_000_000_000 + n),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit } of await benchVerify(process.argv.includes('--quick')))
    console.log(`${name}: ${value} ${unit}`);
}
