import { ageAnswer } from '../../explain/dialogue/age.js';
import { chosen, shareOf, type Choice } from '../../explain/dialogue/answer.js';
import { personCalled } from '../../explain/dialogue/persons.js';
import { choiceLines } from '../../explain/dialogue/prompt.js';
import { saidPersons } from '../../explain/said-persons.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import { idAt, personsIn, WIDTH, type Asked, type Setting } from './asked.js';

/** How old somebody is who is added by the answer: to the members, or to the others under the roof. */
export function ageOf(setting: Setting, role: string, list: 'persons' | 'others' = 'persons'): Asked {
  const { voice, month } = setting;
  return {
    question: wrap(voice.say(role === 'head' ? 'ask.first-age' : 'ask.age'), WIDTH),
    hint: wrap(voice.say('ask.age-hint'), WIDTH, 2),
    read: (text) => {
      const age = ageAnswer(voice, text, month);
      return age === null ? null : [{ path: [list, '+'], value: { id: freeId(setting, role), role, ...age } }];
    },
    silent: null,
    empty: 'must',
    name: null,
  };
}

/** `child-2`: a role and a number where it is needed. */
function freeId(setting: Setting, role: string): string {
  const taken = new Set(saidPersons(setting.input).map(({ id }) => id));
  if (!taken.has(role)) return role;
  for (let n = 2; ; n++) if (!taken.has(`${role}-${n}`)) return `${role}-${n}`;
}

/** Who else there is; who is noted already is told, so that nobody is forgotten or told twice. */
export function nextPerson(setting: Setting): Asked {
  const { voice, input } = setting;
  const hasPartner = personsIn(setting).some((one) => one['role'] === 'partner');
  const roles = (['partner', 'child', 'parent', 'other'] as const).filter((one) => one !== 'partner' || !hasPartner);
  const choices = [
    ...roles.map((role) => choiceOf(voice, role)),
    { id: 'beside', label: voice.say('ask.role.beside') },
  ];
  const list = voice.row(
    saidPersons(input).map(({ id, other }) => noted(voice, personCalled(voice, input, id), other)),
  );
  return {
    question: wrap(voice.say('ask.next-person'), WIDTH),
    hint: [...wrap(voice.say('ask.already', { list }), WIDTH, 2), ...choiceLines(choices)],
    choices,
    read: (text) => {
      const role = chosen(choices, text);
      return role === null ? null : role.id === 'beside' ? beside(setting) : ageOf(setting, role.id);
    },
    silent: [],
    empty: 'nothing',
    name: null,
  };
}

type Role = 'partner' | 'child' | 'parent' | 'other';

/** A role, and other words that say it: husband, daughter. */
const choiceOf = (voice: Voice, id: Role): Choice => ({
  id,
  label: voice.say(`ask.role.${id}`),
  also: voice.say(`ask.also.${id}`).split(', '),
});

const noted = (voice: Voice, person: string, other: boolean): string =>
  other ? `${person} (${voice.say('ask.beside')})` : person;

/** Whom the home is shared with: rules ask of which generation they are. */
function beside(setting: Setting): Asked {
  const { voice } = setting;
  const choices = (['parent', 'child', 'other'] as const).map((id) => choiceOf(voice, id));
  return {
    question: wrap(voice.say('ask.beside-who'), WIDTH),
    hint: choiceLines(choices),
    choices,
    read: (text) => {
      const role = chosen(choices, text);
      return role === null ? null : ageOf(setting, role.id, 'others');
    },
    silent: null,
    empty: 'must',
    name: null,
  };
}

/** Who lives here only part of the time, and how much of it. */
export function presenceOf(setting: Setting, persons: readonly string[]): Asked {
  const { voice, input } = setting;
  const choices = persons.map((id): Choice => ({ id, label: personCalled(voice, input, id) }));
  return {
    question: wrap(voice.say('ask.presence'), WIDTH),
    hint: choiceLines(choices),
    choices,
    read: (text) => {
      const person = chosen(choices, text);
      return person === null ? null : shareAsked(setting, person);
    },
    silent: [],
    empty: 'nothing',
    name: null,
  };
}

function shareAsked(setting: Setting, { id, label }: Choice): Asked {
  const { voice } = setting;
  const at = personsIn(setting).findIndex((_, place) => idAt(setting, place) === id);
  return {
    question: wrap(voice.say('ask.presence-share', { person: label }), WIDTH),
    hint: wrap(voice.say('ask.share'), WIDTH, 2),
    read: (text) => {
      const value = shareOf(voice, text);
      return value === null ? null : [{ path: ['persons', at, 'presence'], value }];
    },
    silent: null,
    empty: 'must',
    name: null,
  };
}
