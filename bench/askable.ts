import { prepared } from '../src/assessment/prepared.js';
import { totals, type Totals } from '../src/compiled/totals/totals.js';
import { factOf } from '../src/dialogue/possible/facts.js';
import { KNOWN } from '../src/dialogue/possible/possible.js';
import { sceneOf } from '../src/dialogue/unknowns.js';
import { WHOLE, type Class, type Unknown } from '../src/dialogue/unknown.js';
import { variantOf } from '../src/dialogue/variant.js';
import type { HouseholdInput } from '../src/household/household-input.js';
import type { Household } from '../src/household/household.js';
import { mustRead } from '../src/household/read.js';
import type { Pack } from '../src/model/pack.js';
import type { MonthIndex } from '../src/model/value.js';
import type { Dice } from '../test/fixtures/dice.js';

/** How what nobody said turns out: any answer as likely as any other, or two of three as the pack assumes. */
export type Truths = 'even' | 'leaning';

/** A household of which incomes and rent are said, and how everything else is in truth. */
export interface Askable {
  readonly start: Household;
  /** The answer to a question; silent where there is nothing to answer. */
  readonly answer: (unknown: Unknown) => Class;
  /** In steps of rounding. */
  readonly balance: Totals['balance'];
}

const SILENT: Class = { kind: 'silent' };

export function askable(pack: Pack, month: MonthIndex, dice: Dice, truths: Truths): Askable {
  const { program, reader } = prepared(pack.model, month, null);
  const start = mustRead(reader, withIncomesAndRent(dice));
  const unknowns = [...sceneOf(pack.model, start).unknowns.values()];
  const said = unknowns.map((unknown) => ({
    unknown,
    is: truths === 'leaning' && unknown.fact?.assume != null && !dice.oneIn(3) ? SILENT : drawn(dice, unknown),
  }));
  const truth = variantOf(start, said);
  const byName = new Map(said.map(({ unknown, is }) => [unknown.name, is]));
  return {
    start,
    answer: (unknown) => {
      const is = byName.get(unknown.name) ?? SILENT;
      return is.kind === 'silent' ? assumedIn(pack, truth, unknown) : is;
    },
    balance: totals(program, truth).balance,
  };
}

/** One or two adults and up to three children; wages or a pension, family allowances, a rent. */
function withIncomesAndRent(dice: Dice): HouseholdInput {
  const adults = 1 + (dice.oneIn(2) ? 1 : 0);
  const children = dice.pick([0, 0, 0, 1, 1, 2, 3]);
  const persons = Array.from({ length: adults + children }, (_, i) => ({
    id: `p${i + 1}`,
    role: i === 0 ? ('head' as const) : i < adults ? ('partner' as const) : ('child' as const),
    age: i < adults ? 20 + dice.below(65) : dice.below(18),
  }));
  const earned = (at: number, amount: number): { of: string; kind: string; amount: number } => ({
    of: persons[at]!.id,
    kind: persons[at]!.age < 65 ? 'wage' : 'pension',
    amount,
  });
  return {
    persons,
    dwelling: { region: dice.pick(['wallonia', 'flanders', 'brussels']) },
    incomes: [
      earned(0, 900 + dice.below(2000)),
      ...(adults > 1 && dice.oneIn(2) ? [earned(1, 600 + dice.below(1800))] : []),
      ...persons.slice(adults).map(({ id }) => ({ of: id, kind: 'family-allowance', amount: 160 + dice.below(100) })),
    ],
    bills: { rent: 300 + dice.below(700) },
  };
}

function drawn(dice: Dice, { classes, fact }: Unknown): Class {
  const one = dice.pick(classes);
  if (one.kind !== 'span' || one.lo === one.hi) return one;
  if (!Number.isFinite(one.hi - one.lo)) return SILENT;
  const unit = fact !== null && WHOLE.has(fact.type) ? 1 : 100;
  const [from, to] = [Math.ceil(one.lo * unit), Math.floor(one.hi * unit)];
  const value = (from + dice.below(to - from + 1)) / unit;
  return { kind: 'span', lo: value, hi: value };
}

/** What the pack puts in the place of silence in this household; silent where it puts nothing. */
function assumedIn({ model }: Pack, household: Household, { fact, row }: Unknown): Class {
  if (fact === null) return SILENT;
  const scene = sceneOf(model, household);
  const { states, words, lo, hi } = factOf(
    { ...scene, open: scene.open.map(() => [SILENT]), memo: new Map() },
    fact.id,
    row,
  );
  if (states !== KNOWN) return SILENT;
  if (words.length > 0) return words.length === 1 ? { kind: 'word', word: words[0]! } : SILENT;
  return lo === hi ? { kind: 'span', lo, hi } : SILENT;
}
