import type { OverrideSaid } from '../../household/household.js';
import type { Evaluation } from '../../model/evaluation.js';
import { moneyText } from './need.js';
import { needColumnOf } from './need-column.js';
import { atText, stateId } from '../persons.js';
import { timesAYear } from './income.js';
import { saidValue } from '../values/fact.js';
import { Exact, roundTo } from '../../decimal/exact.js';
import type { Run } from '../run.js';
import { valueText } from '../values/value.js';

type Told = Evaluation['overrides'][number];

/** A worker's judgements, each with what was computed in its place. */
export function overridesBlock(run: Run): Told[] {
  return run.household.overrides.map((said) => {
    const { reason, by } = said;
    const { computed, is } = said.line === null ? ofName(run, said) : ofLine(run, said.line, said);
    return { target: `${said.line ?? said.name ?? ''}${atText(run, said.of)}`, computed, is, reason, by };
  });
}

function ofName(run: Run, { name, of, is }: OverrideSaid): Pick<Told, 'computed' | 'is'> {
  const id = stateId(run, name ?? '', of);
  const fact = run.definitions.facts.get(name ?? '');
  const definition = fact ?? run.definitions.derived.get(name ?? '');
  const state = run.facts.get(id) ?? run.derived.get(id);
  if (definition === undefined || state === undefined) return { computed: null, is: is ?? '' };
  const text = (value: typeof state.value): string | null => valueText(value, definition.type, fact?.unit ?? null);
  return { computed: text(state.computed), is: text(saidValue(is, definition)) ?? '' };
}

function ofLine(run: Run, need: string, { of, paid }: OverrideSaid): Pick<Told, 'computed' | 'is'> {
  const line = run.lines.get(stateId(run, need, of));
  const computed = line === undefined || line.leftOut ? null : needColumnOf(run, line).override?.computed;
  const month = new Exact(paid?.amount ?? 0).mul(paid === null ? 0 : timesAYear(run, paid.period)).div(12);
  return {
    computed: computed === null || computed === undefined ? null : moneyText(run, computed),
    is: moneyText(run, roundTo(month, run.definitions.step)),
  };
}
