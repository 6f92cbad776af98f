import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monthIndex } from '../../src/calendar/month.js';
import { householdReader, mustRead } from '../../src/household/read.js';
import { loadPack } from '../../src/language/load.js';
import type { Model } from '../../src/model/model.js';
import { evaluateByReference } from '../../src/reference/evaluate.js';
import { isle } from '../fixtures/isle.js';
import { filesBelow } from '../language/read-test-pack.js';

const expected = JSON.parse(readFileSync('test/packs/isle/expected/assessment.json', 'utf8')) as Record<
  string,
  unknown
>;

function loaded(): Model {
  const result = loadPack(filesBelow('test/packs/isle'), { pack: 'isle' });
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.value.model;
}

describe.each([
  ['linked by hand', () => isle],
  ['loaded from its files', loaded],
])('the isle %s', (_, model) => {
  it('gives every block and every trace node of the worked example', async () => {
    const household = mustRead(householdReader(model(), monthIndex('2024-06')!), expected['input']);
    const options = { policy: 'town', levers: 'chain', trace: 'full' } as const;
    const { nodes, ...blocks } = await evaluateByReference(model(), household, options);
    for (const [key, value] of Object.entries(blocks)) expect({ [key]: value }).toEqual({ [key]: expected[key] });
    expect(JSON.stringify({ level: 'full', nodes })).toBe(JSON.stringify(expected['trace']));
  });
});
