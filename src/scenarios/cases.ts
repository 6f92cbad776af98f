import { monthText, type Month } from '../calendar/month.js';
import type { Expectation, Scenario, VaryRow } from '../language/linked.js';
import type { Place } from '../model/pack.js';
import { varied } from './vary.js';

/** One household of a scenario to assess: the one of `expect`, or that of a row of `vary`. */
export interface ScenarioCase {
  /** Row of `vary`, from 1; null for `expect`. */
  readonly row: number | null;
  /** null when a path of the row leads nowhere. */
  readonly household: unknown;
  readonly month: { readonly month?: Month };
  readonly policy: string | null;
  readonly expect: readonly Expectation[];
  readonly place: Place;
}

/** The households of a scenario, that of `expect` first; none for a scenario of `values` alone. */
export function casesOf(scenario: Scenario): readonly ScenarioCase[] {
  if (scenario.household === null) return [];
  const { expect, place } = scenario;
  return [
    { row: null, household: scenario.household, month: monthOf(scenario, []), policy: scenario.policy, expect, place },
    ...scenario.vary.map((row, i) => caseOf(scenario, row, i + 1)),
  ];
}

function caseOf(scenario: Scenario, { set, expect, place }: VaryRow, row: number): ScenarioCase {
  const household = varied(
    scenario.household,
    set.filter(({ path }) => path !== 'month' && path !== 'policy'),
  );
  const said = valueOf(set, 'policy') ?? scenario.policy;
  return { row, household, month: monthOf(scenario, set), policy: said === 'none' ? null : said, expect, place };
}

function monthOf(scenario: Scenario, set: VaryRow['set']): { readonly month?: Month } {
  const said = valueOf(set, 'month') ?? (scenario.month === null ? null : monthText(scenario.month));
  return said === null ? {} : { month: said as Month };
}

function valueOf(set: VaryRow['set'], path: string): string | null {
  const value = set.find((one) => one.path === path)?.value;
  return typeof value === 'string' ? value : null;
}
