/** Arithmetic on spans of doubles whose ends always lie outside the exact ones: error bounds are part of the span. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

const ULP = 2 ** -51;
/** Values are brought to 24 places before they are compared. */
const SNAP = 1e-24;
const SAFE = 2 ** 52;

const below = (x: number): number => (x === 0 || !Number.isFinite(x) ? x : x - Math.abs(x) * ULP - SNAP);
const above = (x: number): number => (x === 0 || !Number.isFinite(x) ? x : x + Math.abs(x) * ULP + SNAP);
const isExact = (x: number): boolean => Number.isInteger(x) && Math.abs(x) < SAFE;
/** A product with 0 is 0, whatever the other end. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Ends as computed; whole numbers made of whole numbers are exact, all others are moved outwards. */
function outward(lo: number, hi: number, exact: boolean): Span {
  if (exact && isExact(lo) && isExact(hi)) return { lo, hi };
  return { lo: below(lo), hi: above(hi) };
}

const isWhole = (a: Span): boolean => isExact(a.lo) && isExact(a.hi);

const literals = new Map<string, Span>();

/** A plain decimal. */
export function literal(text: string): Span {
  let known = literals.get(text);
  if (known === undefined) {
    const value = Number(text);
    literals.set(text, (known = outward(value, value, !text.includes('.'))));
  }
  return known;
}

export const add = (a: Span, b: Span): Span => outward(a.lo + b.lo, a.hi + b.hi, isWhole(a) && isWhole(b));
export const subtract = (a: Span, b: Span): Span => outward(a.lo - b.hi, a.hi - b.lo, isWhole(a) && isWhole(b));

export function multiply(a: Span, b: Span): Span {
  const ends = [times(a.lo, b.lo), times(a.lo, b.hi), times(a.hi, b.lo), times(a.hi, b.hi)];
  return outward(Math.min(...ends), Math.max(...ends), isWhole(a) && isWhole(b));
}

/** Where the divisor may be 0, a test keeps it off: whatever is beyond is possible. */
export function divide(a: Span, b: Span): Span {
  if (b.lo < 0 && b.hi > 0) return { lo: -Infinity, hi: Infinity };
  if (b.lo === 0 && b.hi === 0) return { lo: -Infinity, hi: Infinity };
  if (b.lo === 0 || b.hi === 0) {
    const far = b.lo === 0 ? b.hi : b.lo;
    const ends = [quotient(a.lo, far), quotient(a.hi, far)];
    const up = b.lo === 0 ? a.hi > 0 : a.lo < 0;
    const down = b.lo === 0 ? a.lo < 0 : a.hi > 0;
    return { lo: down ? -Infinity : below(Math.min(...ends)), hi: up ? Infinity : above(Math.max(...ends)) };
  }
  const ends = [quotient(a.lo, b.lo), quotient(a.lo, b.hi), quotient(a.hi, b.lo), quotient(a.hi, b.hi)];
  const [lo, hi] = [Math.min(...ends), Math.max(...ends)];
  const exact = a.lo === a.hi && b.lo === b.hi && isWhole(a) && isWhole(b) && isExact(lo) && lo * b.lo === a.lo;
  return exact ? { lo, hi } : outward(lo, hi, false);
}

/** ∞ ÷ ∞ may be anything between 0 and ∞: the ends beside it say which. */
function quotient(a: number, b: number): number {
  const q = a / b;
  return q === q ? q : 0;
}

export const smallest = (all: readonly Span[]): Span => ({
  lo: Math.min(...all.map(({ lo }) => lo)),
  hi: Math.min(...all.map(({ hi }) => hi)),
});
export const largest = (all: readonly Span[]): Span => ({
  lo: Math.max(...all.map(({ lo }) => lo)),
  hi: Math.max(...all.map(({ hi }) => hi)),
});

/** How many steps, rounded half away from zero: both ends. */
export function inSteps(a: Span, step: Span): Span {
  const steps = divide(a, step);
  return { lo: nearest(steps.lo), hi: nearest(steps.hi) };
}

function nearest(x: number): number {
  return x < 0 ? -Math.floor(-x + 0.5) : Math.floor(x + 0.5);
}

export function round(a: Span, step: Span): Span {
  return multiply(inSteps(a, step), step);
}

export const up = (a: Span): Span => ({ lo: Math.ceil(a.lo), hi: Math.ceil(a.hi) });
export const down = (a: Span): Span => ({ lo: Math.floor(a.lo), hi: Math.floor(a.hi) });
