import type { Pack } from '../../../model/pack.js';
import type { Language } from '../../language.js';
import type { Audience } from '../../words/audience.js';
import { calledByAge } from '../../words/persons.js';
import { voiceOf, type Voice } from '../../words/voice.js';
import type { Argument } from '../argument.js';

export interface ArgumentOptions {
  readonly lang: Language;
  /** `worker` unless said. */
  readonly audience?: Audience;
  /** The whole derivation in place of the reasons alone. */
  readonly full?: boolean;
  /** Columns of the page; 80 unless said. */
  readonly width?: number;
}

/** One argument told in one language to one kind of reader. */
export interface Telling {
  readonly voice: Voice;
  readonly audience: Audience;
  readonly people: Argument['people'];
  /** The balance of the month is known to its reader already; a line of text may take so many columns. */
  readonly width: number;
}

/** How an argument is told: a family hears what persons are called in words, since an id may be the number of a case. */
export function tellingOf(
  { people, month }: Argument,
  pack: Pack,
  { lang, audience = 'worker' }: ArgumentOptions,
  width: number,
): Telling {
  const voice = voiceOf(pack, lang, month);
  if (audience !== 'family') return { voice, audience, people, width };
  const { who, full } = calledByAge(voice, people);
  return { voice: { ...voice, who, named: full }, audience, people, width };
}

/** For texts about a person: who it is, and the sex that a text may agree with. */
export function personValues(
  { voice, people }: Pick<Telling, 'voice' | 'people'>,
  person: string | null,
): Readonly<Record<string, string>> {
  if (person === null) return {};
  return { person: voice.named(person), sex: people.find(({ id }) => id === person)?.sex ?? 'other' };
}
