import { monthText } from '../../calendar/month.js';
import type { FactNode } from '../../model/trace.js';
import { type Batch, readState, readTruth, readValue, readWord } from '../machine/batch.js';
import { decidingOf } from '../machine/case.js';
import { askedFact, type AskedFact } from '../inference/facts.js';
import { namesOfExpression } from '../formulas/refs.js';
import { later } from '../machine/later.js';
import { KNOWN, NO, UNKNOWN, WORD_UNKNOWN, type Rows } from '../machine/slots.js';
import { valueText } from '../compiler/text.js';
import { placeOf } from './planned.js';
import { idsOf, isFixed, linksOf, nameAll, NO_LINKS } from './links.js';
import { always, KINDS, never, nothing, type MadeEntry, type TracePlan } from './entry.js';
import { usedOf, visitUsed } from './used.js';

/** An asked fact, or what is built in. */
export function factEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = placeOf(plan, 'facts', id);
  if (id === 'month') return monthEntry(plan, place);
  if (id === 'person.born') return bornEntry(plan, place);
  const asked = askedFact(program.compiler, id);
  const { fact, rows, final } = asked;
  const source = program.policySlots?.policy.settings.find((one) => one.fact === id)?.value ?? fact.assume;
  const links = later(() => linksOf(plan, source === null ? [] : namesOfExpression(source)));
  const used = later(() => usedOf(plan, [source]));
  const fixed = (): boolean => source === null || links() === NO_LINKS;
  const deciding = later(() =>
    isFixed(links()) ? decidingOf([asked.raw, final, asked.applies], rows, { statuses: false }) : null,
  );
  return {
    kind: KINDS.fact,
    order: [place],
    rows,
    slots: [final],
    uses: (batch, row, visit) => {
      if (originOf(batch, asked, row) === 'assumed') visitUsed(batch, used(), rows, row, visit);
    },
    names: (reading, row) => {
      if (originOf(reading.batch, asked, row) === 'assumed') nameAll(reading, links(), rows, row);
    },
    node: (reading, row, id): FactNode => {
      const { batch } = reading;
      const origin = originOf(batch, asked, row);
      const value = valueText(program.compiler, batch, final, fact.type, fact.unit, row);
      const named = origin === 'assumed' ? idsOf(reading, links(), rows, row) : NO_LINKS.ids!;
      if (fact.type === 'age' && final.kind === 'number' && value !== null)
        return { id, kind: 'fact', origin, value, months: readValue(batch, final, row) };
      return named.length === 0 ? { id, kind: 'fact', origin, value } : { id, kind: 'fact', origin, value, in: named };
    },
    exists: always,
    root: never,
    fixed,
    deciding,
  };
}

/** Where a fact's value comes from. */
export function originOf(batch: Batch, asked: AskedFact, row: number): FactNode['origin'] {
  const { fact, raw, final, applies, assume, set } = asked;
  if (applies !== null && readTruth(batch, applies, row) === NO) return 'none';
  const said =
    raw.kind === 'word'
      ? readWord(batch, raw, row) !== WORD_UNKNOWN
      : !raw.stateful || readState(batch, raw, row) === KNOWN;
  if (said) return isOverridden(batch, fact.id, asked.rows, row) ? 'override' : 'given';
  const unknown =
    final.kind === 'word' ? readWord(batch, final, row) === WORD_UNKNOWN : readState(batch, final, row) === UNKNOWN;
  if (unknown || assume === null) return 'unknown';
  if (set) return 'policy';
  return fact.builtIn ? 'default' : 'assumed';
}

/** A worker judged this name for this row. */
export function isOverridden(batch: Batch, id: string, rows: Rows, row: number): boolean {
  const h = rows === 'person' ? batch.household[row]! : row;
  const of = rows === 'person' ? row - batch.start[h]! : null;
  const { overrides } = batch.households[h]!;
  return overrides.length > 0 && overrides.some((override) => override.name === id && override.of === of);
}

function monthEntry(plan: TracePlan, place: number): MadeEntry {
  return {
    kind: KINDS.fact,
    order: [place],
    rows: 'household',
    slots: [],
    uses: nothing,
    names: nothing,
    node: (_reading, _row, id) => ({ id, kind: 'fact', origin: 'default', value: monthText(plan.program.month) }),
    exists: always,
    root: never,
    fixed: always,
  };
}

function bornEntry(plan: TracePlan, place: number): MadeEntry {
  const { program } = plan;
  return {
    kind: KINDS.fact,
    order: [place],
    rows: 'person',
    slots: [],
    uses: nothing,
    names: nothing,
    node: (reading, row, id) => ({
      id,
      kind: 'fact',
      origin: 'default',
      value: monthText(program.month - readValue(reading.batch, program.age, row)),
    }),
    exists: always,
    root: never,
    fixed: always,
  };
}
