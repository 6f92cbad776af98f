import { dateParts } from '../../calendar/month.js';
import type { Person } from '../../household/household.js';
import type { Fact } from '../../model/facts.js';
import type { ValueType } from '../../model/value.js';
import { truthOf } from './conditions.js';
import { valueAs } from './expressions.js';
import { divide, literal, subtract } from './interval.js';
import { either, NOTHING, numberIn, point, settled, SILENCE, withDeps, word, type Possible } from './possible.js';
import { keyOf, placeOf, valueBit, type Scene } from './scene.js';
import { NO, UNDECIDED, YES, type Truth } from './truth.js';

/** All that an asked or built-in fact may be, as it is resolved: said, else assumed, nothing where it does not apply. */
export function factOf(scene: Scene, id: string, row: number | null): Possible {
  const own = id.startsWith('person.') ? row : null;
  const key = keyOf(id, own);
  let known = scene.memo.get(key);
  if (known === undefined) scene.memo.set(key, (known = settled(resolved(scene, id, own))));
  return known;
}

function resolved(scene: Scene, id: string, row: number | null): Possible {
  if (id === 'month') return point(scene.month);
  if (id === 'person.age') return ageOf(scene, scene.household.persons[row!]!);
  if (id === 'person.born') {
    const age = factOf(scene, 'person.age', row);
    return numberOf(subtract(point(scene.month), age), age.deps);
  }
  const fact = scene.definitions.facts.get(id);
  if (fact === undefined) throw new Error(`fact ${id} does not exist in the month; the pack was not checked`);
  const applies = truthOf(fact.applies, placeOf(scene, row, true));
  if (applies.may === NO) return withDeps(NOTHING, applies.deps);
  const value = saidOrNot(scene, fact, row, applies);
  return withDeps((applies.may & NO) !== 0 ? either(value, NOTHING) : value, applies.deps);
}

const numberOf = ({ lo, hi }: { lo: number; hi: number }, deps: bigint): Possible => numberIn(lo, hi, deps);

/** In whole months on the first day of the month assessed. */
function ageOf(scene: Scene, { age }: Person): Possible {
  if ('years' in age) return point(age.years * 12 + (scene.definitions.facts.get('person.age')?.assumeMonths ?? 0));
  const born = dateParts(age.born);
  if (born === null) throw new Error('the birth date was not checked');
  return point(scene.month - (born.year * 12 + born.month - 1) - (born.day > 1 ? 1 : 0));
}

function saidOrNot(scene: Scene, fact: Fact, row: number | null, applies: Truth): Possible {
  const { household } = scene;
  const judged = household.overrides.find((one) => one.name === fact.id && one.of === row);
  if (judged?.is != null) return saidValue(fact.type, judged.is);
  const said = (row === null ? household.facts : household.persons[row]!.facts)[fact.id];
  if (said != null) return saidValue(fact.type, said);
  const unknown = scene.unknowns.get(keyOf(fact.id, row));
  if (unknown === undefined) return silent(scene, fact, row, applies);
  let found: Possible | null = null;
  for (const one of scene.open[unknown.at]!) {
    const value =
      one.kind === 'silent'
        ? silent(scene, fact, row, applies)
        : one.kind === 'word'
          ? word(one.word)
          : numberIn(one.lo, one.hi);
    found = either(found, value);
  }
  return withDeps(found!, valueBit(scene, unknown.at));
}

/** A value as said: words, ages in months, dates as a month. */
export function saidValue(type: ValueType, said: string): Possible {
  switch (type) {
    case 'yes-no':
    case 'one-of':
      return word(said);
    case 'age':
      return point(Number(said) * 12);
    case 'date':
    case 'month': {
      const parts = dateParts(said);
      if (parts === null) throw new Error(`${said} was not checked`);
      return point(parts.year * 12 + parts.month - 1);
    }
    default: {
      const { lo, hi } = literal(said);
      return numberIn(lo, hi);
    }
  }
}

/** What stands in for silence: what the pack assumes, where the fact surely applies; else nothing is known. */
function silent(scene: Scene, fact: Fact, row: number | null, applies: Truth): Possible {
  const filled = (applies.may & YES) !== 0 ? assumed(scene, fact, row) : null;
  return (applies.may & UNDECIDED) !== 0 ? either(filled, fallback(scene, fact)) : filled!;
}

function assumed(scene: Scene, fact: Fact, row: number | null): Possible {
  if (fact.assume === null) return fallback(scene, fact);
  return valueAs(fact.assume, fact.type, placeOf(scene, row, true));
}

function fallback({ household }: Scene, fact: Fact): Possible {
  if (fact.id === 'person.presence') return point(1);
  if (fact.id !== 'dwelling.share') return SILENCE;
  return numberOf(divide(point(household.members), point(household.persons.length)), 0n);
}
