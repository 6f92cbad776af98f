import { signOf, type Band } from './band.js';
import { eliminate } from './eliminate.js';
import { BOUNDLESS, type Tables } from './tables.js';
import type { Unknown } from './unknown.js';

/** An unknown with what an answer to it would leave of the band. */
export interface Ranked {
  readonly unknown: Unknown;
  /** Width of the band after the answer: as expected, and after the least helpful answer. In steps. */
  readonly expected: number;
  readonly worst: number;
}

/** The safe band, and what to ask next, the most useful first. */
export interface Ranking extends Band {
  readonly questions: readonly Ranked[];
}

interface After extends Band {
  readonly weight: number;
}

/**
 * Ranks what is unknown by what is expected to remain in doubt after the answer: while the sign is open, how far the band
 * still reaches to the other side of zero; once it is certain, how wide it is. Answers are weighed by `likely`. Of
 * equals, the one that narrows the band more, then the order of the pack. A rank only: the sign is called by the band.
 */
export function rankingOf(known: Tables, likely: (unknown: Unknown, group: number) => number): Ranking {
  const { tables, sizes, unknowns } = known;
  const whole = eliminate(tables, sizes);
  const open = signOf(whole) === 'open';
  const told = unknowns
    .filter(({ at }) => sizes[at]! > 1)
    .map((unknown) => {
      const all = afterwards(known, unknown, whole.of(unknown.at), (group) => likely(unknown, group));
      const mean = (of: (one: Band) => number): number => all.reduce((sum, one) => sum + one.weight * of(one), 0);
      const expected = mean(width);
      return {
        unknown,
        expected,
        worst: Math.max(...all.map(width)),
        doubt: open ? mean(doubt) : expected,
      };
    });
  told.sort((a, b) => a.doubt - b.doubt || a.expected - b.expected || a.unknown.at - b.unknown.at);
  return {
    lo: whole.lo,
    hi: whole.hi,
    questions: told.map(({ unknown, expected, worst }) => ({ unknown, expected, worst })),
  };
}

const width = ({ lo, hi }: Band): number => hi - lo;
/** How much of the balance is on the side that is less of it: 0 once the sign is certain. */
const doubt = ({ lo, hi }: Band): number => Math.max(0, Math.min(hi, -lo));

/** The band after each answer that may be given; silence is none. */
function afterwards(
  { tables, groups }: Tables,
  { at }: Unknown,
  ends: { readonly lo: Float64Array; readonly hi: Float64Array },
  likely: (group: number) => number,
): After[] {
  const own = tables.filter(({ scope }) => scope.length === 1 && scope[0] === at);
  const answers = groups[at]!.flatMap((classes, group) =>
    classes.some(({ kind }) => kind !== 'silent') ? [group] : [],
  );
  const total = answers.reduce((sum, group) => sum + likely(group), 0);
  return answers.map((group) => {
    // a number that is said is a point of its span: what it leaves open by itself is gone
    const slack = own.reduce((sum, { lo, hi }) => sum + (hi[group]! - lo[group]!), 0) / 2;
    const [lo, hi] = [ends.lo[group]! + slack, ends.hi[group]! - slack];
    return { weight: likely(group) / total, lo: Math.min(lo, hi), hi: Math.max(lo, hi) };
  });
}

/** No end at all, rather than one too large to be true. */
export const isBoundless = (steps: number): boolean => Math.abs(steps) >= BOUNDLESS / 2;
