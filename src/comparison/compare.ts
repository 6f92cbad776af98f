import type { Assessment } from '../assessment/document.js';
import { placesOf } from '../decimal/exact.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { NeedLine } from '../model/evaluation.js';
import type { Pack } from '../model/pack.js';
import { aidChange } from './aid.js';
import { difference, moved, negated, sum } from './amounts.js';
import { lineCauses } from './causes/line.js';
import { walkOf } from './causes/walk.js';
import type { Walk } from './causes/side-by-side.js';
import { writtenOtherwise } from './causes/definition.js';
import { personCause } from './causes/leaf.js';
import { givenCause } from './causes/node.js';
import { comparable } from './comparable.js';
import { groupsOf, type Explained, type People } from './group.js';
import { heldLines } from './held.js';
import type { Cause, Comparison, LineChange, SideHead } from './shapes.js';
import { sideOf, splitName } from './side.js';

/**
 * Compares two assessments: which lines moved, by how much, because of which fact, price, parameter or rule. Both need the
 * full trace. `rightPack` where the second was made with another pack than the first. The effects of all lines add up to the
 * difference of the balances. Throws `RefbudgetError('document')` for a document of another pack or format, without a full
 * trace, or whose sums are not those of its lines.
 */
export function compare(pack: Pack, left: Assessment, right: Assessment, rightPack: Pack = pack): Comparison {
  comparable(pack, left, rightPack, right);
  const walk = walkOf(sideOf(pack, left), sideOf(rightPack, right));
  const places = Math.max(placesOf(pack.model.pack.rounding), placesOf(rightPack.model.pack.rounding));
  const groups = groupsOf([...incomeChanges(walk), ...needChanges(walk)], places, peopleOf(left, right));
  const comparison: Comparison = {
    format: 'refbudget.comparison/1',
    left: headOf(left),
    right: headOf(right),
    income: moved(left.incomes.counted, right.incomes.counted),
    need: moved(left.needs.need, right.needs.need),
    balance: moved(left.balance.amount, right.balance.amount),
    groups,
    held: heldLines(walk),
    aid: aidChange(left, right),
  };
  const effects = groups.map(({ effect }) => effect);
  if (difference(sum(effects, places), comparison.balance.change) !== sum([], places)) throw notAddingUp();
  return comparison;
}

function peopleOf(left: Assessment, right: Assessment): People {
  const [one, other] = [left, right].map(({ needs }) => Object.keys(needs.persons)) as [string[], string[]];
  const onOneSide = [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
  return { order: [...one, ...other], several: onOneSide.length > 1 };
}

function headOf({ month, pack: { id, version, digest }, policy, balance }: Assessment): SideHead {
  return { month, pack: { id, version, digest }, policy: policy?.id ?? null, balance: balance.amount };
}

function needChanges(walk: Walk): readonly Explained[] {
  return idsOf(walk.left.assessment.needs.lines, walk.right.assessment.needs.lines).flatMap((id) => {
    const [left, right] = [walk.left.lines.get(id), walk.right.lines.get(id)];
    const [before, after] = [left?.need ?? null, right?.need ?? null];
    const [less, more] = [counted(left), counted(right)];
    if (before === after && less === more) return [];
    const effect = negated(difference(more, less));
    const { causes, turned } = lineCauses(walk, id);
    const optional = (right ?? left)?.optional ?? false;
    return [{ change: { of: 'need', id, left: before, right: after, effect, optional, turned }, causes }];
  });
}

/** What a line adds to the needs: a credit is subtracted, an optional line is in no sum. */
function counted(line: NeedLine | undefined): string {
  if (line === undefined || line.optional) return '0';
  return line.credit ? negated(line.need) : line.need;
}

function incomeChanges(walk: Walk): readonly Explained[] {
  const [left, right] = [walk.left.assessment.incomes.lines, walk.right.assessment.incomes.lines];
  return idsOf(left, right).flatMap((id) => {
    const [before, after] = [left, right].map((lines) => lines.find((line) => line.id === id)?.counted ?? null);
    const effect = difference(after ?? '0', before ?? '0');
    if (isNothing(effect)) return [];
    const change: LineChange = {
      of: 'income',
      id,
      left: before ?? null,
      right: after ?? null,
      effect,
      optional: false,
      turned: [],
    };
    return [{ change, causes: causesOfIncome(walk, id) }];
  });
}

function causesOfIncome(walk: Walk, id: string): readonly Cause[] {
  const { person } = splitName(id);
  if (person !== null && person !== 'household' && walk.left.persons.has(person) !== walk.right.persons.has(person))
    return [personCause(person, walk.left.persons.has(person))];
  const given = givenCause(walk, `income/${id}`);
  const causes = [...(given === null ? [] : [given]), ...walk.of(`income/${id}`)];
  const distinct = causes.filter((one, i) => causes.findIndex((other) => other.name === one.name) === i);
  return distinct.length > 0 ? distinct : [writtenOtherwise(`income/${id}`)];
}

/** Ids of both, the right ones in their order, each that is on the left alone where it stood. */
function idsOf(left: readonly { readonly id: string }[], right: readonly { readonly id: string }[]): string[] {
  return [...new Set([...left, ...right].map(({ id }) => id))];
}

function isNothing(effect: string): boolean {
  return /^-?0(?:\.0+)?$/.test(effect);
}

function notAddingUp(): RefbudgetError {
  return new RefbudgetError('document', [
    {
      code: 'not-adding-up',
      severity: 'error',
      message: 'the sums of a document are not those of its lines',
      hint: 'Verify it first: refbudget verify FILE.json.',
      places: [],
    },
  ]);
}
