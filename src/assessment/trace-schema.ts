import { STATUSES } from '../model/value.js';
import { array, closed, nullable, TEXT, type Schema } from './schema-words.js';

const NAMES = array(TEXT);
const WORD = nullable(TEXT);
const TRUTH = { enum: ['yes', 'no', 'undecided'] };
const OPEN = { const: true };
const TESTS = array(closed({ name: TEXT, test: TEXT, value: WORD, holds: TRUTH, decisive: { type: 'boolean' } }));
const STEPS = array(closed({ step: TEXT, by: TEXT, in: NAMES, value: TEXT }, ['by', 'in']));

/** JSON Schema of one node of the trace: one shape a kind. */
export function traceNodeSchema(): Schema {
  return {
    oneOf: [
      node(
        ['fact'],
        {
          origin: { enum: ['given', 'assumed', 'default', 'unknown', 'none', 'override', 'lever', 'policy'] },
          value: WORD,
          months: { type: 'integer' },
          in: NAMES,
        },
        ['months', 'in'],
      ),
      node(['condition'], { value: TRUTH, tests: TESTS, in: NAMES }),
      node(
        ['cases'],
        {
          value: WORD,
          unit: TEXT,
          case: { type: ['integer', 'null'] },
          cases: array(closed({ holds: TRUTH, tests: TESTS })),
          in: NAMES,
          open: OPEN,
        },
        ['unit', 'open'],
      ),
      node(['formula', 'figure'], { value: WORD, unit: TEXT, in: NAMES, open: OPEN }, ['unit', 'open']),
      node(
        ['aggregate'],
        {
          of: { enum: ['count', 'any', 'every', 'sum', 'lowest', 'highest', 'rank'] },
          value: WORD,
          in: NAMES,
          open: OPEN,
        },
        ['open'],
      ),
      node(['parameter', 'series'], { value: TEXT, unit: TEXT, status: { enum: STATUSES }, source: TEXT }, [
        'unit',
        'status',
        'source',
      ]),
      node(
        ['table'],
        {
          row: { anyOf: [{ type: ['integer', 'null'] }, array({ type: 'integer' })] },
          value: WORD,
          unit: TEXT,
          status: { enum: STATUSES },
          source: TEXT,
          in: NAMES,
          open: OPEN,
        },
        ['unit', 'status', 'source', 'open'],
      ),
      node(['bill'], { origin: { enum: ['given', 'assumed', 'lever', 'follows'] }, value: TEXT }),
      node(['line'], { steps: STEPS, reference: TEXT, value: TEXT, open: OPEN }, ['reference', 'open']),
      node(['income'], { value: TEXT, in: NAMES, open: OPEN }, ['in', 'open']),
      node(['total'], { of: { enum: ['sum', 'subtract'] }, value: TEXT, in: NAMES }),
      node(['lever'], { value: { enum: ['may', 'ask', 'has', 'no'] }, tests: TESTS, in: NAMES }),
      node(['aid'], { steps: array(closed({ step: TEXT, by: TEXT, value: TEXT }, ['by'])), value: TEXT, in: NAMES }),
    ],
  };
}

function node(
  kinds: readonly string[],
  properties: Readonly<Record<string, Schema>>,
  optional: readonly string[] = [],
): Schema {
  return closed({ id: TEXT, kind: { enum: kinds }, ...properties }, optional);
}
