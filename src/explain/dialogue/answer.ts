import type { Fact } from '../../model/facts.js';
import { valueWords } from '../words/names.js';
import type { Voice } from '../words/voice.js';

/** What somebody typed, before it is known what it answers. */
export type Typed =
  { readonly kind: 'silent' | 'help' | 'back' | 'too-long' } | { readonly kind: 'text'; readonly text: string };

const LONGEST = 200;

/** Control characters are no part of an answer; what is very long is refused as a whole. */
export function typed(voice: Voice, line: string): Typed {
  const text = line.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  if (text === '') return { kind: 'silent' };
  if (text.length > LONGEST) return { kind: 'too-long' };
  if (text === '?') return { kind: 'help' };
  const low = text.toLowerCase();
  return low === 'back' || low === voice.say('ask.back') ? { kind: 'back' } : { kind: 'text', text };
}

/** The words a fact may be answered with: as they stand in the file, and as they are said. */
export function choicesOf(voice: Voice, fact: Fact): readonly Choice[] {
  const words = fact.type === 'yes-no' ? ['yes', 'no'] : fact.type === 'one-of' ? fact.values : [];
  return words.map((id) => ({ id, label: valueWords(voice, fact.id, id) }));
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One of a list, by its number, its name, or letters it alone begins with. */
export function chosen(choices: readonly Choice[], text: string): Choice | null {
  const low = text.toLowerCase();
  if (/^\d{1,3}$/.test(text)) return choices[Number(text) - 1] ?? null;
  const same = choices.find(({ id, label }) => id === low || label.toLowerCase() === low);
  if (same !== undefined) return same;
  const begun = choices.filter(({ label }) => label.toLowerCase().startsWith(low));
  return begun.length === 1 ? begun[0]! : null;
}

const PERIODS = ['day', 'week', 'month', 'year'] as const;

/** `1 450,50`, `1450.50 EUR`, `320/year`, `320 par an`: as the files write it; null when it is no amount. */
export function amountOf(voice: Voice, text: string, plain: 'month' | null = 'month'): string | null {
  const { currency } = voice.pack.model.pack;
  const match =
    /^([\d\s.,'’]+?)\s*(?:€|\$|[A-Za-z]{3}(?![A-Za-z]))?\s*(?:(?:\/|par|per|pro|a|im|am)\s*([\p{L}]+)|([\p{L}]+))?$/u.exec(
      text,
    );
  const number = match === null ? null : decimalOf(match[1] ?? '');
  if (match === null || number === null) return null;
  const said = (match[2] ?? match[3])?.toLowerCase();
  if (said === undefined) return number;
  const period = PERIODS.find((one) => one === said || voice.say(`unit.${one}`).toLowerCase() === said);
  if (period === undefined) return null;
  return period === plain ? number : `${number} ${currency}/${period}`;
}

/** A number with a comma or a point, thousands apart by blanks; null when it is none. */
export function decimalOf(text: string): string | null {
  const bare = text.replace(/[\s'’]/gu, '').replace(',', '.');
  if (!/^\d{1,12}(?:\.\d{1,6})?$/.test(bare)) return null;
  return bare.replace(/^0+(?=\d)/, '');
}

/** An answer to a fact as the file writes it; null when it does not fit. */
export function factAnswer(voice: Voice, fact: Fact, text: string): string | null {
  if (fact.type === 'yes-no' || fact.type === 'one-of') return wordOf(voice, fact, text);
  if (fact.type === 'date' || fact.type === 'month') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
  if (fact.type === 'share') {
    const percent = decimalOf(text.replace('%', ''));
    return percent === null ? null : `${percent}%`;
  }
  if (fact.type !== 'amount') return decimalOf(text);
  const amount = amountOf(voice, text, null);
  if (amount === null) return null;
  return !amount.includes(' ') || amount.endsWith(` ${fact.unit ?? ''}`) ? amount : null;
}

function wordOf(voice: Voice, fact: Fact, text: string): string | null {
  if (fact.type === 'yes-no') {
    const low = text.toLowerCase();
    for (const id of ['yes', 'no'] as const) {
      const word = voice.say(`value.${id}`);
      if (low === id || low === word || low === word.slice(0, 1)) return id;
    }
  }
  return chosen(choicesOf(voice, fact), text)?.id ?? null;
}
