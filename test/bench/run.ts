/**
 * `npm run bench [-- --quick] [-- --only many]`: speed and memory beside the peers, in one run on one machine. Prints a Markdown
 * table and writes bench-results/<time>.json. Peers: hocuspocus with its defaults, a plain y-websocket server, a plain socket.io server.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Contestant } from './contestants.ts';
import { residentBytes, startDaihon, startPeer } from './contestants.ts';
import { benchCanvas } from './canvas.ts';
import { measureFanOut } from './fanOut.ts';
import { benchManyEditors } from './manyEditors.ts';
import type { Figure } from './figures.ts';
import { percentile, tableOf } from './figures.ts';
import { measurePropagation, propagationFigures } from './propagation.ts';
import { figuresOf } from '../load/figures.ts';
import { runManyAgents } from '../load/manyAgents.ts';
import { RawEditor } from './rawEditor.ts';
import type { StoreFigure } from './store.ts';
import { benchStore } from './store.ts';
import { benchVerify } from './verify.ts';

const quick = process.argv.includes('--quick');
const seconds = quick ? 4 : 20;
const rounds = quick ? 2 : 5;
const idleEditors = quick ? 200 : 1_000;
const agents = 1_000;
const editorCounts = [2, 10, 50];

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });

const parts: Record<string, () => Promise<Figure[]>> = {
  rooms: benchRooms,
  fanout: benchFanOut,
  thousands: benchThousands,
  canvas: () => benchCanvas(seconds),
  many: () => benchManyEditors(seconds),
  store: async () => ofDaihon(await benchStore(quick)),
  verify: async () => ofDaihon(await benchVerify(quick)),
};
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (only !== undefined && parts[only] === undefined)
  throw new Error(`--only ${Object.keys(parts).join(' | ')}`);

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) figures.push(...(await measure()));
}
console.log(`\n${cpus().length} cores, Node ${process.version}, ${quick ? 'quick' : 'full'}\n`);
console.log(tableOf(figures));
await mkdir('bench-results', { recursive: true });
await writeFile(
  `bench-results/${new Date().toISOString().replaceAll(':', '-')}.json`,
  JSON.stringify(figures, null, 2),
);

function ofDaihon(measured: readonly StoreFigure[]): Figure[] {
  return measured.map(({ name, value, unit }) => ({ what: name, contestant: 'Daihon', value, unit }));
}

/** Rounds alternate between the contestants, so that a slow minute of the machine hits all of them. */
async function benchRooms(): Promise<Figure[]> {
  const contestants = [
    await startDaihon(editorCounts.length * rounds + 10),
    await startPeer('hocuspocus', 'hocuspocus.ts', 'hocuspocus'),
    await startPeer('plain y-websocket', 'plainYjs.ts'),
  ];
  const found: Figure[] = [];
  for (const [index, editors] of editorCounts.entries()) {
    const delays = new Map<string, number[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const contestant of contestants) {
        const measured = await measurePropagation(contestant, editors, index * rounds + round, seconds);
        delays.set(contestant.name, [...(delays.get(contestant.name) ?? []), ...measured]);
      }
    }
    for (const [name, all] of delays) found.push(...propagationFigures(name, editors, all));
  }
  for (const contestant of contestants) {
    found.push(await idleMemory(contestant));
    await contestant.stop();
  }
  return found;
}

async function idleMemory(contestant: Contestant): Promise<Figure> {
  const before = residentBytes(contestant.pid);
  const open: RawEditor[] = [];
  for (let n = 0; n < idleEditors; n += 1) {
    const room = editorCounts.length * rounds + (n % 10);
    open.push(await RawEditor.open(contestant, room, () => undefined));
  }
  const value = (residentBytes(contestant.pid) - before) / idleEditors / 1024;
  for (const editor of open) editor.close();
  return { what: 'memory of an idle editor', contestant: contestant.name, value, unit: 'KiB' };
}

/** As many agents as a large centre has, on one process. */
async function benchThousands(): Promise<Figure[]> {
  const count = quick ? 500 : 3_000;
  const result = await runManyAgents({
    agents: count,
    accounts: 100,
    rounds: quick ? 4 : 20,
    children: 3,
  });
  return figuresOf(count, result);
}

async function benchFanOut(): Promise<Figure[]> {
  const ours = await startDaihon(1, 'op1@sakura.example');
  const script = ours.roomUrl(0).split('/').at(-1) ?? '';
  const daihon = await measureFanOut(ours, agents, rounds * 3, async (round) => {
    const answer = await ours.client?.post(`/api/scripts/${script}/publish`, {
      note: `Bench ${round}`,
      class: 'notice',
    });
    if (answer?.status !== 201)
      throw new Error(`publish answered ${answer?.status} ${JSON.stringify(answer?.body)}`);
  });
  await ours.stop();
  const peer = await startPeer('plain socket.io', 'plainSocketIo.ts');
  const plain = await measureFanOut(peer, agents, rounds * 3, () =>
    fetch(peer.url, { method: 'POST', body: JSON.stringify(daihon.event) }),
  );
  await peer.stop();
  return [['Daihon', daihon] as const, ['plain socket.io', plain] as const].flatMap(
    ([contestant, result]): Figure[] => [
      {
        what: `release at the last of ${agents} agents, from the request, median`,
        contestant,
        value: percentile(result.lastMs, 0.5),
        unit: 'ms',
      },
      {
        what: `first to last of ${agents} agents, median`,
        contestant,
        value: percentile(result.spreadMs, 0.5),
        unit: 'ms',
      },
      { what: 'memory of an idle agent', contestant, value: result.bytesPerAgent / 1024, unit: 'KiB' },
    ],
  );
}
