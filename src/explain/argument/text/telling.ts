import type { Audience } from '../../words/audience.js';
import type { Voice } from '../../words/voice.js';
import type { Argument } from '../argument.js';

/** One argument told in one language to one kind of reader. */
export interface Telling {
  readonly voice: Voice;
  readonly audience: Audience;
  readonly people: Argument['people'];
  /** The balance of the month is known to its reader already; a line of text may take so many columns. */
  readonly width: number;
}

/** For texts about a person: who it is, and the sex that a text may agree with. */
export function personValues(
  { people }: Pick<Telling, 'people'>,
  person: string | null,
): Readonly<Record<string, string>> {
  if (person === null) return {};
  return { person, sex: people.find(({ id }) => id === person)?.sex ?? 'other' };
}
