/** Which truth values are possible: bits. Kleene's three values, lifted to sets of them. */
export const NO = 1;
export const UNDECIDED = 2;
export const YES = 4;

/** What may become of a condition, and what that hangs on. */
export interface Truth {
  readonly may: number;
  readonly deps: bigint;
}

export const truth = (may: number, deps: bigint): Truth => ({ may, deps: may === (may & -may) ? 0n : deps });

export const CERTAIN: Truth = { may: YES, deps: 0n };

/** The smallest of all: yes where all may be yes, no where one may be, undecided where one may be and none is surely no. */
export function allOf(truths: readonly Truth[]): Truth {
  let [yes, no, undecided] = [true, false, false];
  let deps = 0n;
  for (const one of truths) {
    if (one.may === NO) return { may: NO, deps: 0n };
    yes &&= (one.may & YES) !== 0;
    no ||= (one.may & NO) !== 0;
    undecided ||= (one.may & UNDECIDED) !== 0;
    deps |= one.deps;
  }
  return truth((yes ? YES : 0) | (no ? NO : 0) | (undecided ? UNDECIDED : 0), deps);
}

/** The largest of all. */
export const anyOf = (truths: readonly Truth[]): Truth => turned(allOf(truths.map(turned)));

export function turned({ may, deps }: Truth): Truth {
  return { may: (may & UNDECIDED) | ((may & YES) !== 0 ? NO : 0) | ((may & NO) !== 0 ? YES : 0), deps };
}
