import { monthsSaid, saidPersons } from '../said-persons.js';
import { ageWords, roleWords, yearsWords } from '../words/persons.js';
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

/** Years as they were said; of a birth date, months of a small child. */
function ageOf(voice: Voice, said: Said): string | null {
  const years = /^\d+$/.exec(String(said['age']))?.[0];
  if (years !== undefined) return yearsWords(voice, Number(years));
  // a name that may be typed has plain blanks
  return ageWords(voice, monthsSaid(said, voice.now))?.replaceAll('\u00a0', ' ') ?? null;
}
