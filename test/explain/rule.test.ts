import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assess } from '../../src/assessment/assess.js';
import { LANGUAGES, toText, why } from '../../src/explain/index.js';
import { tiny } from '../reference/tiny.js';
import { belgium, type BelgianHousehold } from '../../src/packs/be.js';

const household = parse(readFileSync('examples/cases/04-fatima-and-karim.yaml', 'utf8')) as BelgianHousehold;

/** With a wage of karim in place of what he has. */
function aidOf(policy: string, wage?: number) {
  const incomes =
    wage === undefined
      ? household.incomes
      : household.incomes?.map((one) => (one.kind === 'wage' ? { ...one, amount: wage } : one));
  const assessment = assess(belgium, { ...household, incomes } as BelgianHousehold, { policy, trace: 'full' });
  const argument = why(belgium, assessment, 'aid');
  const reason = argument.roots[0]!.reasons.find((one) => one.kind === 'rule');
  return { assessment, argument, rule: reason!.of };
}

describe('how a policy arrives at what it pays', () => {
  test('names both amounts of a formula that pays the smaller one, and marks the one that counts', () => {
    const { assessment, rule } = aidOf('example-town');
    if (rule.pays.kind !== 'min') throw new Error('the example pays the smaller of two amounts');
    expect(rule.pays.counts).toEqual([0]);
    expect(Number(rule.pays.of[0]!.value).toFixed(2)).toBe(assessment.aid!.pays);
  });

  test('marks the cap where the gap is so large that the cap counts', () => {
    const { assessment, argument, rule } = aidOf('example-town', 300);
    if (rule.pays.kind !== 'min') throw new Error('the example pays the smaller of two amounts');
    expect(rule.pays.counts).toEqual([1]);
    // exact in the rule, rounded half up in what is paid
    expect(Math.abs(Number(rule.pays.of[1]!.value) - Number(assessment.aid!.pays))).toBeLessThanOrEqual(0.005);
    const text = toText(argument, belgium, { lang: 'en' }).replace(/\s+/g, ' ');
    expect(text).toMatch(
      /50% of “Living wage of this kind of household” \(€[\d,.]+ a month\): €[\d,.]+ – this one counts/,
    );
    expect(text).toContain('Less than €20.00 is not paid. · For 6 months.'.replace(' ·', ''));
  });

  test('says that a small aid is below the minimum', () => {
    const { assessment, argument } = aidOf('example-town', 2785);
    expect(assessment.aid!.pays).toBe('0.00');
    expect(Number(assessment.aid!.gap)).toBeGreaterThan(0);
    expect(toText(argument, belgium, { lang: 'en' })).toContain('below the minimum of 20: €0.00');
  });

  test.each(LANGUAGES)('is told without the names of the files in %s', (lang) => {
    for (const policy of [
      'example-town',
      'example-full-gap',
      'example-no-aid',
      'example-rent-ceiling',
      'example-work-incentive',
    ]) {
      const text = toText(aidOf(policy).argument, belgium, { lang, audience: 'family' });
      expect(text).not.toMatch(/household\.|rule\.|\bgap \*|“work”|« work »|„work“/);
      expect(text.split('\n').length).toBeGreaterThan(5);
    }
  });
});

test('a rounded amount is compared as rounded', () => {
  const pack = tiny(`
needs: { food.a: { for: person, pays: living, amount: 83 EUR/month, label: Food } }
policies: { town: { label: Town, aid: { pays: "min(round(gap; 10); 82)" } } }
`);
  const said = { month: '2024-07', persons: [{ id: 'a', role: 'head', age: 40 }], incomes: [] } as const;
  const argument = why(pack, assess(pack, said, { policy: 'town', trace: 'full' }), 'aid');
  const rule = argument.roots[0]!.reasons.find((one) => one.kind === 'rule')!.of;
  expect(rule.pays).toMatchObject({ kind: 'min', counts: [0], of: [{ value: '80' }, { value: '82' }] });
});
