import { randomId } from '../../../platform/clock.ts';
import type { DraftPoint } from '../../../store/draftPoints.ts';
import type { DraftSnapshot } from '../../../store/draftSnapshots.ts';
import type { DraftUpdate } from '../../../store/draftUpdates.ts';
import type { DraftStorage } from './storage.ts';

/** A store in memory for tests that make it slow or let it fail; what is in it survives a restart of the rooms. */
export interface MemoryStorage extends DraftStorage {
  updates: DraftUpdate[];
  snapshots: (DraftSnapshot & { id: string })[];
  points: DraftPoint[];
  owners: Map<string, string>;
  /** Awaited before every append. */
  beforeAppend: () => Promise<void>;
}

export function memoryStorage(): MemoryStorage {
  const updates: DraftUpdate[] = [];
  const snapshots: (DraftSnapshot & { id: string })[] = [];
  const points: DraftPoint[] = [];
  const owners = new Map<string, string>();
  const after = (tenantId: string, scriptId: string, epoch: number, afterN: number): DraftUpdate[] =>
    updates
      .filter((row) => row.tenantId === tenantId && row.scriptId === scriptId)
      .filter((row) => row.epoch === epoch && row.n > afterN)
      .sort((a, b) => a.n - b.n);
  const storage: MemoryStorage = {
    updates,
    snapshots,
    points,
    owners,
    beforeAppend: () => Promise.resolve(),
    appendUpdates: async (rows) => {
      await storage.beforeAppend();
      for (const row of rows) {
        const taken = after(row.tenantId, row.scriptId, row.epoch, row.n - 1).some(({ n }) => n === row.n);
        if (taken) throw new Error('duplicate key');
        updates.push(row);
      }
    },
    readUpdates: (tenantId, scriptId, epoch, afterN) =>
      Promise.resolve(after(tenantId, scriptId, epoch, afterN)),
    readEdits: (tenantId, scriptIds) =>
      Promise.resolve(
        updates
          .filter((row) => row.tenantId === tenantId && scriptIds.includes(row.scriptId))
          .sort((a, b) => a.epoch - b.epoch || a.n - b.n),
      ),
    trimUpdates: (tenantId, scriptId, epoch, fromN, toN) => {
      const gone = new Set(after(tenantId, scriptId, epoch, fromN - 1).filter(({ n }) => n <= toN));
      updates.splice(0, updates.length, ...updates.filter((row) => !gone.has(row)));
      return Promise.resolve();
    },
    insertSnapshot: (snapshot) => {
      const id = randomId();
      snapshots.push({ ...snapshot, id });
      return Promise.resolve(id);
    },
    listSnapshots: (tenantId, scriptId) => storage.listSnapshotsOf(tenantId, [scriptId]),
    listSnapshotsOf: (tenantId, scriptIds) =>
      Promise.resolve(
        snapshots
          .filter((row) => row.tenantId === tenantId && scriptIds.includes(row.scriptId))
          .sort((a, b) => b.epoch - a.epoch || b.n - a.n || b.at.getTime() - a.at.getTime()),
      ),
    readSnapshotState: (_tenantId, id) => {
      const found = snapshots.find((row) => row.id === id);
      return found === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(found.state);
    },
    deleteSnapshots: (_tenantId, ids) => {
      snapshots.splice(0, snapshots.length, ...snapshots.filter(({ id }) => !ids.includes(id)));
      return Promise.resolve();
    },
    readClients: (tenantId, scriptId) =>
      Promise.resolve(
        [...owners].flatMap(([key, accountId]) => {
          const [tenant, script, client] = key.split('/');
          if (tenant !== tenantId || script !== scriptId) return [];
          return [{ scriptId, client: Number(client), accountId }];
        }),
      ),
    claimClients: (tenantId, claims) => {
      for (const { scriptId, client, accountId } of claims) {
        const key = `${tenantId}/${scriptId}/${client}`;
        const owner = owners.get(key) ?? accountId;
        if (owner !== accountId) return Promise.reject(new Error('another account'));
        owners.set(key, owner);
      }
      return Promise.resolve();
    },
    readEditEvents: (tenantId) => Promise.resolve(updates.filter((row) => row.tenantId === tenantId)),
    // What is noted in these tests is never missing.
    findEditNumbers: () => Promise.resolve(new Set(updates.map(({ n }) => n))),
    insertPoint: (point) => {
      points.push(point);
      return Promise.resolve(String(points.length - 1));
    },
    readPointState: (_tenantId, _scriptId, id) => Promise.resolve(points[Number(id)]?.state ?? null),
  };
  return storage;
}
