import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generatedSchemas, staleSchemas } from '../../scripts/build-schemas.js';
import { faultsBy } from '../fixtures/ajv.js';

const ROOT = join(import.meta.dirname, '../..');

const SCHEMAS = generatedSchemas();
const faultsOf = new Map<string, ReturnType<typeof faultsBy>>();

function faults(schema: string, data: unknown): readonly string[] {
  const text = SCHEMAS.get(`schemas/${schema}`);
  if (text === undefined) throw new Error(`no schema ${schema}`);
  const known = faultsOf.get(schema) ?? faultsBy(JSON.parse(text) as object);
  faultsOf.set(schema, known);
  return known(data);
}

function yamlFiles(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}

const read = (path: string): unknown => parse(readFileSync(path, 'utf8'));

describe('the schemas for editors', () => {
  it('are equal to the code', () => {
    expect(staleSchemas(SCHEMAS).map(([path]) => path)).toEqual([]);
  });

  it.each(
    yamlFiles('baskets', 'rules', 'examples', 'test/packs', 'test/broken/base').map(
      (path) => [relative(ROOT, path), path] as const,
    ),
  )('%s names on its first line a schema that exists', (_, path) => {
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
    if (schema === undefined && path.includes('/households/') && path.includes('/test/packs/')) return;
    expect(schema, first).toBeDefined();
    expect(existsSync(join(dirname(path), schema ?? ''))).toBe(true);
  });

  it('take every file of the packs', () => {
    const files = yamlFiles('baskets', 'rules', 'test/packs', 'test/broken/base').filter(
      (path) => !path.includes('/households/'),
    );
    const wrong = files.flatMap((path) =>
      faults('pack.schema.json', read(path)).map((fault) => `${relative(ROOT, path)}${fault}`),
    );
    expect(wrong).toEqual([]);
  });

  it('refuse a misspelt key, a misspelt section and a word that is none', () => {
    const bill = { for: 'household', replaces: ['home.rent'] };
    expect(faults('pack.schema.json', { bills: { rent: bill } })).toEqual([]);
    expect(faults('pack.schema.json', { bills: { rent: { ...bill, replace: ['home.rent'] } } })).not.toEqual([]);
    expect(faults('pack.schema.json', { bill: { rent: bill } })).not.toEqual([]);
    expect(faults('pack.schema.json', { bills: { rent: { ...bill, take: 'most' } } })).not.toEqual([]);
  });

  it('take the households of the test packs, whatever their facts', () => {
    const wrong = yamlFiles('test/packs')
      .filter((path) => path.includes('/households/'))
      .flatMap((path) => faults('household.schema.json', read(path)));
    expect(wrong).toEqual([]);
    expect(faults('household.schema.json', { persons: [{ role: 'hed', age: 3 }] })).not.toEqual([]);
    expect(faults('household.schema.json', { person: [{ role: 'head', age: 3 }] })).not.toEqual([]);
  });

  it('take the example households', () => {
    const wrong = yamlFiles('examples').flatMap((path) => faults('household.be.schema.json', read(path)));
    expect(wrong).toEqual([]);
  });
});

describe('the schema of a household', () => {
  const [example = ''] = yamlFiles('examples');
  const household = (): Record<string, unknown> & { persons: Record<string, unknown>[] } =>
    read(example) as Record<string, unknown> & { persons: Record<string, unknown>[] };

  it('asks in the first language of the pack', () => {
    const schema = JSON.parse(SCHEMAS.get('schemas/household.be.schema.json') ?? '{}') as {
      definitions: { person: { properties: { school: { description: string } } } };
    };
    expect(schema.definitions.person.properties.school.description).toMatch(/ \?$/);
  });

  it.each([
    ['an unknown key', (given: ReturnType<typeof household>) => ({ ...given, dweling: {} })],
    ['a boolean', (given: ReturnType<typeof household>) => ({ ...given, household: { pets: true } })],
    ['nobody', (given: ReturnType<typeof household>) => ({ ...given, persons: [] })],
    ['an age of 121', (given: ReturnType<typeof household>) => ({ ...given, persons: [{ role: 'head', age: 121 }] })],
    ['a negative bill', (given: ReturnType<typeof household>) => ({ ...given, bills: { rent: -1 } })],
    [
      'an unknown kind of income',
      (given: ReturnType<typeof household>) => ({ ...given, incomes: [{ kind: 'lottery', amount: 1 }] }),
    ],
  ] as const)('refuses %s', (_, broken) => {
    expect(faults('household.be.schema.json', household())).toEqual([]);
    expect(faults('household.be.schema.json', broken(household()))).not.toEqual([]);
  });
});

describe('the schema of the document', () => {
  const path = join(ROOT, 'test/packs/isle/expected/assessment.json');
  const document = (): Record<string, unknown> => {
    const digest = `sha256:${'0'.repeat(64)}`;
    const given = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> & { pack: object };
    return { ...given, pack: { ...given.pack, digest }, seal: digest };
  };

  it('takes the worked example', () => {
    expect(faults('assessment.schema.json', document())).toEqual([]);
  });

  it('refuses each block when it is left out, and any other key', () => {
    const optional = ['levers', 'aid', 'trace'];
    for (const key of Object.keys(document())) {
      const rest = Object.fromEntries(Object.entries(document()).filter(([other]) => other !== key));
      expect(faults('assessment.schema.json', rest).length > 0, key).toBe(!optional.includes(key));
    }
    expect(faults('assessment.schema.json', { ...document(), extra: 1 })).not.toEqual([]);
  });

  it('refuses money as a number', () => {
    expect(
      faults('assessment.schema.json', { ...document(), balance: { amount: -1, shortfall: '1.00', adequacy: null } }),
    ).not.toEqual([]);
  });
});
