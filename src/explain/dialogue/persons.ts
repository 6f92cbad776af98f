import type { Voice } from '../words/voice.js';

type Said = Readonly<Record<string, unknown>>;

const ROLES = ['head', 'partner', 'child', 'parent', 'other'] as const;

/**
 * What a person is called in a question: their id, where somebody chose one; else, where the dialogue made it or nobody gave one,
 * role and age, with the id's number where two are alike.
 */
export function personCalled(voice: Voice, input: Said, id: string): string {
  const words = new Map(
    [...listed(input, 'persons', 'p'), ...listed(input, 'others', 'o')].map((one) => [one.id, one]),
  );
  const person = words.get(id);
  const made = /^(head|partner|child|parent|other|[po](?=\d))(?:-?(\d+))?$/.exec(id);
  if (person === undefined || made === null) return id;
  const mine = wordsOf(voice, person.said);
  if (mine === null) return id;
  const alike = [...words.values()].filter(({ said }) => wordsOf(voice, said) === mine);
  return alike.length < 2 ? mine : `${mine}, ${alike.indexOf(person) + 1}`;
}

function wordsOf(voice: Voice, { role, age }: Said): string | null {
  const known = ROLES.find((one) => one === role);
  if (known === undefined) return null;
  const years = typeof age === 'string' || typeof age === 'number' ? /^\d+$/.exec(`${age}`)?.[0] : undefined;
  const words = voice.say(`role.${known}`);
  return years === undefined ? words : `${words}, ${voice.say('age.years', { count: Number(years) })}`;
}

function listed(input: Said, key: 'persons' | 'others', letter: 'p' | 'o'): { id: string; said: Said }[] {
  return ((input[key] ?? []) as readonly Said[]).map((said, at) => ({
    id: typeof said['id'] === 'string' ? said['id'] : `${letter}${at + 1}`,
    said,
  }));
}
