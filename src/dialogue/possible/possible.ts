/** In what states a name may be; several bits = several ways the household may turn out to be. */
export const KNOWN = 1;
export const NONE = 2;
export const OPEN = 4;
export const UNKNOWN = 8;

/**
 * All that a name may be worth, over every way of saying what nobody has said yet: never too few values, sometimes too
 * many. `words` for words; `lo`..`hi` for numbers, both ends in, as doubles that lie outside the exact ends.
 */
export interface Possible {
  readonly states: number;
  readonly words: readonly string[];
  readonly lo: number;
  readonly hi: number;
  /** What it hangs on: bits of the scene's probes. 0 when there is one value only: then it hangs on nothing. */
  readonly deps: bigint;
}

const NO_WORDS: readonly string[] = [];

export function isDecided({ states, words, lo, hi }: Possible): boolean {
  if (states === NONE || states === UNKNOWN) return true;
  if (states !== KNOWN && states !== OPEN) return false;
  return words.length > 0 ? words.length === 1 : lo === hi;
}

/** A value that is settled hangs on nothing, whatever was looked at to settle it. */
export function settled(value: Possible): Possible {
  return value.deps !== 0n && isDecided(value) ? { ...value, deps: 0n } : value;
}

export const numberIn = (lo: number, hi: number, deps = 0n, states = KNOWN): Possible => ({
  states,
  words: NO_WORDS,
  lo,
  hi,
  deps,
});

export const point = (value: number): Possible => numberIn(value, value);
export const word = (text: string): Possible => ({ states: KNOWN, words: [text], lo: 0, hi: 0, deps: 0n });
export const NOTHING: Possible = { states: NONE, words: NO_WORDS, lo: 0, hi: 0, deps: 0n };
export const SILENCE: Possible = { states: UNKNOWN, words: NO_WORDS, lo: 0, hi: 0, deps: 0n };
/** 0 until somebody says. */
export const ZERO_OPEN: Possible = { states: OPEN, words: NO_WORDS, lo: 0, hi: 0, deps: 0n };

const isNumber = ({ states, words }: Possible): boolean => (states & (KNOWN | OPEN)) !== 0 && words.length === 0;

/** Either of them. */
export function either(a: Possible | null, b: Possible): Possible {
  if (a === null) return b;
  const words = a.words.length === 0 ? b.words : b.words.length === 0 ? a.words : union(a.words, b.words);
  const [left, right] = [isNumber(a), isNumber(b)];
  return {
    states: a.states | b.states,
    words,
    lo: left && right ? Math.min(a.lo, b.lo) : left ? a.lo : b.lo,
    hi: left && right ? Math.max(a.hi, b.hi) : left ? a.hi : b.hi,
    deps: a.deps | b.deps,
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  const more = b.filter((one) => !a.includes(one));
  return more.length === 0 ? a : [...a, ...more];
}

/** As a formula reads it: `none` is 0 (a formula never meets an unknown: the pack was checked). */
export function inFormula(value: Possible): Possible {
  const { states } = value;
  if ((states & (NONE | UNKNOWN)) === 0) return value;
  const stays = states & (KNOWN | OPEN);
  if (stays === 0) return numberIn(0, 0, value.deps);
  return numberIn(Math.min(value.lo, 0), Math.max(value.hi, 0), value.deps, stays | KNOWN);
}

export const withDeps = (value: Possible, deps: bigint): Possible =>
  deps === 0n ? value : { ...value, deps: value.deps | deps };
