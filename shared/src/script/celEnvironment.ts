import { Environment } from '@marcbachmann/cel-js';
import { registerFunctions } from './celFunctions.ts';

const comparisons = ['<', '<=', '>', '>='];
const comparable = ['int', 'double', 'string', 'bool'];

const arithmetic = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
};

/**
 * CEL as scripts use it: any key may be asked for; what is not filled in is null, is neither smaller nor larger than
 * anything, is in no list and holds nothing; whole and other numbers may be mixed. Small limits: a condition is one line.
 * Its own functions: celFunctions.ts.
 */
export const celEnvironment = build();

function build(): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 },
  });
  for (const sign of comparisons) {
    environment.registerOperator(`null ${sign} null`, () => false);
    for (const type of comparable) {
      environment.registerOperator(`null ${sign} ${type}`, () => false);
      environment.registerOperator(`${type} ${sign} null`, () => false);
    }
  }
  environment.registerOperator('string in null', () => false);
  environment.registerOperator('!null', () => true);
  for (const [sign, apply] of Object.entries(arithmetic)) {
    environment.registerOperator(`int ${sign} double`, (a: bigint, b: number) => apply(Number(a), b));
    environment.registerOperator(`double ${sign} int`, (a: number, b: bigint) => apply(a, Number(b)));
  }
  registerFunctions(environment);
  return environment;
}
