import { expect, test } from 'vitest';
import { refbudget } from './run.js';

/** What people see of the three example households is looked at and committed: a change of a price shows here. */
const EXAMPLES = [
  ['lone-parent-wallonia', 'fr'],
  ['retired-owners-flanders', 'nl'],
  ['jobseeker-brussels', 'fr'],
  ['jobseeker-brussels', 'de'],
  ['lone-parent-wallonia', 'en'],
] as const;

test.each(EXAMPLES)('%s in %s', async (name, lang) => {
  const { exit, out } = await refbudget('assess', `examples/households/${name}.yaml`, '--lang', lang);
  expect(exit).toBe(0);
  for (const line of out.split('\n')) expect(Array.from(line).length, line).toBeLessThanOrEqual(80);
  await expect(out).toMatchFileSnapshot(`snapshots/${name}.${lang}.txt`);
});

test('why the bus costs what it does, in French', async () => {
  const { out } = await refbudget(
    'explain',
    'examples/households/lone-parent-wallonia.yaml',
    'mobility.bus',
    '--lang',
    'fr',
  );
  await expect(out).toMatchFileSnapshot('snapshots/explain.mobility-bus.fr.txt');
});

test('why not the car, in Dutch', async () => {
  const { out } = await refbudget(
    'explain',
    'examples/households/lone-parent-wallonia.yaml',
    'mobility.car',
    '--why-not',
    '--lang',
    'nl',
  );
  await expect(out).toMatchFileSnapshot('snapshots/why-not.mobility-car.nl.txt');
});
