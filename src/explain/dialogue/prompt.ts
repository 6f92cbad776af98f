import { Exact } from '../../decimal/exact.js';
import type { NextQuestions } from '../../dialogue/next-questions.js';
import type { Fact } from '../../model/facts.js';
import { cells, wrap } from '../words/columns.js';
import { quantityWords } from '../words/names.js';
import type { Voice } from '../words/voice.js';
import { choicesOf, type Choice } from './answer.js';

const WIDTH = 80;

/** What fits: a list of words, or what kind of number. */
export function expected(voice: Voice, fact: Fact): string[] {
  switch (fact.type) {
    case 'yes-no':
      return wrap(voice.say('ask.yes-no'), WIDTH, 2);
    case 'one-of':
      return choiceLines(choicesOf(voice, fact));
    case 'date':
    case 'month':
      return wrap(voice.say('ask.date'), WIDTH, 2);
    case 'share':
      return wrap(voice.say('ask.share'), WIDTH, 2);
    case 'amount':
      return wrap(voice.say('ask.amount-in', { unit: unitWords(voice, fact.unit ?? '') }), WIDTH, 2);
    default:
      return wrap(voice.say('ask.number'), WIDTH, 2);
  }
}

/** A unit without a number, wherever a language puts it: `€ par an`, `€ per jaar`, `€/L`. */
function unitWords(voice: Voice, unit: string): string {
  const words = quantityWords(voice, '0', unit).replace(/0[.,\d]*/, ' ');
  return words.replace(/\s+/g, ' ').replace(' /', '/').trim();
}

/** `1 wage   2 pension …` in columns as wide as the widest. */
export function choiceLines(choices: readonly Choice[]): string[] {
  const told = choices.map(({ label }, i) => `${String(i + 1).padStart(choices.length > 9 ? 2 : 1)} ${label}`);
  const wide = Math.max(...told.map(cells)) + 3;
  const columns = Math.max(1, Math.floor((WIDTH - 2) / wide));
  const rows = Math.ceil(told.length / columns);
  return Array.from({ length: rows }, (_, row) =>
    (
      '  ' +
      told
        .filter((_one, i) => i % rows === row)
        .map((one) => one + ' '.repeat(wide - cells(one)))
        .join('')
    ).trimEnd(),
  );
}

/** How far the balance is known. */
export function bandLines(voice: Voice, { lowest, highest }: NextQuestions): string[] {
  if (lowest === null || highest === null) return wrap(voice.say('ask.band.none'), WIDTH);
  if (lowest === highest) return wrap(voice.say('ask.band.exact', { amount: voice.money(lowest) }), WIDTH);
  return wrap(voice.say('ask.band', { lowest: voice.money(lowest), highest: voice.money(highest) }), WIDTH);
}

/** Why the conversation ends, after the band unless it was just `told`; and that bills nobody named are the `usual` ones in it. */
export function endLines(
  voice: Voice,
  known: NextQuestions,
  why: 'sign' | 'within' | 'nothing',
  told: string,
  usual: boolean,
): string[] {
  const last =
    why === 'sign'
      ? voice.say(`ask.done.${known.sign === 'enough' ? 'enough' : 'shortfall'}`)
      : voice.say(`ask.done.${why}`);
  const band = bandLines(voice, known);
  return [
    ...(band.join() === told ? [] : band),
    ...wrap(usual ? `${last} ${voice.say('ask.done.usual')}` : last, WIDTH),
  ];
}

/** What an empty line means: nobody knows, nothing more, the usual amount; it must be answered. */
export type Empty = 'unknown' | 'nothing' | 'usual' | 'must';

/** A question of which help is wanted: whether there is a list to choose from, what an empty line means, which name it asks for. */
export interface Helped {
  readonly choices?: readonly Choice[];
  readonly empty: Empty;
  readonly name: string | null;
}

/** What may be typed, and why this is asked: how much of the balance is open before and after the answer. */
export function helpLines(voice: Voice, known: NextQuestions | null, { choices = [], empty, name }: Helped): string[] {
  const keys = [
    ...(choices.length > 0 ? (['ask.help.choose'] as const) : []),
    `ask.help.${empty}` as const,
    'ask.help.keys' as const,
  ];
  const lines = wrap(keys.map((key) => voice.say(key)).join(' '), WIDTH, 2);
  const question = known?.questions.find((one) => one.name === name);
  if (known?.lowest == null || known.highest === null || question?.expected == null) return lines;
  const now = new Exact(known.highest).minus(known.lowest).toFixed(2);
  return [
    ...lines,
    ...wrap(voice.say('ask.why', { now: voice.money(now), after: voice.money(question.expected) }), WIDTH, 2),
  ];
}
