import type { Dice } from '../fixtures/dice.js';

/** A text with one change nobody meant; `words`: what may stand in place of another word. */
export function mutated(text: string, dice: Dice, words: readonly string[]): string {
  const mutate = dice.pick(MUTATIONS);
  return mutate(text, dice, words);
}

/** What may stand where something else stood: words of the language, of other languages, of no language. */
const ODD = [
  '',
  '~',
  'null',
  'true',
  'no',
  'none',
  'any',
  'unknown',
  'otherwise',
  '0',
  '-1',
  '1e5',
  '0x1F',
  '.5',
  '5.',
  '..',
  '..3',
  '9..3',
  '0..<10',
  '10%',
  '3 EUR',
  '3 EUR/year',
  '2 years',
  '2024-13',
  '2024-02',
  '2024-02..2023-01',
  '[]',
  '{}',
  '[a, b]',
  '[[1, 2], 3]',
  '{ a: 1 }',
  '{ is: 1 }',
  '{ when: { person.age: 3.. } }',
  'a + b',
  '1 / 0',
  '0 - 1',
  'x y',
  'person',
  'person.age',
  'household.x',
  'need',
  'total.x',
  'bill.x',
  'at(2024-01; 3)',
  'round(1; 0)',
  'min(1)',
  '()',
  '"',
  "'",
  '*a',
  '&a b',
  '!!int 3',
  '!x',
  '__proto__',
  'constructor',
  'toString',
  'é',
  '\u{1f600}',
  '999999999999999999999999',
  '1000000000001',
  '"\\u0000"',
  '- a',
  'a: b',
  '|',
  '>',
  '# x',
  '%',
  '@',
  '`',
];
const MARKS = [
  '\t',
  '\u0000',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '#',
  ' #',
  '&',
  '*',
  '!',
  '-',
  '- ',
  '|',
  '>',
  '?',
  '? ',
  '\n',
  '\n\n',
  '  ',
  '%',
  '@',
  '---\n',
  '...\n',
  '\r',
  '\\',
  '\ud800',
];

type Mutation = (text: string, dice: Dice, words: readonly string[]) => string;

const WORD = /[\w.%-]+/g;

const MUTATIONS: readonly Mutation[] = [
  (text, dice) => lines(text, dice, () => []),
  (text, dice) => lines(text, dice, (line) => [line, line]),
  (text, dice) => lines(text, dice, (line) => [` ${line}`]),
  (text, dice) => lines(text, dice, (line) => [line.replace(/^ {1,2}/, '')]),
  (text, dice) => lines(text, dice, (line) => [line.replace(/:.*$/, ':')]),
  (text, dice) => lines(text, dice, (line) => [line.replace(/: .*$/, `: ${dice.pick(ODD)}`)]),
  (text, dice) => lines(text, dice, (line) => [line.slice(0, dice.below(line.length + 1))]),
  (text, dice) => block(text, dice, () => []),
  (text, dice) => block(text, dice, (part) => [...part, ...part]),
  (text, dice) => block(text, dice, ([head = '']) => [head]),
  (text, dice) =>
    block(text, dice, ([head = '', ...rest]) => [head.replace(/[\w.-]+(?=:)/, (key) => `${key}x`), ...rest]),
  (text, dice) => block(text, dice, ([, ...rest]) => rest),
  (text, dice, words) => word(text, dice, () => dice.pick(words)),
  (text, dice, words) => word(text, dice, () => dice.pick(words)),
  (text, dice) => word(text, dice, () => dice.pick(ODD)),
  (text, dice) => word(text, dice, () => dice.pick(ODD)),
  (text, dice) => word(text, dice, () => ''),
  (text, dice) => word(text, dice, (one) => one.slice(0, -1)),
  (text, dice) => word(text, dice, (one) => `${one} ${one}`),
  (text, dice) => inserted(text, dice),
];

function inserted(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  return text.slice(0, at) + dice.pick(MARKS) + text.slice(at);
}

function word(text: string, dice: Dice, change: (word: string) => string): string {
  const all = [...text.matchAll(WORD)];
  if (all.length === 0) return text;
  const { index, 0: found } = dice.pick(all);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function lines(text: string, dice: Dice, change: (line: string) => readonly string[]): string {
  const all = text.split('\n');
  const at = dice.below(all.length);
  return [...all.slice(0, at), ...change(all[at]!), ...all.slice(at + 1)].join('\n');
}

/** A line and what is indented below it. */
function block(text: string, dice: Dice, change: (part: readonly string[]) => readonly string[]): string {
  const all = text.split('\n');
  const from = dice.below(all.length);
  const depth = (line: string): number => line.search(/\S|$/);
  let to = from + 1;
  while (to < all.length && depth(all[to]!) > depth(all[from]!)) to++;
  return [...all.slice(0, from), ...change(all.slice(from, to)), ...all.slice(to)].join('\n');
}
