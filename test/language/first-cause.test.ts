import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/language/load.js';
import { packFiles } from '../fixtures/pack-files.js';

const files = packFiles('harbour');

/** `code file:line` of each error, once something in a file of the harbour is written otherwise. */
function found(file: string, change: (text: string) => string): string[] {
  const changed = files.map((one) => (one.file.endsWith(file) ? { ...one, text: change(one.text) } : one));
  const result = loadPack(changed, { pack: 'harbour' });
  return result.ok ? [] : result.errors.map(({ code, places: [place] }) => `${code} ${place?.file.split('/').pop()}`);
}

describe('a mistake that takes something away is told, and not what misses it', () => {
  it('of a file that is not YAML', () => {
    expect(found('facts/persons.yaml', (text) => `${text}\n  x: [a, b\n`)).toEqual(['yaml-syntax persons.yaml']);
    expect(found('rules/harbour/sources.yaml', (text) => `${text}\n  x: [a, b\n`)).toEqual([
      'yaml-syntax sources.yaml',
    ]);
    expect(found('rules/harbour/pack.yaml', (text) => `${text}\n  x: [a, b\n`)).toEqual(['yaml-syntax pack.yaml']);
  });

  it('of an alias, an anchor, a merge key and a tag', () => {
    expect(found('facts/persons.yaml', (text) => text.replace('type: one-of', 'type: *x'))).toEqual([
      'alias persons.yaml',
    ]);
    const fewer = (text: string): string => text.replace('    scale: 94%', '    <<: *x');
    expect(found('food-adjustments.yaml', fewer)).toEqual(['alias food-adjustments.yaml']);
    const tagged = (text: string): string => text.replace('scale: 94%', 'scale: !!float 94%');
    expect(found('food-adjustments.yaml', tagged)).toEqual(['tag food-adjustments.yaml']);
  });

  it('of a misspelt section', () => {
    expect(found('facts/persons.yaml', (text) => text.replace('facts:', 'fact:'))).toEqual([
      'unknown-section persons.yaml',
    ]);
  });

  it('of a fact of no type, which tables, levers, policies and texts read', () => {
    const untyped = (text: string): string => text.replaceAll('type: ', 'type: x-');
    const all = found('facts/persons.yaml', untyped);
    expect([...new Set(all)]).toEqual(['wrong-value persons.yaml']);
    expect([...new Set(found('facts/local.yaml', untyped))]).toEqual(['wrong-value local.yaml']);
  });
});

describe('mistakes that have nothing to do with one another are told at once', () => {
  it('though one of them hinders linking', () => {
    const both = (text: string): string =>
      text.replace('costs {amount} more', 'costs {kids} more').replace('person.newcomer: yes', 'person.newcomr: yes');
    expect(found('food-adjustments.yaml', both).sort()).toEqual([
      'text-variable food-adjustments.yaml',
      'unknown-name food-adjustments.yaml',
    ]);
  });

  it('as a number without source and a misspelt name', () => {
    const both = (text: string): string =>
      text.replace('source: survey', '').replace('person.newcomer: yes', 'person.newcomr: yes');
    expect([...new Set(found('food-adjustments.yaml', both))].sort()).toEqual([
      'no-source food-adjustments.yaml',
      'unknown-name food-adjustments.yaml',
    ]);
  });
});
