import type { Program } from '../compiled/program.js';
import type { Household } from '../household/household.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { evaluateVariants, type Asked } from './evaluate-variants.js';
import type { Part } from './parts.js';
import type { Scene } from './possible/scene.js';
import { sharedVariants, type Choices } from './shared-variants.js';
import { standsFor } from './sides.js';
import type { Class, Unknown } from './unknown.js';
import { variantOf } from './variant.js';

/** Parts of the balance that hang on the same unknowns, with every choice of these. */
export interface PartChoices extends Choices {
  readonly parts: readonly Part[];
}

/**
 * What parts of the balance come to for each choice of their unknowns, `result[choices][part][choice]`: as the compiled
 * evaluator computes it in variants they share. NaN where the pack has no value for a choice by itself.
 */
export function computedParts(
  program: Program,
  { household }: Scene,
  unknowns: readonly Unknown[],
  groups: readonly (readonly (readonly Class[])[])[],
  all: readonly PartChoices[],
): Float64Array[][] {
  const { sayings, of } = sharedVariants(all);
  const variants = sayings.map((saying) =>
    variantOf(
      household,
      Array.from(saying, ([at, group]) => ({ unknown: unknowns[at]!, is: standsFor(groups[at]![group]!) })),
    ),
  );
  const wanted = all.map(({ parts }) => parts.map((part) => part.wanted));
  const asked = wanted.map((one, i): Asked => ({ of: of[i]!, wanted: one }));
  const together = attempted(program, variants, asked);
  if (together !== null) return together;
  // The pack has no value for one of them, perhaps because of what other parts say there: each choice by itself then.
  return all.map(({ sides, choices }, i) => {
    const alone = choices.map((choice) => {
      const said = sides.map(({ unknown, stands }, s) => ({ unknown: unknowns[unknown]!, is: stands[choice[s]!]! }));
      return attempted(program, [variantOf(household, said)], [{ of: [0], wanted: wanted[i]! }])?.[0] ?? null;
    });
    return wanted[i]!.map((_, part) => Float64Array.from(alone, (known) => known?.[part]?.[0] ?? NaN));
  });
}

function attempted(program: Program, variants: readonly Household[], asked: readonly Asked[]): Float64Array[][] | null {
  try {
    return evaluateVariants(program, variants, asked);
  } catch (error) {
    if (error instanceof RefbudgetError) return null;
    throw error;
  }
}
