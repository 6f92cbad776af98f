import { Exact, snap } from '../../decimal/exact.js';
import type { Rule } from '../../model/facts.js';
import { undecided, viewOf } from './aggregate.js';
import { decisionOf } from '../engine/condition.js';
import { valueOf } from './name.js';
import { domain, personId } from '../persons.js';
import { ask, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import { NONE, numberValue, type Value } from './value.js';

type Rank = Extract<Rule, { kind: 'rank' }>;

export function askRank(rule: Rank, view: View, into: Gathering): void {
  for (const person of domain(view.run, rule.over, view.person)) ask(rule.where, viewOf(view, person), into);
}

/** 1, 2, 3 … among those in `where`; ages are compared in months. */
export function rank(rule: Rank, view: View): Value {
  const persons = domain(view.run, rule.over, view.person);
  if (view.person === null || !persons.includes(view.person)) return NONE;
  const truths = persons.map((person) => decisionOf(rule.where, viewOf(view, person)).truth);
  const own = truths[persons.indexOf(view.person)];
  if (own === 'no') return NONE;
  if (truths.includes('undecided')) return undecided(view);
  const keyed = persons
    .filter((_, i) => truths[i] === 'yes')
    .map((person) => ({ person, key: valueOf(rule.by, viewOf(view, person)) }));
  if (keyed.find((one) => one.person === view.person)?.key.state === 'none') return NONE;
  if (keyed.some((one) => one.key.state === 'unknown')) return undecided(view);
  const ranked = keyed.flatMap(({ person, key }) => (key.state === 'number' ? [{ person, key }] : []));
  ranked.sort((a, b) => {
    const order = snap(a.key.number).cmp(snap(b.key.number));
    if (order !== 0) return rule.largestFirst ? -order : order;
    const tied = ranked.filter((one) => snap(one.key.number).eq(snap(a.key.number))).map((one) => one.person);
    return older(view.run, tied, a.person, b.person);
  });
  const place = ranked.findIndex((one) => one.person === view.person);
  return numberValue(
    new Exact(place + 1),
    null,
    ranked.some((one) => one.key.open),
  );
}

/** Ties: where the days of birth of all who tie are known, the older by day; then by id. */
function older(run: Run, tied: readonly number[], a: number, b: number): number {
  const dayOf = (person: number): string | null => {
    const { age } = run.household.persons[person]!;
    return 'born' in age ? age.born : null;
  };
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (tied.every((person) => dayOf(person) !== null) && dayA !== dayB) return dayA! < dayB! ? -1 : 1;
  return personId(run, a) < personId(run, b) ? -1 : 1;
}
