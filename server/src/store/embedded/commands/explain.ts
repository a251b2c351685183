import { Int32 } from 'bson';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import { badValue, notSupported } from '../errors.ts';
import { parseFilter } from '../query/filter.ts';
import { find } from '../query/find.ts';
import type { FindOptions, Found } from '../query/find.ts';
import { findOptionsOf, pushDown } from './read.ts';
import { docOption, refuseOptions } from './request.ts';
import type { Request } from './request.ts';

/** Says which index a command would use, and unless only the plan is asked for, how much it reads. */
export function explainCommand(request: Request): Doc {
  refuseOptions(request, ['verbosity']);
  const command = request.body.explain;
  if (!isDoc(command)) throw badValue('explain needs a command');
  const [name = '', collection] = Object.entries(command)[0] ?? [];
  const options = optionsOf(name, command);
  const namespace = `${request.database}.${String(collection)}`;
  const found = find(request.engine.storage, request.engine.catalog.find(namespace), options);
  const planned = { queryPlanner: { namespace, winningPlan: describe(found, options) } };
  if (request.body.verbosity === 'queryPlanner') return { ...planned, ok: 1 };
  let returned = 0;
  while (found.next()) returned += 1;
  const executionStats = {
    nReturned: new Int32(returned),
    totalKeysExamined: new Int32(found.scan?.keysExamined ?? 0),
    totalDocsExamined: new Int32(found.scan?.docsExamined ?? 0),
  };
  return { ...planned, executionStats, ok: 1 };
}

function optionsOf(name: string, command: Doc): FindOptions {
  switch (name) {
    case 'find':
      return findOptionsOf(command);
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return {
        ...findOptionsOf({ ...command, filter: command.query }),
        limit: numberOf(command.limit) ?? 0,
      };
    case 'aggregate':
      return pushDown(Array.isArray(command.pipeline) ? command.pipeline : [], command.hint).options;
    case 'update':
    case 'delete': {
      const statements = command[`${name}s`];
      const first: unknown = Array.isArray(statements) ? statements[0] : undefined;
      if (!isDoc(first)) throw badValue(`explain needs one ${name}`);
      return { filter: parseFilter(docOption(first.q, 'q')), hint: first.hint };
    }
    default:
      throw notSupported(`explain of ${name}`);
  }
}

function describe({ plan }: Found, options: FindOptions): Doc {
  if (!plan) return { stage: 'EOF' };
  const index = plan.index;
  const scan = index
    ? {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: index.name,
          keyPattern: index.spec.key,
          isMultiKey: index.multikey,
          isUnique: index.unique,
          direction: plan.backward ? 'backward' : 'forward',
        },
      }
    : { stage: 'COLLSCAN', direction: 'forward' };
  return plan.sorted || (options.sort ?? []).length === 0 ? scan : { stage: 'SORT', inputStage: scan };
}
