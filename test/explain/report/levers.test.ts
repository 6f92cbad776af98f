import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/assessment/document.js';
import { toMarkdown } from '../../../src/explain/index.js';
import { belgium, caseOf } from './examples.js';

const retired = caseOf('03-georges-and-rita', 'example-no-aid');
const disabled = caseOf('06-helga-and-jonas', 'example-rent-ceiling');

/** What stands under a heading of the family's sheet, up to the next of its level. */
function section(assessment: Assessment, title: string): string {
  const text = toMarkdown(assessment, belgium, { lang: 'en', sheet: 'family' });
  return text.split(`### ${title}\n`)[1]!.split('\n### ')[0]!;
}

describe('rights worth looking into', () => {
  test('a sum that comes once stands where others have their month', () => {
    const steps = section(retired, 'Worth looking into');
    expect(steps).toContain('**Heating allowance** once: +€168.00');
    expect(steps).not.toContain('**Heating allowance** €0.00');
    expect(steps).toContain('Beside it, once: +€389.71.');
  });

  test('a step says what it opens the way to, and a later one which step opened it', () => {
    const steps = section(disabled, 'Worth looking into');
    const opener = steps.split('**Increased reimbursement (BIM) (child of 10)**')[1]!.split('\n4. ')[0];
    expect(opener).toContain('Opens the way to: Social supplement');
    expect(steps.split('\n4. ')[1]).toContain('Possible once this has succeeded: Increased reimbursement (BIM).');
  });

  test('what the chain takes by itself is not asked for as well', () => {
    const { list, chain } = caseOf('01-sarah', 'example-town').levers!;
    const both = list.filter(({ id, state }) => state === 'ask' && chain!.some((link) => link.id === id));
    expect(both.map(({ id }) => id)).toContain('social-energy-tariff');
    const steps = section(caseOf('01-sarah', 'example-town'), 'Worth looking into');
    expect(steps.match(/Social energy tariff\*\*/g)).toHaveLength(1);
    expect(steps.split('#### Perhaps')[1]).not.toContain('Social energy tariff');
  });

  test('what the chain could not take is named with its reason', () => {
    const [first, second] = retired.levers!.list;
    const chain = [
      { id: first!.id, outcome: 'closed', gain: null, balance: null },
      { id: second!.id, outcome: 'left-out', gain: null, balance: null },
    ] as const;
    const steps = section({ ...retired, levers: { list: retired.levers!.list, chain } }, 'Worth looking into');
    expect(steps).toMatch(/No longer possible once those before are taken: \S/);
    expect(steps).toMatch(/Left out, because alone it lowers the balance: \S/);
  });
});

describe('the aid of a policy', () => {
  const aid = section(disabled, 'What the policy proposes');

  test('is led to from the needs of the budget, so that the page adds up', () => {
    expect(aid).toContain('| Needs in this budget | €3,661.97 |');
    expect(aid).toContain('| What this policy counts otherwise | +€383.31 |');
    expect(aid).toContain('| Needs under this policy | €4,045.28 |');
  });

  test('is told with its formula and its bounds', () => {
    expect(aid).toContain('- The policy pays: 60% of the gap.');
    expect(aid).toContain('- Less than €30.00 is not paid.');
    expect(aid).toContain('- For 4 months.');
    expect(aid).toContain('None of the steps above is counted in it.');
  });
});

describe('a line that a bill alone makes', () => {
  test('tells the bill behind it', () => {
    const text = toMarkdown(disabled, belgium, { lang: 'en', sheet: 'family' });
    expect(text.split('**Mortgage repayment**')[1]!.split('\n\n**')[0]).toContain('**Mortgage payment**: €890.00');
  });
});

describe('an income that does not count', () => {
  test('says why, as the sheet calls its person', () => {
    const incomes = section(caseOf('05-lotte', 'example-town'), 'Income a month');
    expect(incomes).toContain('| Student job (adult of 21) | €180.00 | €0.00 |');
    expect(incomes).toContain('Student job (adult of 21): The wage of a student job is the young person’s.');
  });
});

describe('the way from income to balance', () => {
  test('shows whole amounts with their cents', () => {
    const html = toMarkdown(caseOf('09-dina', 'example-town'), belgium, { lang: 'en', sheet: 'family' });
    expect(html).toContain('| Housing | −€690.00 |');
  });
});
