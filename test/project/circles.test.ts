import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms whose files may name one another, and why: what they speak of is defined by itself. */
const KNOTS: Readonly<Record<string, string>> = {
  'src/model': 'a condition compares with a formula, a formula has cases, a case has a condition',
  'src/compiled/machine': 'the exact value of a slot is read from a batch, whose columns are those of slots',
  'src/compiled/formulas': 'the same of conditions and formulas that are compiled',
  'src/compiled/trace': 'an entry is told in a reading, which remembers what was told of entries',
  'src/compiled/questions': 'what a name hangs on is a formula, what a formula hangs on are names',
  'src/language/checks/domains': 'the same of the values a formula may have and what a condition leaves of them',
  'src/dialogue/possible': 'the same of what each name may still be worth',
  'src/reference': 'the witness reads a name by computing what it names, which reads names',
  'src/reference/trace': 'a node names nodes',
};

/** What each file of `src` imports of `src`, types included. */
function importsOf(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path))
    .filter((path) => path.endsWith('.ts'));
  const named = (path: string): string[] =>
    [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s[^;]*?from '(\.[^']*)\.js';$/gm)].map(([, to]) =>
      normalize(join(dirname(path), `${to}.ts`)),
    );
  return new Map(files.map((path) => [path, named(path)]));
}

/** Files that can be reached from one another, each circle once, sorted (Tarjan's components). */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const place = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    let low = place.size;
    const own = low;
    place.set(file, own);
    open.push(file);
    for (const to of imports.get(file) ?? []) {
      if (!place.has(to)) low = Math.min(low, visit(to));
      else if (open.includes(to)) low = Math.min(low, place.get(to)!);
    }
    if (low !== own) return low;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort());
    return low;
  };
  for (const file of imports.keys()) if (!place.has(file)) visit(file);
  return circles;
}

/** The narrowest room that holds all files. */
function roomOf(files: readonly string[]): string {
  const folders = files.map((file) => dirname(file).split('/'));
  const [first = []] = folders;
  const shared = first.findIndex((name, i) => folders.some((folder) => folder[i] !== name));
  return first.slice(0, shared < 0 ? first.length : shared).join('/');
}

test('circles are found where files name one another', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', ['e']],
    ['e', []],
  ]);
  expect(circlesIn(imports)).toEqual([['a', 'b', 'c']]);
  expect(roomOf(['src/model/a.ts', 'src/model/b.ts'])).toBe('src/model');
  expect(roomOf(['src/reference/lines/a.ts', 'src/reference/values/b.ts'])).toBe('src/reference');
});

test('imports run downwards: files name one another in few rooms, where what they speak of is defined by itself', () => {
  const imports = importsOf();
  expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
  const rooms = circlesIn(imports).map((circle) => [roomOf(circle), circle] as const);
  expect(rooms.filter(([room]) => !(room in KNOTS))).toEqual([]);
  expect([...new Set(rooms.map(([room]) => room))].sort()).toEqual(Object.keys(KNOTS).sort());
});
