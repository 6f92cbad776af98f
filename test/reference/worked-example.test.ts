import { expect, it } from 'vitest';
import { evaluateByReference } from '../../src/reference/evaluate.js';
import { assessment, household, model } from '../fixtures/isle.js';

it('gives every block and every trace node of the worked example', async () => {
  const options = { policy: 'town', levers: 'chain', trace: 'full' } as const;
  const { nodes, ...blocks } = await evaluateByReference(model, household, options);
  for (const [key, value] of Object.entries(blocks)) {
    expect({ [key]: value }).toEqual({ [key]: assessment[key as keyof typeof assessment] });
  }
  expect(JSON.stringify({ level: 'full', nodes })).toBe(JSON.stringify(assessment.trace));
});
