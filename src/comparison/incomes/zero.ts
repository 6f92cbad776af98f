/** What the search may ask; incomes are whole cents a month. */
export interface Probe {
  balance(income: number): number;
  /** Two incomes with the same text were treated by the same rules, and no limit lies between them. */
  decisions(income: number): string;
}

export interface Zeroes {
  /** The smallest income with a balance of zero or more; null where there is none. */
  readonly first: number | null;
  /** The smallest from which on it stays so up to the top; null where the balance at the top is below zero. */
  readonly stays: number | null;
}

/** Incomes between which the balance follows a straight line but for rounding; of neighbours, `from` is the `to` of the one before. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/** 100 euro: the limits between are found by halving, so a coarse beginning is cheap. */
const CELL = 10_000;
/**
 * Where a cell is looked into: at its quarters, and at places that no steps of even distance all meet (multiples of the golden
 * section): an amount rounded to steps that fit the quarters would look straight there.
 */
const LOOKED_AT = [
  0.25,
  0.5,
  0.75,
  ...Array.from({ length: 8 }, (_, i) => ((i + 1) * (Math.sqrt(5) - 1)) / 2).map((at) => at - Math.floor(at)),
];
/** Rounded lines may leave a straight line by so much. */
const ROUNDING = 0.1;
/** Near zero every cent is looked at while the line is within this. */
const NEAR = 1;

/**
 * Where a balance crosses zero between 0 and `top`. As a function of one income it is straight in pieces, with jumps at
 * limits and bends where a cap begins. Cells are halved, down to the cent, while a decision differs between their ends or
 * the balance inside is not on the line between them; on a straight piece only what lies near zero is looked at, cent by cent.
 */
export function zeroes(probe: Probe, top: number): Zeroes {
  const pieces: Piece[] = [];
  for (let from = 0; from < top; from += CELL) split(probe, from, Math.min(from + CELL, top), pieces);
  if (top === 0) pieces.push({ from: 0, to: 0 });
  const first = firstWhere(pieces, (income) => probe.balance(income) >= 0, probe, 'up');
  const below = firstWhere([...pieces].reverse(), (income) => probe.balance(income) < 0, probe, 'down');
  return { first, stays: below === null ? 0 : below >= top ? null : below + 1 };
}

function split(probe: Probe, from: number, to: number, pieces: Piece[]): void {
  if (to - from <= 1 || isStraight(probe, from, to)) {
    pieces.push({ from, to });
    return;
  }
  const middle = Math.floor((from + to) / 2);
  split(probe, from, middle, pieces);
  split(probe, middle, to, pieces);
}

function isStraight(probe: Probe, from: number, to: number): boolean {
  const line = lineOf(probe, { from, to });
  const inside = LOOKED_AT.map((share) => Math.round(from + (to - from) * share));
  // Balances cost less than decisions, so they are asked first.
  return (
    inside.every((income) => Math.abs(probe.balance(income) - line(income)) <= ROUNDING) &&
    probe.decisions(from) === probe.decisions(to)
  );
}

function lineOf(probe: Probe, { from, to }: Piece): (income: number) => number {
  const [start, end] = [probe.balance(from), probe.balance(to)];
  const slope = to === from ? 0 : (end - start) / (to - from);
  return (income) => start + slope * (income - from);
}

/** The first income that fits, going through the pieces in their order and through each from its nearer end. */
function firstWhere(
  pieces: readonly Piece[],
  fits: (income: number) => boolean,
  probe: Probe,
  way: 'up' | 'down',
): number | null {
  for (const piece of pieces) {
    const [near, far] = way === 'up' ? [piece.from, piece.to] : [piece.to, piece.from];
    if (fits(near)) return near;
    for (const income of nearZero(piece, lineOf(probe, piece), way)) if (fits(income)) return income;
    if (fits(far)) return far;
  }
  return null;
}

/** Incomes of a piece at which its line is within `NEAR` of zero: one run of cents, for a line is within it once. */
function nearZero({ from, to }: Piece, line: (income: number) => number, way: 'up' | 'down'): number[] {
  const [start, end] = [line(from), line(to)];
  const slope = (end - start) / Math.max(1, to - from);
  if (slope === 0 && Math.abs(start) > NEAR) return [];
  const at = (value: number): number => (slope === 0 ? (value < 0 ? from : to) : from + (value - start) / slope);
  const [one, other] = [at(-NEAR), at(NEAR)];
  const low = Math.max(from, Math.floor(Math.min(one, other)));
  const high = Math.min(to, Math.ceil(Math.max(one, other)));
  const incomes = Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => low + i);
  return way === 'up' ? incomes : incomes.reverse();
}
