import { isZero } from '../../words/numbers.js';
import { nameWords } from '../../words/names.js';
import type { Voice } from '../../words/voice.js';
import type { AidRule, Rule } from '../reasons/rule-shape.js';
import type { Told } from './told.js';
import { valueFor } from './node-head.js';

/** How a policy arrives at what it pays: its formula, then what bounds it. */
export function ruleTold(voice: Voice, { pays, step, minimum, once }: AidRule, months: number | null): readonly Told[] {
  const least = minimum === null || isNothing(minimum) ? null : minimum;
  return [
    paysTold(voice, pays),
    ...(isNothing(pays) ? [] : [plain(voice.say('rule.limits', { step: voice.cents(step) }))]),
    ...(least === null || isNothing(pays)
      ? []
      : [plain(voice.say('rule.minimum', { amount: ruleWords(voice, least) }))]),
    ...(months === null || isNothing(pays) ? [] : [plain(voice.say('aid.months', { count: months }))]),
    ...(once === null ? [] : [plain(voice.say('rule.once', { amount: ruleWords(voice, once) }))]),
  ];
}

function paysTold(voice: Voice, pays: Rule): Told {
  if (pays.kind !== 'min' && pays.kind !== 'max') return plain(paysWords(voice, pays));
  const below = pays.of.map((one, at) => {
    const line = pairWords(voice, one);
    return plain(pays.counts.includes(at) ? voice.say('rule.this', { amount: line }) : line);
  });
  return { says: voice.say(pays.kind === 'min' ? 'rule.smallest' : 'rule.largest'), below };
}

/** What a policy pays, in one sentence. */
export function paysWords(voice: Voice, pays: Rule): string {
  if (isNothing(pays)) return voice.say('rule.nothing');
  if (pays.kind === 'gap') return voice.say('rule.whole-gap');
  return voice.say('rule.pays', { amount: ruleWords(voice, pays) });
}

/** A part of a formula and what it comes to; an amount that is written as such says so already. */
export function pairWords(
  voice: Voice,
  { term, value }: { readonly term: Rule; readonly value: string | null },
): string {
  const words = ruleWords(voice, term);
  if (value === null || term.kind === 'number' || term.kind === 'gap') return words;
  return voice.say('pair', { left: words, right: voice.cents(value) });
}

/** `80% of the gap`, `30% of “Living wage” (€1,776.07 a month) plus 25% of …`. */
export function ruleWords(voice: Voice, rule: Rule): string {
  switch (rule.kind) {
    case 'number':
      return rule.money ? voice.cents(rule.value) : voice.number(rule.value, 6);
    case 'gap':
      return voice.say('rule.gap');
    case 'name': {
      const name = voice.say('rule.name', { name: nameWords(voice, rule.name) });
      return rule.read === null ? name : voice.say('rule.value', { name, value: valueFor(voice, rule.read) });
    }
    case 'share': {
      const share = voice.percent(rule.share);
      if (rule.of.kind === 'gap') return voice.say('rule.share-of-gap', { share });
      return voice.say('rule.share', { share, of: inner(voice, rule.of) });
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return voice.say(`rule.${rule.kind}`, {
        left: inner(voice, rule.left, rule.kind),
        right: inner(voice, rule.right, rule.kind),
      });
    case 'min':
    case 'max':
      return voice.say(`rule.${rule.kind}`, { list: voice.row(rule.of.map((one) => ruleWords(voice, one.term))) });
    case 'round':
      return voice.say('rule.round', { of: ruleWords(voice, rule.of), step: voice.cents(rule.step) });
    case 'other':
      return voice.say('rule.other');
  }
}

/** A sum inside a product stands in brackets. */
function inner(voice: Voice, rule: Rule, inside?: Rule['kind']): string {
  const words = ruleWords(voice, rule);
  const isSum = rule.kind === 'add' || rule.kind === 'subtract';
  return isSum && inside !== 'add' ? `(${words})` : words;
}

const isNothing = (rule: Rule): boolean => rule.kind === 'number' && isZero(rule.value);

function plain(says: string): Told {
  return { says, below: [] };
}
