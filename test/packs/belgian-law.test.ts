import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { monthIndex, monthText } from '../../src/calendar/month.js';
import type { Expression } from '../../src/model/expression.js';
import type { MonthIndex } from '../../src/model/value.js';
import { packOf } from '../fixtures/packs.js';

/**
 * An amount that the law fixes and somebody saw must come out of the pack in its months. A scenario of figures says so with the page
 * it was seen on; household scenarios would hide a wrong amount behind what else they compute.
 */
const { model } = packOf('be');

interface Figure {
  readonly month: MonthIndex;
  readonly formula: string;
}

interface Dated {
  readonly from: MonthIndex | null;
  readonly seen: boolean;
}

const files = readdirSync('rules/be', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /scenarios\/.*\.yaml$/.test(file),
);

const figures: readonly Figure[] = files.flatMap((file) => {
  const { scenarios = {} } = parse(readFileSync(`rules/be/${file}`, 'utf8')) as {
    scenarios?: Record<string, { values?: unknown[][] }>;
  };
  return Object.values(scenarios).flatMap(({ values = [] }) =>
    values.map(([month, formula]) => ({ month: monthIndex(String(month)) ?? 0, formula: String(formula) })),
  );
});

/** Numbers that the law fixes and that are no assumption. */
function isSeen(expression: Expression): boolean {
  if (expression.kind === 'number') return expression.from?.law === true && expression.from.status !== 'assumption';
  return Object.values(expression).some((part: unknown) => isExpression(part) && isSeen(part));
}

const isExpression = (part: unknown): part is Expression => typeof part === 'object' && part !== null && 'kind' in part;

/** Each stretch of months with an amount that was seen, in which no figure names the definition. */
function unproved(id: string, dated: readonly Dated[]): readonly string[] {
  const name = new RegExp(String.raw`(?<![\w.-])${id.replaceAll('.', String.raw`\.`)}(?![\w-])`);
  const months = figures.flatMap(({ month, formula }) => (name.test(formula) ? [month] : []));
  return dated.flatMap(({ from, seen }, place) => {
    const end = dated[place + 1]?.from ?? Infinity;
    const proved = months.some((month) => month >= (from ?? 0) && month < end);
    return seen && !proved ? [`${id} from ${from === null ? 'always' : monthText(from)}`] : [];
  });
}

describe('an amount that Belgian law fixes and somebody saw', () => {
  test('is proved by a figure of its months where it is a number by itself', () => {
    const missing = model.parameters.flatMap(({ id, values }) =>
      unproved(
        id,
        values.map(({ from, value }) => ({ from, seen: isSeen(value) })),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  test('is proved by a figure of its months where it stands in a table of one key', () => {
    const missing = model.tables
      .filter(({ by }) => by.length === 1)
      .flatMap(({ id, editions }) =>
        unproved(
          id,
          editions.map(({ from, rows }) => ({
            from,
            seen: rows.some(({ results }) => results.some((result) => result !== null && isSeen(result))),
          })),
        ),
      );
    expect([...new Set(missing)]).toEqual([]);
  });
});
