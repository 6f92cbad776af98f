import type { CasesNode, LineNode, TraceStep } from '../../../model/trace.js';
import { type WordKey, WORDS } from '../../language.js';
import { isoDate } from '../../words/dates.js';
import { nameWords, splitAt, valueWords } from '../../words/names.js';
import { reasonOf } from '../../words/reason.js';
import type { Voice } from '../../words/voice.js';
import type { Derivation } from '../argument.js';
import type { Named } from '../named.js';
import type { Reading } from '../reasons/reason-shape.js';
import { itemLine } from './items.js';
import { MARKS, readingWords } from './reading-line.js';
import { personValues, type Telling } from './telling.js';

/** Lines under a node's head: its steps, its tests, its row, who said it. */
export function detailLines(telling: Telling, one: Derivation): string[] {
  const { voice } = telling;
  const { node } = one;
  const open = 'open' in node ? [voice.say('why.open')] : [];
  switch (node.kind) {
    case 'line':
      return [...lineDetail(telling, node, one), ...open];
    case 'aid':
      return node.steps.map((step) => stepLine(telling, step));
    case 'condition':
    case 'lever':
      return one.tests.map((test) => testLine(telling, test));
    case 'cases':
      return [...casesDetail(telling, node, one), ...open];
    case 'table': {
      const rows = node.row === null ? [] : typeof node.row === 'number' ? [node.row] : node.row;
      if (rows.length === 0 || telling.audience === 'family') return open;
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

function casesDetail(telling: Telling, node: CasesNode, { name, person, tests }: Derivation): string[] {
  const { voice } = telling;
  if (node.case === null) return [voice.say('truth.undecided')];
  const held = node.cases[node.case];
  const head = held === undefined ? voice.say('why.otherwise') : voice.say('why.case', { number: node.case + 1 });
  const because = voice.words(name, 'because', `value/${node.case}`, personValues(telling, person));
  return [
    because === null ? head : voice.say('pair', { left: head, right: voice.say('why.because', { text: because }) }),
    ...tests.map((test) => testLine(telling, test)),
  ];
}

function lineDetail(telling: Telling, node: LineNode, { items, name }: Derivation): string[] {
  const out: string[] = [];
  for (const step of node.steps) {
    out.push(stepLine(telling, step));
    if (step.step === 'items') out.push(...items.map((item) => `  · ${itemLine(telling, name, item)}`));
  }
  if (node.reference !== undefined)
    out.push(telling.voice.say('why.reference', { value: telling.voice.money(node.reference) }));
  return out;
}

export function stepLine(
  telling: Telling,
  { step, by, value, in: inputs }: { step: string; by?: string; value: string; in?: TraceStep['in'] },
): string {
  const { voice } = telling;
  const key = `step.${step}`;
  const words = key in WORDS.en ? voice.say(key as WordKey) : step;
  const factor = by === undefined ? '' : ` ${sign(step)}${voice.number(by, 6)}`;
  const because = (inputs ?? [])
    .filter((id) => id.startsWith('when/'))
    .map((id) => reasonOf(voice, id.slice('when/'.length), personValues(telling, splitAt(id).person)))
    .filter((text) => text !== null);
  const reason = because.length === 0 ? '' : ` (${voice.row(because.map((text) => text.replace(/\.$/, '')))})`;
  return `→ ${voice.say('pair', { left: words + factor + reason, right: voice.money(value) })}`;
}

function sign(step: string): string {
  if (step === 'scale' || step === 'presence' || step === 'index' || step === 'months' || step === 'pays') return '× ';
  return step === 'increase' ? '+ ' : '';
}

/** `✓ Age: 34 years (needed: at least 18 years)`; a researcher reads what is needed as the files write it: `18..`. */
function testLine({ voice, audience }: Telling, reading: Reading): string {
  if (audience !== 'researcher') return `${MARKS[reading.holds]} ${readingWords(voice, reading)}`;
  const { name, person, value, written, holds } = reading;
  const label = nameWords(voice, person === null ? name : `${name}@${person}`);
  const key = /\?(?: \([^)]*\))?$/.test(label) ? 'test.question' : 'test.line';
  const values = { name: label, value: valueWords(voice, name, value), test: testWords(voice, name, written) };
  return `${MARKS[holds]} ${voice.say(key, values)}`;
}

const SIGNS: Readonly<Record<string, string>> = { from: '≥', to: '≤', above: '>', below: '<', not: '≠' };

/** `above 0` as `> 0`, `not [a, b]` as `≠ [a, b]`; words of the fact's list and names of the pack by their labels. */
function testWords(voice: Voice, name: string, written: string): string {
  return written.replace(/[a-z][a-z0-9]*(?:[-.][a-z0-9]+)*/g, (word) => {
    const sign = SIGNS[word];
    if (sign !== undefined) return sign;
    return word.includes('.') ? (voice.words(word, 'label') ?? word) : valueWords(voice, name, word);
  });
}

/** Source and status in a few words: none for a family, the date for a researcher; null where a number rests on nothing. */
export function sourceWords({ voice, audience }: Telling, { source, status }: Named): string | null {
  if (audience === 'family') return null;
  const words = status === null ? null : voice.say(`status.${status}`);
  const seen = source?.seen ?? null;
  const parts = [
    source?.title ?? null,
    ...(audience === 'researcher'
      ? [source?.publisher ?? null, seen === null ? null : isoDate(voice.language, seen)]
      : []),
    words,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/** Source, date and status; who set a value by hand; where it is written, for a researcher. */
export function originLines(telling: Telling, one: Derivation): string[] {
  const { voice, audience } = telling;
  const out: string[] = [];
  const { source, override, place, status } = one;
  if (override !== null) {
    const { by, reason } = override;
    out.push(audience === 'family' ? voice.say('reason.by-hand') : voice.say('why.worker', { by, reason }));
    if (override.computed !== null) out.push(voice.say('why.computed-before', { value: override.computed }));
  }
  if (audience === 'family') return out;
  const words = sourceWords(telling, one);
  if (words !== null) {
    const note = status === 'assumption' && source === null ? voice.words(one.name, 'note') : null;
    if (source !== null) out.push(voice.say('why.source', { source: words }));
    else out.push(note === null ? words : voice.say('pair', { left: words, right: note }));
  }
  if (place !== null && audience === 'researcher')
    out.push(voice.say('why.place', { place: `${place.file}:${place.line}` }));
  return out;
}
