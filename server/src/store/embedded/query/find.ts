import type { Storage } from '../engine/storage.ts';
import type { Table } from '../engine/table.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from './filter.ts';
import { planFor } from './plan.ts';
import type { Plan } from './plan.ts';
import { Scan } from './run.ts';
import type { Match } from './run.ts';
import { compareKeys, sortBy, sortKeys } from './sort.ts';
import type { SortField } from './sort.ts';

export interface FindOptions {
  readonly filter: Filter;
  readonly sort?: readonly SortField[];
  readonly skip?: number;
  /** 0 or undefined: no limit. */
  readonly limit?: number;
  readonly hint?: unknown;
}

export interface Source {
  next(): Match | undefined;
}

export interface Found extends Source {
  readonly plan: Plan | undefined;
  readonly scan: Scan | undefined;
}

const mostBytesToSort = 100 * 1024 * 1024;

/** The matching documents in order, read as they are asked for; sorted in memory where no index gives the order. */
export function find(storage: Storage, table: Table | undefined, options: FindOptions): Found {
  if (!table) return { plan: undefined, scan: undefined, next: () => undefined };
  const sort = options.sort ?? [];
  const plan = planFor(table, options.filter, sort, options.hint);
  const skip = options.skip ?? 0;
  const limit = options.limit === undefined || options.limit === 0 ? Infinity : options.limit;
  const scan = plan.sorted
    ? new Scan(storage, table, plan, options.filter, skip + limit)
    : new Scan(
        storage,
        table,
        plan,
        options.filter,
        Infinity,
        sort.map(({ parts }) => parts[0] ?? ''),
      );
  let source: Source | undefined;
  return {
    plan,
    scan,
    next: () => {
      source ??= window(plan.sorted ? scan : sortedSource(scan, sort, skip + limit), skip, limit);
      return source.next();
    },
  };
}

function window(source: Source, skip: number, limit: number): Source {
  let toSkip = skip;
  let left = limit;
  return {
    next: () => {
      for (; toSkip > 0; toSkip--) if (!source.next()) return undefined;
      if (left <= 0) return undefined;
      left -= 1;
      return source.next();
    },
  };
}

function sortedSource(source: Source, sort: readonly SortField[], wanted: number): Source {
  const all =
    wanted <= 1000 ? smallest(source, sort, wanted) : sortBy(drain(source), sort, ({ fields }) => fields);
  let position = 0;
  return { next: () => all[position++] };
}

/** The first few in order, without keeping the others. */
function smallest(source: Source, sort: readonly SortField[], wanted: number): Match[] {
  let kept: { match: Match; keys: unknown[] }[] = [];
  const trim = (): void => {
    kept = kept.sort((a, b) => compareKeys(a.keys, b.keys, sort)).slice(0, wanted);
  };
  for (let match = source.next(); match; match = source.next()) {
    kept.push({ match, keys: sortKeys(match.fields, sort) });
    if (kept.length >= wanted * 2 + 100) trim();
  }
  trim();
  return kept.map(({ match }) => match);
}

function drain(source: Source): Match[] {
  const all: Match[] = [];
  let bytes = 0;
  for (let match = source.next(); match; match = source.next()) {
    all.push(match);
    bytes += match.bytes.length;
    if (bytes > mostBytesToSort) {
      throw new CommandError(
        292,
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'Sort exceeded memory limit of 104857600 bytes; add an index that gives the order.',
      );
    }
  }
  return all;
}
