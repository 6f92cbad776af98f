import type { LineItem } from '../../model/evaluation.js';
import type { CasesNode, LineNode, TraceStep, TraceTest } from '../../model/trace.js';
import type { Derivation } from './argument.js';
import { WORDS, type WordKey } from '../language.js';
import { nameWords, valueWords } from '../words/names.js';
import { reasonOf } from '../words/reason.js';
import type { Voice } from '../words/voice.js';

/** Lines under a node's head: its steps, its tests, its row, who said it. */
export function detailLines(voice: Voice, one: Derivation): string[] {
  const { node } = one;
  const open = 'open' in node ? [voice.say('why.open')] : [];
  switch (node.kind) {
    case 'line':
      return [...lineDetail(voice, node, one.items), ...open];
    case 'aid':
      return node.steps.map((step) => stepLine(voice, step));
    case 'condition':
    case 'lever':
      return node.tests.map((test) => testLine(voice, test, one.person));
    case 'cases':
      return [...casesDetail(voice, node, one), ...open];
    case 'table': {
      const rows = node.row === null ? [] : typeof node.row === 'number' ? [node.row] : node.row;
      if (rows.length === 0) return open;
      const text = rows.map((row) => row + 1).join(', ');
      return [voice.say('why.row', { count: rows.length, rows: text }), ...open];
    }
    case 'fact':
    case 'bill':
      return [voice.say(`origin.${node.origin}`)];
    default:
      return open;
  }
}

function casesDetail(voice: Voice, node: CasesNode, { name, person }: Derivation): string[] {
  if (node.case === null) return [voice.say('truth.undecided')];
  const held = node.cases[node.case];
  const head = held === undefined ? voice.say('why.otherwise') : voice.say('why.case', { number: node.case + 1 });
  const because = voice.words(name, 'because', `value/${node.case}`, person === null ? {} : { person });
  return [
    because === null ? head : voice.say('pair', { left: head, right: voice.say('why.because', { text: because }) }),
    ...(held?.tests ?? []).map((test) => testLine(voice, test, person)),
  ];
}

function lineDetail(voice: Voice, node: LineNode, items: readonly LineItem[]): string[] {
  const out: string[] = [];
  for (const step of node.steps) {
    out.push(stepLine(voice, step));
    if (step.step === 'items') out.push(...items.map((item) => itemLine(voice, node.id, item)));
  }
  if (node.reference !== undefined) out.push(voice.say('why.reference', { value: voice.money(node.reference) }));
  return out;
}

function stepLine(
  voice: Voice,
  { step, by, value, in: inputs }: { step: string; by?: string; value: string; in?: TraceStep['in'] },
): string {
  const key = `step.${step}`;
  const words = key in WORDS.en ? voice.say(key as WordKey) : step;
  const factor = by === undefined ? '' : ` ${sign(step)}${voice.number(by, 6)}`;
  const because = (inputs ?? [])
    .filter((id) => id.startsWith('when/'))
    .map((id) => reasonOf(voice, id.slice('when/'.length)))
    .filter((text) => text !== null);
  const reason = because.length === 0 ? '' : ` (${because.map((text) => text.replace(/\.$/, '')).join('; ')})`;
  return `→ ${voice.say('pair', { left: words + factor + reason, right: voice.number(value, 6) })}`;
}

function sign(step: string): string {
  if (step === 'scale' || step === 'presence' || step === 'index' || step === 'months' || step === 'pays') return '× ';
  return step === 'increase' ? '+ ' : '';
}

function itemLine(voice: Voice, id: string, item: LineItem): string {
  const need = id.replace(/^line\//, '').replace(/@.*$/, '');
  const lasts = /^(\S+) (months?|a year)$/.exec(item.lasts);
  const count = Number(lasts?.[1] ?? 0);
  const key = lasts?.[2] === 'a year' ? 'lasts.year' : 'lasts.months';
  const values = {
    label: voice.words(need, 'label', `items/${item.id}`) ?? item.id,
    price: voice.number(item.price, 6),
    quantity: voice.number(item.quantity, 6),
    lasts: lasts === null ? item.lasts : voice.say(key, { count }),
    month: voice.number(item.month, 4),
  };
  return `  · ${voice.say('why.item', values)}`;
}

const MARKS = { yes: '✓', no: '✗', undecided: '?' } as const;

/** `✓ person.age: 34 years (asked: 18..)`. */
export function testLine(voice: Voice, test: TraceTest, person: string | null): string {
  const at = test.name.startsWith('person.') && person !== null ? `${test.name}@${person}` : test.name;
  const name = nameWords(voice, at);
  const key = /\?(?: \([^)]*\))?$/.test(name) ? 'test.question' : 'test.line';
  const values = { name, value: valueWords(voice, test.name, test.value), test: testWords(voice, test) };
  return `${MARKS[test.holds]} ${voice.say(key, values)}`;
}

const SIGNS: Readonly<Record<string, string>> = { from: '≥', to: '≤', above: '>', below: '<', not: '≠' };

/** `above 0` as `> 0`, `not [a, b]` as `≠ [a, b]`; words of the fact's list and names of the pack by their labels. */
function testWords(voice: Voice, { name, test }: TraceTest): string {
  return test.replace(/[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*/g, (word) => {
    const sign = SIGNS[word];
    if (sign !== undefined) return sign;
    return word.includes('.') ? (voice.words(word, 'label') ?? word) : valueWords(voice, name, word);
  });
}
