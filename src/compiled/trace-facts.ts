import { monthText } from '../calendar/month.js';
import type { FactNode } from '../model/trace.js';
import { readState, statesOf, truthsOf, valuesOf, wordsOf, type Batch } from './batch.js';
import type { AskedFact } from './facts.js';
import { namesOfExpression } from './refs.js';
import { KNOWN, NO, UNKNOWN, WORD_UNKNOWN, type Rows } from './slots.js';
import { valueText } from './text.js';
import { usedOf, visitUsed } from './trace-used.js';
import type { MadeEntry } from './trace-entries.js';
import { always, follow, idOf, idsOf, KINDS, linksOf, never, type TracePlan } from './trace-plan.js';

/** An asked fact, or what is built in. */
export function factEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = program.model.facts.findIndex((fact) => fact.id === id);
  if (id === 'month') return monthEntry(plan);
  if (id === 'person.born') return bornEntry(plan, place);
  const asked = program.facts.find((one) => one.fact.id === id)!;
  const { fact, rows, final } = asked;
  const source = program.policySlots?.policy.settings.find((one) => one.fact === id)?.value ?? fact.assume;
  const links = source === null ? [] : linksOf(plan, namesOfExpression(source));
  const used = usedOf(plan, [source]);
  return {
    rows,
    order: [KINDS.fact, place],
    links: (reading, row, visit) => {
      if (links.length > 0 && originOf(reading.batch, asked, row) === 'assumed')
        follow(reading, links, rows, row, visit);
    },
    uses: (reading, row, visit) => {
      if (originOf(reading.batch, asked, row) === 'assumed') visitUsed(reading, used, rows, row, visit);
    },
    node: (reading, row): FactNode => {
      const { batch } = reading;
      const origin = originOf(batch, asked, row);
      const value = valueText(program.compiler, batch, final, fact.type, fact.unit, row);
      const node = { id: idOf(reading, plan.byKey.get(`fact/${id}{at}`)!, row), kind: 'fact' as const, origin, value };
      if (fact.type === 'age' && final.kind === 'number' && value !== null)
        return { ...node, months: valuesOf(batch, final)[row]! };
      if (origin !== 'assumed' || links.length === 0) return node;
      return { ...node, in: idsOf(reading, links, rows, row) };
    },
    exists: always,
    root: never,
  };
}

/** Where a fact's value comes from. */
export function originOf(batch: Batch, asked: AskedFact, row: number): FactNode['origin'] {
  const { fact, raw, final, applies, assume, set } = asked;
  if (applies !== null && truthsOf(batch, applies)[row] === NO) return 'none';
  const said =
    raw.kind === 'word'
      ? wordsOf(batch, raw)[row] !== WORD_UNKNOWN
      : !raw.stateful || statesOf(batch, raw)[row] === KNOWN;
  if (said) return isOverridden(batch, fact.id, asked.rows, row) ? 'override' : 'given';
  const unknown =
    final.kind === 'word' ? wordsOf(batch, final)[row] === WORD_UNKNOWN : readState(batch, final, row) === UNKNOWN;
  if (unknown || assume === null) return 'unknown';
  if (set) return 'policy';
  return fact.builtIn ? 'default' : 'assumed';
}

/** A worker judged this name for this row. */
export function isOverridden(batch: Batch, id: string, rows: Rows, row: number): boolean {
  const h = rows === 'person' ? batch.household[row]! : row;
  const of = rows === 'person' ? row - batch.start[h]! : null;
  return batch.households[h]!.overrides.some((override) => override.name === id && override.of === of);
}

function monthEntry(plan: TracePlan): MadeEntry {
  return {
    rows: 'household',
    order: [KINDS.fact, plan.program.model.facts.findIndex((fact) => fact.id === 'month')],
    links: () => undefined,
    node: () => ({ id: 'fact/month', kind: 'fact', origin: 'default', value: monthText(plan.program.month) }),
    exists: always,
    root: never,
  };
}

function bornEntry(plan: TracePlan, place: number): MadeEntry {
  const { program } = plan;
  return {
    rows: 'person',
    order: [KINDS.fact, place],
    links: () => undefined,
    node: (reading, row) => ({
      id: `fact/person.born${reading.persons[row]!}`,
      kind: 'fact',
      origin: 'default',
      value: monthText(program.month - valuesOf(reading.batch, program.age)[row]!),
    }),
    exists: always,
    root: never,
  };
}
