import { monthText } from '../../calendar/month.js';
import type { MonthIndex, Valid } from '../../model/value.js';

/** Names of what a scenario can reach, as people read them; the pack's list and a run must call a thing alike. */
export const point = {
  used: (name: string): string => name,
  holds: (name: string): string => `${name}: holds`,
  fails: (name: string): string => `${name}: does not hold`,
  fires: (name: string): string => `${name}: may be taken up`,
  rests: (name: string): string => `${name}: is not open`,
  chosen: (name: string, place: number, cases: number): string =>
    `${name}: ${place < cases ? `case ${place + 1}` : 'otherwise'}`,
  row: (name: string, from: MonthIndex | null, row: number): string => `${edition(name, from)}: row ${row + 1}`,
  beyond: (name: string, from: MonthIndex | null): string => `${edition(name, from)}: beyond its rows`,
};

function edition(name: string, from: MonthIndex | null): string {
  return from === null ? name : `${name} from ${monthText(from)}`;
}

interface Dated {
  readonly id: string;
  readonly valid: Valid;
}

/** The id, and the first month where several definitions share it. */
export function nameOfDefinition(one: Dated, list: readonly Dated[]): string {
  const shared = list.some((other) => other !== one && other.id === one.id);
  return shared && one.valid.from !== null ? `${one.id} (${monthText(one.valid.from)})` : one.id;
}
