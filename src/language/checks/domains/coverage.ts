import type { Condition } from '../../../model/condition.js';
import type { Ref } from '../../../model/expression.js';
import type { Row, Table } from '../../../model/numbers.js';
import { atomsOf, fitting, type Atom } from './atoms.js';
import type { Domains } from './domains.js';
import { keyOf } from '../names.js';
import { isPossible } from './possible.js';

/** Values of the keys, several of one key where the rows treat them alike, and the rows that take them. */
export interface Combination {
  readonly atoms: readonly (readonly Atom[])[];
  readonly rows: readonly number[];
}

/** So many combinations of one edition are looked at: more would keep people waiting. */
const ENOUGH = 200_000;

/** Every combination of values that the facts allow, with the rows that take it. Stops where `tell` says so. False = too many to see all. */
export function combinations(
  table: Table,
  rows: readonly Row[],
  domains: Domains,
  tell: (found: Combination) => boolean,
): boolean {
  const conditions = conditionsBehind(table.by, domains);
  const axes = table.by.map((ref, k) =>
    atomsOf(
      ref,
      domains.of(ref),
      rows.map((row) => row.cells[k]!),
      conditions,
    ),
  );
  const taken = axes.map((axis, k) => rowsTaking(axis, rows, k));
  let left = ENOUGH;
  const chosen: (readonly Atom[])[] = [];
  const down = (axis: number, remaining: readonly number[]): boolean => {
    if (--left < 0) return false;
    if (axis === axes.length) {
      if (!someIsPossible(chosen, table.by, domains)) return true;
      return tell({ atoms: [...chosen], rows: remaining });
    }
    for (const group of grouped(axes[axis]!, remaining, taken[axis]!)) {
      chosen.push(group.atoms);
      const goOn = down(axis + 1, group.rows);
      chosen.pop();
      if (!goOn) return false;
    }
    return true;
  };
  down(
    0,
    rows.map((_, i) => i),
  );
  return left >= 0;
}

/** For each piece of a key, which rows take it: asked once, however often the key is come to. */
function rowsTaking(axis: readonly Atom[], rows: readonly Row[], at: number): readonly (readonly boolean[])[] {
  const cells = rows.map((row) => fitting(row.cells[at]!));
  return axis.map((atom) => cells.map((takes) => takes(atom)));
}

/** Pieces of one key that the same rows take. */
function grouped(
  axis: readonly Atom[],
  remaining: readonly number[],
  taken: readonly (readonly boolean[])[],
): readonly { readonly atoms: Atom[]; readonly rows: readonly number[] }[] {
  const groups = new Map<string, { readonly atoms: Atom[]; readonly rows: readonly number[] }>();
  for (const [k, atom] of axis.entries()) {
    const kept = remaining.filter((i) => taken[k]![i]);
    const key = kept.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { atoms: [atom], rows: kept });
    else group.atoms.push(atom);
  }
  return [...groups.values()];
}

/** `applies` of the facts and the conditions of derived facts that are keys: they tell which values go together. */
function conditionsBehind(by: readonly Ref[], domains: Domains): readonly (Condition | null)[] {
  return by.flatMap((ref) => {
    if (ref.of === 'fact') return (domains.definitions.facts.get(ref.id) ?? []).map((fact) => fact.applies);
    if (ref.of !== 'derived') return [];
    return (domains.definitions.derived.get(ref.id) ?? []).flatMap(({ rule }) => {
      if (rule.kind === 'condition') return [rule.when];
      return rule.kind === 'value' && rule.value.kind === 'cases' ? rule.value.cases.map(({ when }) => when) : [];
    });
  });
}

/** The values of the keys that go together, at most a few thousand of them looked at. */
export function possibleOnes(
  atoms: readonly (readonly Atom[])[],
  by: readonly Ref[],
  domains: Domains,
  most: number,
): readonly (readonly Atom[])[] {
  const found: (readonly Atom[])[] = [];
  let left = 5_000;
  const down = (axis: number, chosen: readonly Atom[]): void => {
    if (found.length >= most || --left < 0) return;
    if (axis === atoms.length) {
      const fixed = new Map(chosen.map((atom, k) => [keyOf(by[k]!), atom] as const));
      if (isPossible(fixed, by, domains)) found.push(chosen);
      return;
    }
    for (const atom of atoms[axis]!) down(axis + 1, [...chosen, atom]);
  };
  down(0, []);
  return found;
}

function someIsPossible(atoms: readonly (readonly Atom[])[], by: readonly Ref[], domains: Domains): boolean {
  return possibleOnes(atoms, by, domains, 1).length > 0;
}
