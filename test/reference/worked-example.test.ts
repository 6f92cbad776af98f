import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { monthIndex } from '../../src/calendar/month.js';
import { householdReader, mustRead } from '../../src/household/read.js';
import { evaluateByReference } from '../../src/reference/evaluate.js';
import { isle } from '../fixtures/isle.js';

const expected = JSON.parse(readFileSync('test/packs/isle/expected/assessment.json', 'utf8')) as Record<
  string,
  unknown
>;

it('reproduces every block and every trace node of the worked example', async () => {
  const household = mustRead(householdReader(isle, monthIndex('2024-06')!), expected['input']);
  const { nodes, ...blocks } = await evaluateByReference(isle, household, {
    policy: 'town',
    levers: 'chain',
    trace: 'full',
  });
  for (const [key, value] of Object.entries(blocks)) expect({ [key]: value }).toEqual({ [key]: expected[key] });
  expect({ level: 'full', nodes }).toEqual(expected['trace']);
  expect(JSON.stringify(nodes)).toBe(JSON.stringify((expected['trace'] as { nodes: unknown }).nodes));
});
