import { Exact, plain } from '../../decimal/exact.js';
import { parseUnit, type Unit } from './unit.js';

const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const LONGEST = 40;

/** A plain decimal as written, or null: no exponent, sign +, hexadecimal, `_` or comma. */
export function decimalText(text: string): string | null {
  return DECIMAL.test(text) && text.length <= LONGEST ? text : null;
}

/** `10%` as "0.1", `-2.5%` as "-0.025"; null when the text is no share. */
export function shareText(text: string): string | null {
  const digits = text.endsWith('%') ? decimalText(text.slice(0, -1)) : null;
  return digits === null ? null : plain(new Exact(digits).div(100));
}

/** A number or share without unit. */
export function numberText(text: string): string | null {
  return decimalText(text) ?? shareText(text);
}

/** A lone number, with or without unit: `-15`, `3 years`, `10%`, `3800 EUR/year`. */
export function parseLiteral(text: string): { value: string; unit: Unit | null; share: boolean } | null {
  const share = shareText(text);
  if (share !== null) return { value: share, unit: null, share: true };
  const blank = text.indexOf(' ');
  const value = decimalText(blank < 0 ? text : text.slice(0, blank));
  if (value === null) return null;
  if (blank < 0) return { value, unit: null, share: false };
  const unit = parseUnit(text.slice(blank + 1));
  return unit === null ? null : { value, unit, share: false };
}

/** 0 and 1 need no provenance: they say that something is not there, or is there once. */
export function isZeroOrOne(value: string): boolean {
  const number = new Exact(value);
  return number.isZero() || number.eq(1);
}
