import { STATUSES } from '../model/value.js';
import { amountMap, array, closed, MONEY, MONTH, nullable, PLAIN, ref, TEXT, type Schema } from './schema-words.js';
import { traceNodeSchema } from './trace-schema.js';

const YES_NO = { type: 'boolean' };
const NAMES = array(TEXT);
const STATUS = { enum: STATUSES };
const GROUPS = ['fixed', 'living', 'reserve'];
const PAIR = closed({ reference: MONEY, need: MONEY });
const GAIN = closed({ month: MONEY, once: MONEY });
const OPEN = closed({
  id: TEXT,
  kind: { enum: ['need', 'item', 'adjustment', 'notice', 'line'] },
  missing: NAMES,
  node: TEXT,
});

/** JSON Schema (draft 7) of the assessment document `refbudget.assessment/1`: nothing else may stand in it. */
export function assessmentSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'An assessment of a household against a pack of reference budgets',
    ...closed(
      {
        format: { const: 'refbudget.assessment/1' },
        engine: closed({ name: TEXT, version: TEXT }),
        pack: packSchema(),
        month: MONTH,
        policy: nullable(closed({ id: TEXT })),
        input: { type: ['object', 'null'] },
        incomes: incomesSchema(),
        needs: needsSchema(),
        figures: array(
          closed({
            id: TEXT,
            kind: { enum: ['total', 'figure'] },
            value: nullable(PLAIN),
            unit: nullable(TEXT),
            node: TEXT,
          }),
        ),
        balance: closed({ amount: MONEY, shortfall: MONEY, adequacy: nullable(PLAIN) }),
        levers: leversSchema(),
        aid: aidSchema(),
        quality: closed({
          byStatus: amountMap(STATUSES),
          priceSourced: MONEY,
          oldestPrice: nullable(MONTH),
          seriesBeyondEnd: NAMES,
        }),
        assumptions: array(closed({ name: TEXT, value: TEXT, node: TEXT })),
        open: array(ref('open')),
        notices: array(closed({ id: TEXT, node: TEXT })),
        overrides: array(closed({ target: TEXT, computed: nullable(TEXT), is: TEXT, reason: TEXT, by: TEXT })),
        warnings: array(closed({ code: TEXT, names: NAMES, path: array({ type: ['string', 'integer'] }) })),
        trace: closed({ level: { enum: ['fired', 'full'] }, nodes: array(ref('node')) }),
        seal: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
      },
      ['levers', 'aid', 'trace'],
    ),
    definitions: { gain: GAIN, open: OPEN, node: traceNodeSchema() },
  };
}

function packSchema(): Schema {
  return closed({
    id: TEXT,
    version: TEXT,
    digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    overlays: NAMES,
    covers: { type: 'array', items: MONTH, minItems: 2, maxItems: 2 },
  });
}

function incomesSchema(): Schema {
  const sums = { given: MONEY, counted: MONEY, exempt: MONEY };
  return closed({
    lines: array(closed({ id: TEXT, kind: TEXT, of: TEXT, ...sums, open: YES_NO, node: TEXT })),
    ...sums,
    year: MONEY,
  });
}

function needsSchema(): Schema {
  const item = closed({
    id: TEXT,
    month: PLAIN,
    price: PLAIN,
    priced: nullable(MONTH),
    quantity: PLAIN,
    lasts: TEXT,
    status: closed({ price: STATUS, quantity: STATUS, lasts: STATUS }),
  });
  const line = closed(
    {
      id: TEXT,
      basket: TEXT,
      for: TEXT,
      group: { enum: GROUPS },
      optional: YES_NO,
      credit: YES_NO,
      reference: MONEY,
      paid: nullable(MONEY),
      need: MONEY,
      year: PAIR,
      basis: { enum: ['reference', 'bill', 'override'] },
      override: nullable(closed({ computed: MONEY, reason: TEXT, by: TEXT })),
      status: closed({ reference: STATUS, need: STATUS }),
      priceSourced: YES_NO,
      node: TEXT,
      items: array(item),
      parts: array(closed({ id: TEXT, month: PLAIN })),
    },
    ['items', 'parts'],
  );
  return closed({
    lines: array(line),
    baskets: array(closed({ id: TEXT, reference: MONEY, need: MONEY })),
    groups: closed(Object.fromEntries(GROUPS.map((group) => [group, PAIR]))),
    persons: { type: 'object', additionalProperties: MONEY },
    household: MONEY,
    reference: MONEY,
    need: MONEY,
    year: PAIR,
  });
}

function leversSchema(): Schema {
  const state = { enum: ['may', 'ask', 'has', 'no'] };
  const outcome = { enum: ['taken', 'closed', 'left-out', 'opened'] };
  return closed(
    {
      list: array(
        closed({ id: TEXT, state, persons: NAMES, missing: NAMES, alone: nullable(ref('gain')), node: TEXT }),
      ),
      chain: array(closed({ id: TEXT, outcome, gain: nullable(ref('gain')), balance: nullable(MONEY) })),
      together: closed({ month: MONEY, once: MONEY, balance: MONEY }),
    },
    ['chain', 'together'],
  );
}

function aidSchema(): Schema {
  return closed(
    {
      lines: array(closed({ id: TEXT, need: MONEY, aid: MONEY, by: NAMES })),
      optionalCounted: array(closed({ id: TEXT, need: MONEY, aid: MONEY })),
      need: MONEY,
      gap: MONEY,
      pays: MONEY,
      left: MONEY,
      months: { type: ['integer', 'null'] },
      once: MONEY,
      open: array(ref('open')),
      node: TEXT,
    },
    ['open'],
  );
}
