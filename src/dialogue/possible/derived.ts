import type { Derived, Over, Rule } from '../../model/facts.js';
import type { ValueType } from '../../model/value.js';
import { truthOf } from './conditions.js';
import { valueAs, withoutValue } from './expressions.js';
import { saidValue } from './facts.js';
import { add, type Span } from './interval.js';
import { nameOf } from './names.js';
import {
  either,
  inFormula,
  isDecided,
  KNOWN,
  NONE,
  NOTHING,
  numberIn,
  point,
  settled,
  SILENCE,
  withDeps,
  word,
  type Possible,
} from './possible.js';
import { keyOf, placeOf, type Place, type Scene } from './scene.js';
import { allOf, anyOf, NO, truth, UNDECIDED, YES, type Truth } from './truth.js';

/** All that a derived name may be worth. */
export function derivedOf(scene: Scene, id: string, row: number | null): Possible {
  const derived = scene.definitions.derived.get(id);
  if (derived === undefined) throw new Error(`${id} does not exist in the month; the pack was not checked`);
  const own = derived.scope === 'person' ? row : null;
  const key = keyOf(id, own);
  let known = scene.memo.get(key);
  if (known === undefined) scene.memo.set(key, (known = settled(inferred(scene, derived, own))));
  return known;
}

function inferred(scene: Scene, derived: Derived, row: number | null): Possible {
  const judged = scene.household.overrides.find((one) => one.name === derived.id && one.of === row);
  if (judged?.is != null) return saidValue(derived.type, judged.is);
  const isWord = derived.type === 'yes-no' || derived.type === 'one-of';
  const place = placeOf(scene, row, isWord || derived.unknowable);
  const { rule } = derived;
  if (rule.kind === 'condition') return asWord(truthOf(rule.when, place));
  if (rule.kind === 'value') return valueAs(rule.value, derived.type, place);
  return rule.kind === 'rank' ? rankOf(rule, place) : aggregateOf(rule, derived.type, place);
}

function asWord({ may, deps }: Truth): Possible {
  let found: Possible | null = null;
  if ((may & YES) !== 0) found = either(found, word('yes'));
  if ((may & NO) !== 0) found = either(found, word('no'));
  if ((may & UNDECIDED) !== 0) found = either(found, SILENCE);
  return withDeps(found!, deps);
}

/** Index of each person an aggregate goes over. */
export function personsOf({ household }: Scene, over: Over, row: number | null): number[] {
  const all = household.persons.map((_, i) => i);
  switch (over) {
    case 'person':
      return all.slice(0, household.members);
    case 'fellow':
      return all.slice(0, household.members).filter((one) => one !== row);
    case 'other':
      return all.slice(household.members);
    case 'resident':
      return all;
  }
}

function aggregateOf(rule: Extract<Rule, { kind: 'aggregate' }>, type: ValueType, place: Place): Possible {
  const persons = personsOf(place.scene, rule.over, place.row).map((row) => {
    const at = { ...place, row };
    return { at, where: truthOf(rule.where, at) };
  });
  const wheres = persons.map(({ where }) => where);
  // any of nobody is no, every of nobody is yes
  if (rule.how === 'any') return asWord(wheres.length === 0 ? truth(NO, 0n) : anyOf(wheres));
  if (rule.how === 'every') return asWord(allOf(wheres));
  const deps = wheres.reduce((all, one) => all | one.deps, 0n);
  const members = persons
    .filter(({ where }) => (where.may & YES) !== 0)
    .map(({ at, where }) => ({
      surely: where.may === YES,
      value: rule.how === 'count' ? point(1) : valueAs(rule.of!, type, at),
    }));
  const value = rule.how === 'count' || rule.how === 'sum' ? sumOf(members) : extremeOf(rule.how, members);
  const undecided = wheres.some(({ may }) => (may & UNDECIDED) !== 0);
  return withDeps(undecided ? either(value, withoutValue(place)) : value, deps);
}

interface Member {
  readonly surely: boolean;
  readonly value: Possible;
}

function sumOf(members: readonly Member[]): Possible {
  let sum: Span = { lo: 0, hi: 0 };
  let [states, deps] = [KNOWN, 0n];
  for (const { surely, value } of members) {
    const { lo, hi } = inFormula(value);
    sum = add(sum, surely ? { lo, hi } : { lo: Math.min(lo, 0), hi: Math.max(hi, 0) });
    states |= value.states & ~NONE;
    deps |= value.deps;
  }
  return numberIn(sum.lo, sum.hi, deps, states);
}

/** Who has `none` is passed over; over nobody there is none. */
function extremeOf(how: 'lowest' | 'highest', members: readonly Member[]): Possible {
  const numbers = members.filter(({ value }) => value.states !== NONE);
  const deps = members.reduce((all, { value }) => all | value.deps, 0n);
  if (numbers.length === 0) return withDeps(NOTHING, deps);
  const sure = numbers.filter(({ surely, value }) => surely && (value.states & NONE) === 0);
  const pick = how === 'lowest' ? Math.min : Math.max;
  const all = numbers.map(({ value }) => value);
  const least = Math.min(...all.map(({ lo }) => lo));
  const most = Math.max(...all.map(({ hi }) => hi));
  const lo = how === 'lowest' || sure.length === 0 ? least : pick(...sure.map(({ value }) => value.lo));
  const hi = how === 'highest' || sure.length === 0 ? most : pick(...sure.map(({ value }) => value.hi));
  const states = all.reduce((some, one) => some | one.states, 0) & ~NONE;
  const found = numberIn(lo, hi, deps, states);
  return sure.length === 0 ? either(found, NOTHING) : found;
}

/** A place among those in `where`: exact where it is known who they are, else any place that is free. */
function rankOf(rule: Extract<Rule, { kind: 'rank' }>, place: Place): Possible {
  const { scene, row } = place;
  const persons = personsOf(scene, rule.over, row);
  if (row === null || !persons.includes(row)) return NOTHING;
  const wheres = persons.map((one) => truthOf(rule.where, { ...place, row: one }));
  const own = wheres[persons.indexOf(row)]!;
  if (own.may === NO) return withDeps(NOTHING, own.deps);
  const keys = persons.map((one) => nameOf(rule.by, { ...place, row: one }));
  const deps = [...wheres, ...keys].reduce((all, one) => all | one.deps, 0n);
  const rivals = persons.flatMap((one, i) => (one === row || (wheres[i]!.may & YES) === 0 ? [] : [i]));
  const mine = keys[persons.indexOf(row)]!;
  let [before, maybe] = [0, 0];
  for (const i of rivals) {
    const ahead = comesBefore(scene, rule, { row: persons[i]!, key: keys[i]! }, { row, key: mine });
    if (ahead === 'no') continue;
    if (ahead === 'yes' && wheres[i]!.may === YES) before++;
    else maybe++;
  }
  let found: Possible = numberIn(before + 1, before + maybe + 1, deps);
  if ((own.may & NO) !== 0 || keys.some(({ states }) => (states & NONE) !== 0)) found = either(found, NOTHING);
  const unsettled =
    wheres.some(({ may }) => (may & UNDECIDED) !== 0) || keys.some(({ states }) => (states & ~(KNOWN | NONE)) !== 0);
  return withDeps(unsettled ? either(found, withoutValue(place)) : found, deps);
}

interface Ranked {
  readonly row: number;
  readonly key: Possible;
}

/** Ties go by days of birth or ids: where two may tie and are not surely apart, either may come first. */
function comesBefore(
  scene: Scene,
  rule: Extract<Rule, { kind: 'rank' }>,
  one: Ranked,
  other: Ranked,
): 'yes' | 'no' | 'maybe' {
  const [a, b] = rule.largestFirst ? [other.key, one.key] : [one.key, other.key];
  if (a.hi < b.lo) return 'yes';
  if (a.lo > b.hi) return 'no';
  const tie = isDecided(a) && isDecided(b);
  const [left, right] = [scene.household.persons[one.row]!, scene.household.persons[other.row]!];
  if (!tie || 'born' in left.age || 'born' in right.age) return 'maybe';
  return left.id < right.id ? 'yes' : 'no';
}
