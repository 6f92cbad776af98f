import { definitionsOf } from '../../model/definitions-of.js';
import { splitAt } from '../../model/node-id.js';
import { roleWords } from './persons.js';
import type { Voice } from './voice.js';

export { splitAt } from '../../model/node-id.js';

/** `Daily food (tom)`: the label of a definition, the person in brackets; the id where the pack has no words. */
export function labelOf(voice: Voice, id: string): string {
  const { name, person } = splitAt(id);
  const label = bareLabel(voice, name);
  return person === null || person === 'household' ? label : `${label} (${voice.who(person)})`;
}

function bareLabel(voice: Voice, name: string): string {
  const [owner = name, item] = name.split('/');
  return (
    voice.words(name, 'label') ?? (item === undefined ? null : voice.words(owner, 'label', `items/${item}`)) ?? name
  );
}

/** What is asked: `Is a special diet prescribed? (tom)`; for an income, how much it is. */
export function questionOf(voice: Voice, id: string): string {
  const { name, person } = splitAt(id);
  const income = /^(?:person|household)\.income\.(.+)$/.exec(name);
  const text =
    income?.[1] !== undefined
      ? voice.say('question.income', { label: labelOf(voice, income[1]) })
      : (voice.words(name, 'ask') ?? labelOf(voice, name));
  return withPerson(voice, text, person);
}

const BUILT_IN = ['person.age', 'person.role', 'person.presence', 'person.born', 'dwelling.share', 'month'] as const;

function withPerson(voice: Voice, text: string, person: string | null): string {
  return person === null ? text : `${text} (${voice.who(person)})`;
}

/** Words for a name in a sentence: label, else its question, else the id. */
export function nameWords(voice: Voice, id: string): string {
  const { name, person } = splitAt(id);
  const income = /^(?:person|household)\.income\.(.+)$/.exec(name);
  if (income?.[1] !== undefined) return labelOf(voice, person === null ? income[1] : `${income[1]}@${person}`);
  const tag = /^(?:person|household)\.incomes\.(.+)$/.exec(name)?.[1];
  if (tag !== undefined) return withPerson(voice, taggedWords(voice, tag), person);
  if (name.startsWith('bill.')) return labelOf(voice, id.slice('bill.'.length));
  if (voice.words(name, 'label') !== null) return labelOf(voice, id);
  const builtIn = BUILT_IN.find((one) => one === name);
  if (builtIn !== undefined) return withPerson(voice, voice.say(`name.${builtIn}`), person);
  const ask = voice.words(name, 'ask');
  return ask === null ? labelOf(voice, id) : withPerson(voice, ask, person);
}

/** Kinds of income that have a tag, which is no word for people: all of a few, of many the first two. */
function taggedWords(voice: Voice, tag: string): string {
  const kinds = voice.pack.model.incomes.filter(({ tags }) => tags.includes(tag)).map(({ id }) => id);
  const labels = [...new Set(kinds)].map((id) => labelOf(voice, id));
  return labels.length <= 3
    ? voice.say('name.incomes', { list: voice.row(labels) })
    : voice.say('name.incomes-such', { list: voice.row(labels.slice(0, 2)) });
}

/** A value as words: yes and no, a word of the fact's list, an age, a number with its unit. */
export function valueWords(voice: Voice, name: string, value: string | null): string {
  if (value === null) return voice.say('value.unknown');
  if (value === 'yes' || value === 'no' || value === 'unknown' || value === 'none') return voice.say(`value.${value}`);
  if (name.startsWith('bill.') && /^-?\d+(?:\.\d+)?$/.test(value)) return voice.money(value);
  const word = voice.words(splitAt(name).name, 'label', `values/${value}`);
  if (word !== null) return word;
  if (isShare(voice, name) && /^\d+(?:\.\d+)?$/.test(value)) return voice.percent(value);
  if (splitAt(name).name === 'person.age' && /^0(?: years)?$/.test(value)) return voice.say('age.first-year');
  const measured = /^(-?\d+(?:\.\d+)?)(?: (\S+))?$/.exec(value);
  return measured === null
    ? ((name.startsWith('person.role') ? roleWords(voice, value) : null) ?? value)
    : quantityWords(voice, measured[1] ?? '0', measured[2] ?? '');
}

function isShare(voice: Voice, name: string): boolean {
  const id = splitAt(name).name;
  const { facts, derived } = voice.pack.model;
  return (definitionsOf(facts, id)[0] ?? definitionsOf(derived, id)[0])?.type === 'share';
}

/** The unit of a fact or derived fact, "" where it has none: the trace writes a count or a sum as a bare number. */
export function unitOf(voice: Voice, name: string): string {
  const { facts, derived } = voice.pack.model;
  const id = splitAt(name).name;
  const one = definitionsOf(facts, id)[0] ?? definitionsOf(derived, id)[0];
  return one?.unit ?? '';
}

const PERIODS = ['day', 'week', 'month', 'year', 'hour'] as const;

/** "690" and "EUR/month" as "690 EUR/month" in the words of a language. */
export function quantityWords(voice: Voice, value: string, unit: string): string {
  if (unit === '' || unit === 'factor') return voice.number(value, 6);
  if (unit === 'share') return voice.tenths(value);
  if (unit === 'years' || unit === 'year') return voice.say('age.years', { count: Number(value) });
  if (unit === 'months' || unit === 'month') return voice.say('age.months', { count: Number(value) });
  const [top = '', bottom] = unit.split('/');
  if (top === voice.currency) {
    const amount = voice.money(/\.\d$/.test(value) ? `${value}0` : value);
    const period = PERIODS.find((one) => one === bottom);
    if (bottom === undefined) return amount;
    return period === undefined ? `${amount}/${bottom}` : voice.say(`per.${period}`, { amount });
  }
  const said = unit
    .split('/')
    .map((part) => PERIODS.find((period) => period === part))
    .map((period, i) => (period === undefined ? unit.split('/')[i] : voice.say(`unit.${period}`)));
  return `${voice.number(value, 6)} ${said.join('/')}`;
}
