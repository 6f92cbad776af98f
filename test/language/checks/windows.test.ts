import { expect, it } from 'vitest';
import { createDomains } from '../../../src/language/checks/domains/domain.js';
import { windowed, windowsOf } from '../../../src/language/checks/windows.js';
import { factOf } from '../../../src/model/facts.js';
import type { Model } from '../../../src/model/model.js';
import type { Valid } from '../../../src/model/value.js';

const ALWAYS: Valid = { from: null, to: null };

/** A pack of the months 100 to 111, whose facts and derived facts hold in some of them. */
const packOf = (facts: readonly Valid[], derived: readonly Valid[] = []): Model =>
  ({
    pack: { covers: [100, 111] },
    facts: facts.map((valid, i) => factOf({ id: `dwelling.f${i}`, type: 'yes-no', scope: 'household', valid })),
    derived: derived.map((valid) => ({ valid })),
    parameters: [],
    series: [],
    tables: [],
    needs: [],
  }) as unknown as Model;

it.each([
  ['all months where nothing begins or ends', packOf([ALWAYS]), ALWAYS, null, null, [[100, 111]]],
  ['an edition ends where the next begins', packOf([ALWAYS]), ALWAYS, 100, 106, [[100, 105]]],
  ['a table that is there for some months', packOf([ALWAYS]), { from: 103, to: 105 }, null, null, [[103, 105]]],
  ['an edition that begins after its table', packOf([ALWAYS]), { from: 103, to: null }, 105, null, [[105, 111]]],
  ['an edition older than the pack', packOf([ALWAYS]), ALWAYS, 90, null, [[100, 111]]],
  [
    'a fact that begins',
    packOf([{ from: 104, to: null }]),
    ALWAYS,
    null,
    null,
    [
      [100, 103],
      [104, 111],
    ],
  ],
  [
    'one that ends',
    packOf([{ from: null, to: 104 }]),
    ALWAYS,
    null,
    null,
    [
      [100, 104],
      [105, 111],
    ],
  ],
  [
    'a derived fact that begins',
    packOf([], [{ from: 104, to: null }]),
    ALWAYS,
    null,
    null,
    [
      [100, 103],
      [104, 111],
    ],
  ],
  ['one that begins with the table', packOf([{ from: 100, to: null }]), ALWAYS, null, null, [[100, 111]]],
  [
    'one that begins in the last month',
    packOf([{ from: 111, to: null }]),
    ALWAYS,
    null,
    null,
    [
      [100, 110],
      [111, 111],
    ],
  ],
  ['one that begins later', packOf([{ from: 106, to: null }]), ALWAYS, null, 106, [[100, 105]]],
  ['one that ended before', packOf([{ from: null, to: 99 }]), ALWAYS, null, null, [[100, 111]]],
  [
    'one that ends in the first month',
    packOf([{ from: null, to: 100 }]),
    ALWAYS,
    null,
    null,
    [
      [100, 100],
      [101, 111],
    ],
  ],
  ['one that ends with the table', packOf([{ from: null, to: 111 }]), ALWAYS, null, null, [[100, 111]]],
  [
    'several',
    packOf([
      { from: 108, to: null },
      { from: null, to: 102 },
    ]),
    ALWAYS,
    null,
    null,
    [
      [100, 102],
      [103, 107],
      [108, 111],
    ],
  ],
] as const)('%s', (_, model, valid, from, next, windows) => {
  expect(windowsOf(model, valid, from, next)).toEqual(windows);
});

it('an edition that no month reads is held against everything', () => {
  expect(windowsOf(packOf([ALWAYS]), ALWAYS, 112, null)).toEqual([null]);
  expect(windowsOf(packOf([ALWAYS]), { from: null, to: 100 }, 100, null)).toEqual([[100, 100]]);
});

it('in a window there are the facts that hold in it', () => {
  const model = packOf([ALWAYS, { from: 104, to: null }, { from: null, to: 103 }]);
  const all = createDomains(model);
  const inWindow = windowed(model, all);
  const known = (window: Parameters<typeof inWindow>[0]): string[] =>
    ['f0', 'f1', 'f2'].filter((id) => {
      const domain = inWindow(window).of({ of: 'fact', id: `dwelling.${id}` });
      return JSON.stringify(domain) !== JSON.stringify(inWindow(window).of({ of: 'fact', id: 'dwelling.nobody' }));
    });
  expect(known([100, 103])).toEqual(['f0', 'f2']);
  expect(known([104, 111])).toEqual(['f0', 'f1']);
  expect(known([103, 104])).toEqual(['f0', 'f1', 'f2']);
  expect(inWindow(null)).toBe(all);
  expect(inWindow([100, 103])).toBe(inWindow([100, 103]));
  expect(windowed(packOf([ALWAYS]), all)([100, 103])).toBe(all);
});
