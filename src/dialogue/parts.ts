import { rowsOf } from './possible/lines.js';
import { countedOf } from './possible/incomes.js';
import { settledNeeds, settlementsOf } from './possible/paid.js';
import type { Possible } from './possible/possible.js';
import type { Scene } from './possible/scene.js';
import type { Wanted } from './evaluate-variants.js';

/** A part of the balance: lines that one bill settles together, one line, or one income. */
export interface Part {
  /** How the compiled evaluator finds it. */
  readonly wanted: Wanted;
  /** What it adds to the balance, in steps: at least, at most, and what that hangs on. */
  readonly possible: (scene: Scene) => Pick<Possible, 'lo' | 'hi' | 'deps'>;
}

/** Everything that makes up the balance of a household. */
export function partsOf(scene: Scene): Part[] {
  const needs = settlementsOf(scene).map((settlement): Part => ({
    wanted: {
      lines: settlement.lines
        .filter(({ need }) => !need.optional)
        .map(({ need, row }) => ({ need: need.id, row, sign: need.credit ? -1 : 1 })),
      incomes: [],
    },
    possible: (one) => {
      const { lo, hi, deps } = settledNeeds(one, settlement);
      return { lo: -hi, hi: -lo, deps };
    },
  }));
  const incomes = [...scene.definitions.incomes.values()].flatMap((income) =>
    rowsOf(scene, income)
      .filter((row) => countedOf(scene, income.id, row) !== null)
      .map((row): Part => ({
        wanted: { lines: [], incomes: [{ kind: income.id, row }] },
        possible: (one) => countedOf(one, income.id, row)!,
      })),
  );
  return [...needs.filter(({ wanted }) => wanted.lines.length > 0), ...incomes];
}
