import type { Condition } from '../../model/condition.js';
import type { Expression } from '../../model/expression.js';
import type { Rule } from '../../model/facts.js';
import type { Adjustment, Lever, Need, Policy } from '../../model/needs.js';
import type { Table } from '../../model/numbers.js';
import type { Linked } from '../linked.js';
import { type Domains, NO_CONSTRAINTS, type Constraints } from './domains/domains.js';
import type { Finder } from './found.js';
import { both, constraintsOf, keyConstraint } from './domains/narrow.js';

/** A formula of the pack, and what is known where it is computed. */
export interface Site {
  /** Path of the definition. */
  readonly path: string;
  readonly formula: Expression;
  readonly known: Constraints;
  /** It has a value in every household; a fact or a derived fact may be unknown itself. */
  readonly certain: boolean;
}

/** Every formula of the pack with what the conditions around it keep off; bounds of tests are not formulas. */
export function sitesOf(linked: Linked, domains: Domains, find: Finder): readonly Site[] {
  const { model } = linked;
  const holds = (condition: Condition | null): Constraints => constraintsOf(condition, true, domains);
  const sites: Site[] = [];
  const addAs =
    (certain: boolean): Add =>
    (path, formula, known = NO_CONSTRAINTS) => {
      if (formula !== null) sites.push({ path, formula, known, certain });
    };
  const infer = addAs(false);
  const add = addAs(true);
  model.facts.forEach((fact, i) => fact.builtIn || infer(find.info('facts', i).path, fact.assume, holds(fact.applies)));
  model.derived.forEach(({ rule }, i) => addRule(find.info('derive', i).path, rule, holds, infer));
  model.tables.forEach((table, i) => addTable(find.info('tables', i).path, table, domains, add));
  model.needs.forEach((need, i) => addNeed(find.info('needs', i).path, need, holds, add));
  model.adjustments.forEach((adjustment, i) => addAdjustment(find.info('adjustments', i).path, adjustment, holds, add));
  model.bills.forEach(({ assume }, i) => add(find.info('bills', i).path, assume));
  model.incomes.forEach(({ counts }, i) => add(find.info('incomes', i).path, counts));
  model.figures.forEach(({ value }, i) => add(find.info('figures', i).path, value));
  model.levers.forEach((lever, i) => addLever(find.info('levers', i).path, lever, domains, add));
  model.policies.forEach((policy, i) => addPolicy(find.info('policies', i).path, policy, holds, add));
  return sites;
}

type Add = (path: string, formula: Expression | null, known?: Constraints) => void;
type Holds = (condition: Condition | null) => Constraints;

function addRule(path: string, rule: Rule, holds: Holds, add: Add): void {
  if (rule.kind === 'value') add(path, rule.value);
  if (rule.kind === 'aggregate') add(path, rule.of, holds(rule.where));
  if (rule.kind === 'rank') add(path, { kind: 'name', ref: rule.by }, holds(rule.where));
}

function addTable(path: string, table: Table, domains: Domains, add: Add): void {
  for (const { rows } of table.editions) {
    for (const { cells, results } of rows) {
      const known = new Map(cells.map((cell, i) => keyConstraint(table.by[i]!, cell, domains)));
      for (const result of results) add(path, result, known);
    }
  }
}

function addNeed(path: string, need: Need, holds: Holds, add: Add): void {
  const known = holds(need.when);
  add(path, need.amount, known);
  for (const { value } of need.parts ?? []) add(path, value, known);
  for (const { id, when, price, quantity, lasts } of need.items ?? []) {
    const here = both(known, holds(when));
    for (const formula of [price, quantity, lasts]) add(`${path}/items/${id}`, formula, here);
  }
}

function addAdjustment(path: string, { when, effects }: Adjustment, holds: Holds, add: Add): void {
  for (const { by } of effects) add(path, by, holds(when));
}

/** What a lever assumes is read where it is `may`: `when` holds and `has` does not. */
function addLever(path: string, lever: Lever, domains: Domains, add: Add): void {
  const known = both(constraintsOf(lever.when, true, domains), constraintsOf(lever.has, false, domains));
  for (const { value } of lever.assume) add(path, value, known);
  add(path, lever.once, known);
}

function addPolicy(path: string, policy: Policy, holds: Holds, add: Add): void {
  for (const { value } of policy.settings) add(path, value);
  for (const adjustment of policy.adjustments) addAdjustment(`${path}/${adjustment.id}`, adjustment, holds, add);
  add(path, policy.aid?.pays ?? null);
  add(path, policy.aid?.minimum ?? null);
  add(path, policy.aid?.once ?? null);
}
