import { monthIndex, type Month } from '../calendar/month.js';
import { badOption } from './outcome.js';

/** Options that name the pack. */
export interface PackOptions {
  readonly root?: string | undefined;
  readonly pack?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Options that say how it is told: in which language, in which form. */
export interface TellingOptions {
  readonly lang?: string | undefined;
  readonly format?: string | undefined;
}

/** A month as text, or exit code 2. */
export function monthOption(name: string, text: string | undefined): Month | undefined {
  if (text === undefined) return undefined;
  if (monthIndex(text) === null)
    throw badOption(`--${name}: "${text}" is no month`, 'Write year-month, for example 2024-06.');
  return text as Month;
}
