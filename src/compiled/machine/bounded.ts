import { boundOf, SAFE, SLACK, ULP } from './bounds.js';
import { doubleOf, isSafeWhole, type Num } from './nums.js';

/** A double that lies within `error` of the exact number it stands for: how constants are folded for the columns. */
export interface Bounded {
  readonly value: number;
  readonly error: number;
}

export const ZERO: Bounded = { value: 0, error: 0 };
export const ONE: Bounded = { value: 1, error: 0 };

export function boundedOf(num: Num): Bounded {
  const value = doubleOf(num);
  return { value, error: isSafeWhole(num) ? 0 : Math.abs(value) * ULP };
}

function bounded(value: number, carried: number): Bounded {
  return { value, error: boundOf(value, carried) };
}

export function added(l: Bounded, r: Bounded): Bounded {
  return bounded(l.value + r.value, l.error + r.error);
}

export function subtracted(l: Bounded, r: Bounded): Bounded {
  return bounded(l.value - r.value, l.error + r.error);
}

export function multiplied(l: Bounded, r: Bounded): Bounded {
  return bounded(l.value * r.value, Math.abs(l.value) * r.error + Math.abs(r.value) * l.error + l.error * r.error);
}

/** The divisor is not 0, and known to the last digit of a double. */
export function divided(l: Bounded, r: Bounded): Bounded {
  const value = l.value / r.value;
  if (
    l.error === 0 &&
    r.error === 0 &&
    Number.isInteger(value) &&
    value * r.value === l.value &&
    Math.abs(l.value) < SAFE
  )
    return { value, error: 0 };
  const least = Math.abs(r.value) * (1 - ULP) - r.error;
  return {
    value,
    error: ((l.error + Math.abs(value) * r.error) / least) * SLACK * SLACK + Math.abs(value) * ULP,
  };
}
