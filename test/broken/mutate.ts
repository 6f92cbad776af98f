/** Damage of all kinds to a text, the same for the same seed. */
export function mutated(text: string, random: Random, words: readonly string[]): string {
  const mutate = random.one(MUTATIONS);
  return mutate(text, random, words);
}

/** Numbers that only look random. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
}

export function randomOf(seed: number): Random {
  let state = seed;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return { below, one: (list) => list[below(list.length)]! };
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

type Mutation = (text: string, random: Random, words: readonly string[]) => string;

const WORD = /[\w.%-]+/g;

const MUTATIONS: readonly Mutation[] = [
  (text, random) => lines(text, random, () => []),
  (text, random) => lines(text, random, (line) => [line, line]),
  (text, random) => lines(text, random, (line) => [` ${line}`]),
  (text, random) => lines(text, random, (line) => [line.replace(/^ {1,2}/, '')]),
  (text, random) => lines(text, random, (line) => [line.replace(/:.*$/, ':')]),
  (text, random) => lines(text, random, (line) => [line.replace(/: .*$/, `: ${random.one(ODD)}`)]),
  (text, random) => lines(text, random, (line) => [line.slice(0, random.below(line.length + 1))]),
  (text, random) => block(text, random, () => []),
  (text, random) => block(text, random, (part) => [...part, ...part]),
  (text, random) => block(text, random, ([head = '']) => [head]),
  (text, random) =>
    block(text, random, ([head = '', ...rest]) => [head.replace(/[\w.-]+(?=:)/, (key) => `${key}x`), ...rest]),
  (text, random) => block(text, random, ([, ...rest]) => rest),
  (text, random, words) => word(text, random, () => random.one(words)),
  (text, random, words) => word(text, random, () => random.one(words)),
  (text, random) => word(text, random, () => random.one(ODD)),
  (text, random) => word(text, random, () => random.one(ODD)),
  (text, random) => word(text, random, () => ''),
  (text, random) => word(text, random, (one) => one.slice(0, -1)),
  (text, random) => word(text, random, (one) => `${one} ${one}`),
  (text, random) => inserted(text, random),
];

function inserted(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.one(MARKS) + text.slice(at);
}

function word(text: string, random: Random, change: (word: string) => string): string {
  const all = [...text.matchAll(WORD)];
  if (all.length === 0) return text;
  const { index, 0: found } = random.one(all);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function lines(text: string, random: Random, change: (line: string) => readonly string[]): string {
  const all = text.split('\n');
  const at = random.below(all.length);
  return [...all.slice(0, at), ...change(all[at]!), ...all.slice(at + 1)].join('\n');
}

/** A line and what is indented below it. */
function block(text: string, random: Random, change: (part: readonly string[]) => readonly string[]): string {
  const all = text.split('\n');
  const from = random.below(all.length);
  const depth = (line: string): number => line.search(/\S|$/);
  let to = from + 1;
  while (to < all.length && depth(all[to]!) > depth(all[from]!)) to++;
  return [...all.slice(0, from), ...change(all.slice(from, to)), ...all.slice(to)].join('\n');
}
