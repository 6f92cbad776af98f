import { dateParts, monthIndex } from '../../calendar/month.js';
import { saidPersons } from '../said-persons.js';
import { roleWords } from '../words/persons.js';
import type { Voice } from '../words/voice.js';

type Said = Readonly<Record<string, unknown>>;

/**
 * What a person is called in a question: their id, where somebody chose one; else, where the dialogue made it or nobody gave one,
 * role and age, with the id's number where two are alike.
 */
export function personCalled(voice: Voice, input: Said, id: string): string {
  const words = new Map(saidPersons(input).map((one) => [one.id, one]));
  const person = words.get(id);
  const made = /^(head|partner|child|parent|other|[po](?=\d))(?:-?(\d+))?$/.exec(id);
  if (person === undefined || made === null) return id;
  const mine = wordsOf(voice, person.said);
  if (mine === null) return id;
  const alike = [...words.values()].filter(({ said }) => wordsOf(voice, said) === mine);
  return alike.length < 2 ? mine : `${mine}, ${alike.indexOf(person) + 1}`;
}

function wordsOf(voice: Voice, said: Said): string | null {
  const { role } = said;
  const words = typeof role === 'string' ? roleWords(voice, role) : null;
  if (words === null) return null;
  const age = ageOf(voice, said);
  return age === null ? words : `${words}, ${age}`;
}

/** Months of age up to which they are told as months, where the birth date is known. */
const IN_MONTHS = 24;

function ageOf(voice: Voice, { age, born }: Said): string | null {
  const years = typeof age === 'string' || typeof age === 'number' ? /^\d+$/.exec(`${age}`)?.[0] : undefined;
  if (years !== undefined) return voice.say('age.years', { count: Number(years) });
  const date = typeof born === 'string' ? dateParts(born) : null;
  const now = monthIndex(voice.now);
  if (date === null || now === null) return null;
  const months = now - (date.year * 12 + date.month - 1) - (date.day > 1 ? 1 : 0);
  return months < IN_MONTHS
    ? voice.say('age.months', { count: months })
    : voice.say('age.years', { count: Math.floor(months / 12) });
}
