import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/language/load.js';
import { inRange } from '../../src/language/reading/semver.js';
import { FACTS, foundIn, linkedOf, modelOf, tinyFiles, tryLink } from './tiny-pack.js';

const STUDY = 'overlay: { id: study, version: 0.1.0, on: x ^1.0 }\n';
const BASE = `source: s
parameters: { p: { unit: factor, values: { 2024-01: 2, 2025-01: 3 } }, q: { unit: factor, values: 4 } }
needs: { food.a: { for: household, pays: living, index: none, items: { x: { price: 5, quantity: 1, per: year }, y: { price: 6, quantity: 1, per: year } } } }
`;

function study(text: string): { file: string; text: string }[] {
  return [{ file: 'rules/study/a.yaml', text: `${STUDY}${text}` }];
}

describe('the files of a pack', () => {
  it('tell unknown sections, keys and empty things with the nearest right word', () => {
    expect(
      foundIn(
        'need: { food.a: { for: household } }\nsource: s\nderive: {}\nbills: { b: { for: household, replaces: [] } }\nnotices: { n: }\n',
      ),
    ).toEqual(['unknown-section 1:1', 'empty 3:9', 'empty 4:41', 'empty 5:12']);
  });

  it.each([['Food.a'], ['food_a'], ['gap'], ['line.x'], ['yes'], ['food..a'], ['person.x']])(
    'refuse %s as an id of a parameter',
    (id) => {
      expect(foundIn(`parameters: { ${id}: { unit: factor, values: 2 } }\nsource: s\n`)).toEqual(['bad-id 1:15']);
    },
  );

  it('load to nothing but a finding when there is no pack, or which is open', () => {
    expect(loadPack([])).toMatchObject({ ok: false, errors: [{ code: 'no-pack' }] });
    expect(loadPack(tinyFiles('source: s\n'), { pack: 'y' })).toMatchObject({
      ok: false,
      errors: [{ code: 'no-pack' }],
    });
    const two = [...tinyFiles('source: s\n'), { file: 'rules/y/a.yaml', text: 'source: s\n' }];
    expect(loadPack(two)).toMatchObject({ ok: false, errors: [{ code: 'no-pack' }] });
  });

  it('tell every mistake at once, in order of place', () => {
    const found = foundIn(
      'parameters: { p: { unit: factor, values: x } }\nderive: { household.a: { value: 1+1 } }\nbills: { b: { fr: household } }\nsource: s\n',
    );
    expect(found).toEqual(['not-a-number 1:42', 'formula-syntax 2:34', 'missing-key 3:10', 'unknown-key 3:15']);
  });
});

describe('an overlay', () => {
  it('replaces keys, adds and takes away entries, and touches nothing it lies on', () => {
    const text = `status: press
change:
  p: { values: { 2025-01: none, 2025-06: 9 } }
  food.a: { pays: fixed, items: { x: none, z: { price: 7, quantity: 1, per: year } } }
remove: [q]
parameters: { r: { unit: factor, values: 8 } }
`;
    const before = modelOf(BASE);
    const model = modelOf(BASE, study(text), 'study');
    expect(model.parameters.map(({ id, values }) => [id, values.map(({ value }) => value.value)])).toEqual([
      ['p', ['2', '9']],
      ['r', ['8']],
    ]);
    expect(model.parameters[0]?.values.map(({ value }) => value.from)).toEqual([
      { status: 'published', source: 's' },
      { status: 'press', source: 's' },
    ]);
    expect(model.needs[0]).toMatchObject({ pays: 'fixed', items: [{ id: 'y' }, { id: 'z' }] });
    expect(model.pack).toMatchObject({ id: 'x', overlays: ['study 0.1.0'] });
    expect(modelOf(BASE, study(text), 'x')).toEqual(before);
  });

  it.each([
    ['change: { pp: { values: 3 } }\n', 'unknown-name'],
    ['change: { p: { vals: none } }\n', 'unknown-key'],
    ['parameters: { p: { unit: factor, values: 3, source: s } }\n', 'already-defined'],
    ['remove: [nothing]\n', 'unknown-name'],
  ])('refuses %s', (text, code) => {
    expect(tryLink(BASE, study(text), 'study').findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('is shown where it changes a definition, if the definition is wrong since then', () => {
    const { findings } = tryLink(BASE, study('change:\n  food.a: { amount: 3 EUR/month }\n'), 'study');
    expect(findings.map(({ code, places }) => [code, places[0]?.file, places[0]?.line])).toEqual([
      ['exactly-one', 'rules/study/a.yaml', 3],
    ]);
  });

  it('refuses a pack of another version, and removing what is still read', () => {
    const other = [{ file: 'rules/study/a.yaml', text: 'overlay: { id: study, on: x ^2.0 }\n' }];
    expect(tryLink(BASE, other, 'study').findings.map(({ code }) => code)).toEqual(['overlay-version']);
    const reads = `${BASE}derive: { household.d: { value: q * 2 } }\n`;
    expect(tryLink(reads, study('remove: [q]\n'), 'study').findings.map(({ code }) => code)).toEqual(['unknown-name']);
  });

  it.each([
    ['1.2.0', '^1.0', true],
    ['2.0.0', '^1.0', false],
    ['0.2.0', '^0.1', false],
    ['1.2.9', '~1.2', true],
    ['1.3.0', '~1.2', false],
    ['1.2.0', '1.2', true],
    ['1.2.0', '>=1.0 <1.2', false],
    ['1.2.0', 'latest', null],
  ])('knows whether %s lies in %s', (version, range, fits) => {
    expect(inRange(version, range)).toBe(fits);
  });
});

describe('texts', () => {
  const fr = (texts: string): { file: string; text: string }[] => [
    { file: 'rules/x/texts/fr.yaml', text: `texts:\n${texts}` },
  ];
  const yaml = `source: s
facts: { person.sex: { type: one-of, values: [female, male], assume: female, ask: Sex? } }
derive: { household.d: { value: [{ when: { month: 2024-01 }, is: 3, because: First. }, { when: { month: 2024-02 }, is: 4 }, { otherwise: 5, because: Last. }] } }
policies: { town: { label: Town, adjustments: { cap: { for: household, on: [food.a], at-most: 5, because: X } } } }
needs: { food.a: { label: A, for: household, pays: living, index: none, items: { x: { label: Ex, price: 5, quantity: 1, per: year } } } }
`;

  it('are translated by id, also inside items, cases, words and adjustments of a policy', () => {
    const { texts } = linkedOf(
      yaml,
      fr(`  person.sex: { ask: Sexe ?, values: { female: femme, male: homme } }
  household.d: { because: [Premier., Dernier.] }
  town: { label: Ville, adjustments: { cap: { because: Y } } }
  food.a: { label: Un, draft: yes, items: { x: { label: Ix } } }
`),
    );
    expect(texts.fr).toEqual({
      'person.sex': {
        ask: 'Sexe ?',
        parts: { 'values/female': { label: 'femme' }, 'values/male': { label: 'homme' } },
      },
      'household.d': { parts: { 'value/0': { because: 'Premier.' }, 'value/2': { because: 'Dernier.' } } },
      town: { label: 'Ville' },
      'town/cap': { because: 'Y' },
      'food.a': { label: 'Un', draft: true, parts: { 'items/x': { label: 'Ix' } } },
    });
    expect(texts.en?.['household.d']).toEqual({
      parts: { 'value/0': { because: 'First.' }, 'value/2': { because: 'Last.' } },
    });
  });

  it.each([
    ['  food.b: { label: Un }\n', 'unknown-name'],
    ['  food.a: { lable: Un }\n', 'unknown-key'],
    ['  household.d: { because: [Premier.] }\n', 'because-count'],
  ])('refuse %s', (texts, code) => {
    expect(tryLink(yaml, fr(texts)).findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('stand in a file named as a language of the pack, once in each language', () => {
    const german = [{ file: 'rules/x/texts/de.yaml', text: 'texts: { food.a: { label: Eins } }\n' }];
    expect(tryLink(yaml, german).findings.map(({ code }) => code)).toEqual(['unknown-language']);
    const first = [{ file: 'rules/x/texts/en.yaml', text: 'texts: { food.a: { label: Again } }\n' }];
    expect(tryLink(yaml, first).findings.map(({ code }) => code)).toEqual(['text-twice']);
    expect(foundIn('texts: { food.a: { label: Un } }\n')).toEqual(['texts-place 1:1']);
  });
});

describe('scenarios and families', () => {
  it('keep households as plain data and expectations as written', () => {
    const { scenarios, families } = linkedOf(`${BASE}scenarios:
  one:
    month: 2024-05
    parameters: { p: 1.80 }
    household: { persons: [{ id: a, age: 40, role: head }], incomes: [] }
    expect: { need.month: 12.50 ± 0.5, open: [], line.food.a: 3 }
    vary: { by: [month, persons.a.age, need.month], rows: [[2024-06, 41, 13]] }
  two: { values: [[2013-09, round(p * 2; 0.01), 4]] }
families: { f: { label: F, household: { persons: [{ role: head, age: 35 }] } } }
`);
    expect(scenarios[0]).toMatchObject({
      month: 24292,
      parameters: [{ id: 'p', value: '1.80' }],
      household: { persons: [{ id: 'a', age: 40, role: 'head' }], incomes: [] },
      expect: [
        { key: 'need.month', value: '12.50', tolerance: '0.5' },
        { key: 'open', value: [] },
        { key: 'line.food.a', value: '3' },
      ],
      vary: [
        {
          set: [
            { path: 'month', value: '2024-06' },
            { path: 'persons.a.age', value: 41 },
          ],
          expect: [{ key: 'need.month', value: '13' }],
        },
      ],
    });
    expect(scenarios[1]?.values[0]).toMatchObject({
      month: 24164,
      value: { kind: 'round', step: '0.01' },
      expected: { value: '4' },
    });
    expect(families[0]?.household).toEqual({ persons: [{ role: 'head', age: 35 }] });
  });

  it.each([
    ['{ expect: { need.month: 3 } }', 'missing-key'],
    ['{ household: { persons: [] } }', 'missing-key'],
    ['{ household: { persons: [] }, policy: town, expect: { need.month: 3 } }', 'unknown-name'],
    ['{ household: { persons: [] }, parameters: { pp: 3 }, expect: { need.month: 3 } }', 'unknown-name'],
    [
      '{ household: { persons: [] }, known-difference: 3, note: n, expect: { need.month: 3, need.year: 4 } }',
      'known-difference',
    ],
    ['{ household: { persons: [] }, vary: { by: [month, need.month], rows: [[2024-01]] } }', 'row-length'],
    ['{ household: { persons: [] }, vary: { by: [month, persons.a.age], rows: [[2024-01, 3]] } }', 'missing-key'],
    ['{ values: [[2013-09, p]] }', 'wrong-value'],
  ])('refuse %s', (body, code) => {
    expect(foundIn(`scenarios: { s1: ${body} }\n${BASE}`).map((line) => line.split(' ')[0])).toEqual([code]);
  });
});

describe('a row of vary', () => {
  it('sets what is asked and expects what follows from it', () => {
    const { scenarios } = linkedOf(`${FACTS}derive: { household.many: { value: household.pets * 2 } }
scenarios:
  one:
    household: { persons: [] }
    vary:
      by: [household.pets, dwelling.share, incomes.0.amount, household.many, dwelling.persons, person.ill@a]
      rows: [[1, 50%, 20, 2, 3, no]]
`);
    const [row] = scenarios[0]?.vary ?? [];
    expect(row?.set.map(({ path }) => path)).toEqual(['household.pets', 'dwelling.share', 'incomes.0.amount']);
    expect(row?.expect.map(({ key }) => key)).toEqual(['household.many', 'dwelling.persons', 'person.ill@a']);
  });
});

describe('the texts of a basket', () => {
  it('stand with the translations, in the first language too', () => {
    const first = { file: 'rules/x/texts/en.yaml', text: 'texts: { food: { label: Food } }\n' };
    const other = { file: 'rules/x/texts/fr.yaml', text: 'texts: { food: { label: Aliments } }\n' };
    const { texts } = linkedOf(BASE, [first, other]);
    expect([texts.en?.food, texts.fr?.food]).toEqual([{ label: 'Food' }, { label: 'Aliments' }]);
  });

  it('need an id that no definition has', () => {
    expect(foundIn('bills: { food: { for: household, assume: 1 } }\n')).toEqual(['duplicate-id 1:10']);
  });
});

describe('draft: yes at the top of a file of texts', () => {
  it('makes each of its texts a draft', () => {
    const other = { file: 'rules/x/texts/fr.yaml', text: 'draft: yes\ntexts: { food: { label: Aliments } }\n' };
    expect(linkedOf(BASE, [other]).texts.fr?.food).toEqual({ label: 'Aliments', draft: true });
  });

  it('is yes, and goes with texts', () => {
    const wrong = { file: 'rules/x/texts/fr.yaml', text: 'draft: no\ntexts: { food: { label: Aliments } }\n' };
    expect(tryLink(BASE, [wrong]).findings.map(({ code }) => code)).toEqual(['wrong-value']);
    expect(foundIn('draft: yes\n')).toEqual(['wrong-value 1:1']);
  });
});
