import { expect, test } from 'vitest';
import { assess } from '../../src/assessment/assess.js';
import { canonicalText } from '../../src/assessment/document.js';
import { redacted } from '../../src/assessment/redact.js';
import { belgium } from '../../src/packs/be.js';
import { verify } from '../../src/verify/verify.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');

const household = {
  month: '2026-06',
  persons: [
    { id: 'ann', role: 'head', age: 34, 'chronic-illness': 'yes' },
    { id: 'tom', role: 'child', age: 7, 'special-diet': 'yes' },
  ],
  dwelling: { region: 'wallonia', tenure: 'private-rent' },
  incomes: [{ of: 'ann', kind: 'wage', amount: 1450 }],
  overrides: [
    { line: 'food.daily@tom', amount: 180, reason: 'a bowel disease', by: 'J. Janssens' },
    { name: 'household.pets', is: 'yes', reason: 'dialysis', by: 'J. Janssens' },
    { name: 'person.disability@ann', is: 'yes', reason: 'a wheelchair', by: 'J. Janssens' },
  ],
  about: { case: 'Ann Peeters' },
} as const;

const whole = assess(belgium, household, { levers: 'none', trace: 'full' });
const document = redacted(whole, belgium.model);
const SENSITIVE = belgium.model.facts.filter((fact) => fact.sensitive).map(({ id }) => id);
const isSensitive = (name: string): boolean => SENSITIVE.includes(name.split('@')[0] ?? '');

test('a redacted document holds no sensitive fact, and no word that somebody wrote freely', () => {
  expect(document.input?.['redacted']).toEqual(['about', 'person.chronic-illness@ann', 'person.special-diet@tom']);
  const text = canonicalText(document);
  for (const word of ['bowel', 'dialysis', 'wheelchair', 'Janssens', 'Peeters']) expect(text).not.toContain(word);
  expect(document.input?.['persons']).toEqual([
    { id: 'ann', role: 'head', age: 34 },
    { id: 'tom', role: 'child', age: 7 },
  ]);
});

test('of what was changed by hand it keeps the amounts, unless the fact itself is sensitive', () => {
  expect(document.overrides.map(({ target, is, reason }) => [target, is, reason])).toEqual([
    ['food.daily@tom', '180.00', '…'],
    ['household.pets', 'yes', '…'],
  ]);
  expect(document.needs.lines.find(({ id }) => id === 'food.daily@tom')?.override?.reason).toBe('…');
  expect(document.input?.['overrides']).toEqual([
    { line: 'food.daily@tom', amount: '180', reason: '…', by: '…' },
    { name: 'household.pets', is: 'yes', reason: '…', by: '…' },
  ]);
});

test('of what was assumed it leaves out what is sensitive, and that alone', () => {
  expect(whole.assumptions.filter(({ name }) => isSensitive(name)).length).toBeGreaterThan(0);
  expect(document.assumptions).toEqual(whole.assumptions.filter(({ name }) => !isSensitive(name)));
  expect(document.assumptions.length).toBeGreaterThan(0);
});

test('no node of its trace shows the value of a sensitive fact', () => {
  const nodes = document.trace?.nodes ?? [];
  const shown = nodes.flatMap((node): readonly { readonly name: string; readonly value: string | null }[] => {
    if (node.kind === 'fact') return [{ name: node.id.slice('fact/'.length).split('@')[0] ?? '', value: node.value }];
    if (node.kind === 'cases') return node.cases.flatMap(({ tests }) => tests);
    return node.kind === 'condition' || node.kind === 'lever' ? node.tests : [];
  });
  const told = shown.filter(({ name }) => isSensitive(name));
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(({ value }) => value !== null)).toEqual([]);
});

test('a sensitive fact that the household said under its former name is left out, too', () => {
  const { model } = harbour;
  const facts = model.facts.map((fact) => (fact.id === 'person.aid-card' ? { ...fact, sensitive: true } : fact));
  const said = {
    month: '2024-06',
    persons: [{ id: 'ann', role: 'head', age: 34, 'discount-card': 'yes' }],
    dwelling: { quay: 'north' },
  } as const;
  const { input } = redacted(assess(harbour, said, { levers: 'none', trace: 'full' }), { ...model, facts });
  expect(input?.['redacted']).toEqual(['person.discount-card@ann']);
  expect(input?.['persons']).toEqual([{ id: 'ann', role: 'head', age: 34 }]);
});

test('a person who was given no id is named by place', () => {
  const persons = [
    { role: 'head', age: 34 },
    { role: 'child', age: 7, 'special-diet': 'yes' },
  ] as const;
  const others = [{ role: 'other', age: 60, 'chronic-illness': 'yes' }] as const;
  const made = assess(belgium, { ...household, persons, others, incomes: [], overrides: [] }, { levers: 'none' });
  expect(redacted(made, belgium.model).input?.['redacted']).toEqual([
    'about',
    'person.special-diet@p2',
    'person.chronic-illness@o1',
  ]);
});

test('it is verified together with the household', async () => {
  expect(await verify(document, belgium)).toMatchObject({ ok: false, failed: ['blocks'] });
  expect(await verify(document, belgium, { household })).toEqual({ ok: true, failed: [], findings: [] });
});
