import type { Cause, CauseKind } from '../../comparison/shapes.js';
import type { WordKey } from '../language.js';
import { labelOf, nameWords, quantityWords, valueWords } from '../words/names.js';
import type { Voice } from '../words/voice.js';
import { mergedCauses } from './merged-causes.js';

/** An amount of such a period is told to the cent, however many places an index gave it; a price a unit keeps its own. */
const MONEY_PERIODS = ['day', 'week', 'month', 'year'] as const;

/** So many of a kind are named; the others are counted. */
const MOST_NAMED = 3;

const TOGETHER: Partial<Record<CauseKind, WordKey>> = {
  index: 'cause.index',
  amount: 'cause.amount',
  item: 'cause.item',
  rule: 'cause.rule',
  lines: 'cause.lines',
};

/**
 * Reasons in words, one each: facts, incomes and bills by themselves; persons, prices, tariffs and rules by their kind. `told` is
 * what was said on the page before, people and index values: it need not be said again in full.
 */
export function causeWords(voice: Voice, all: readonly Cause[], told = new Set<string>()): readonly string[] {
  const causes = mergedCauses(all);
  const alone = causes
    .filter(({ kind }) => kind !== 'person' && TOGETHER[kind] === undefined)
    .map((cause) => causeAlone(voice, cause));
  const together = (Object.entries(TOGETHER) as [CauseKind, WordKey][]).flatMap(([kind, key]) => {
    const named = causes.filter((cause) => cause.kind === kind);
    return named.length === 0 ? [] : [once(voice, told, key, listOf(voice, named))];
  });
  return [...peopleWords(voice, causes, told), ...alone, ...together];
}

/** Index values that were told on the page before need not be told again. */
function once(voice: Voice, told: Set<string>, key: WordKey, list: string): string {
  const words = voice.say(key, { list });
  if (key !== 'cause.index') return words;
  if (told.has(words)) return voice.say('cause.index-again');
  told.add(words);
  return words;
}

/** Who is on one side only: of a household that grew or shrank, or of two households side by side. */
function peopleWords(voice: Voice, causes: readonly Cause[], told: Set<string>): readonly string[] {
  const persons = causes.filter(({ kind }) => kind === 'person');
  const [gone, come] = [persons.filter((one) => one.right === null), persons.filter((one) => one.left === null)].map(
    (some) => some.map(({ name }) => name),
  ) as [string[], string[]];
  if (gone.length > 0 && come.length > 0) {
    const words = voice.say('cause.people', { left: voice.both(gone), right: voice.both(come) });
    if (told.has(words)) return [voice.say('cause.people-again')];
    told.add(words);
    return [words];
  }
  return [
    ...(gone.length === 0 ? [] : [voice.say('cause.persons-gone', { count: gone.length, list: voice.both(gone) })]),
    ...(come.length === 0 ? [] : [voice.say('cause.persons-new', { count: come.length, list: voice.both(come) })]),
  ];
}

function listOf(voice: Voice, causes: readonly Cause[]): string {
  const named = [...new Set(causes.map((cause) => namedCause(voice, cause)))];
  const shown = voice.row(named.slice(0, MOST_NAMED));
  return named.length <= MOST_NAMED
    ? shown
    : voice.say('cause.more', { list: shown, count: named.length - MOST_NAMED });
}

function causeAlone(voice: Voice, cause: Cause): string {
  const { kind, left, right } = cause;
  const moved = movedWords(voice, cause);
  if (kind === 'override') return voice.say('cause.override', { moved });
  if (kind === 'setting') return voice.say('cause.setting', { moved });
  return left === null && right === null ? nameWords(voice, atPerson(cause)) : moved;
}

/** Of those told together: an index with its two values, an amount with its own, a rule by its name. */
function namedCause(voice: Voice, cause: Cause): string {
  const { kind, left, right } = cause;
  const shows = kind === 'index' || ((kind === 'amount' || kind === 'lines') && left !== null && right !== null);
  if (shows && left !== right) return movedWords(voice, cause);
  if (kind === 'rule' && (left === null) !== (right === null))
    return voice.say(left === null ? 'cause.begins' : 'cause.ends', { name: labelWords(voice, cause) });
  return labelWords(voice, cause);
}

function movedWords(voice: Voice, cause: Cause): string {
  const name =
    cause.kind === 'index' || cause.kind === 'amount' || cause.kind === 'lines'
      ? labelWords(voice, cause)
      : nameWords(voice, atPerson(cause));
  const values = { name, left: valueOf(voice, cause, cause.left), right: valueOf(voice, cause, cause.right) };
  return voice.say(/\?(?: \([^)]*\))?$/.test(name) ? 'cause.question' : 'cause.moved', values);
}

function valueOf(voice: Voice, cause: Cause, value: string | null): string {
  const { kind, name, unit } = cause;
  if (value === null) return voice.say(kind === 'override' ? 'cause.computed' : 'cause.unsaid');
  const isMoney =
    kind === 'income' || kind === 'bill' || kind === 'lines' || (kind === 'override' && isLine(voice, name));
  if (isMoney) return voice.money(value);
  if (kind === 'fact' || kind === 'setting' || kind === 'override') return valueWords(voice, name, value);
  const period = MONEY_PERIODS.find((one) => unit === `${voice.currency}/${one}`);
  if (period !== undefined && /\.\d{3}/.test(value)) return voice.say(`per.${period}`, { amount: voice.cents(value) });
  return /^-?\d/.test(value) && unit !== undefined ? quantityWords(voice, short(value), unit) : numberOr(voice, value);
}

function numberOr(voice: Voice, value: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(value) ? voice.number(short(value), 4) : valueWords(voice, '', value);
}

/** An amount with more places than people read. */
function short(value: string): string {
  const dot = value.indexOf('.');
  return dot < 0 || value.length - dot <= 5 ? value : value.slice(0, dot + 5);
}

function isLine(voice: Voice, name: string): boolean {
  return voice.pack.model.needs.some(({ id }) => id === name);
}

function atPerson({ name, person }: Cause): string {
  return person === null ? name : `${name}@${person}`;
}

/** The sums of the document have words of their own; a table's look-up is named by its table. */
function labelWords(voice: Voice, cause: Cause): string {
  const name = cause.name.replace(/\(.*\)$/, '');
  if (name === 'need' || name === 'income' || name === 'balance') return voice.say(`sum.${name}`);
  return labelOf(voice, cause.person === null ? name : `${name}@${cause.person}`);
}
