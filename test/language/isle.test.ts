import { describe, expect, it } from 'vitest';
import { loadLinked, loadPack } from '../../src/language/load.js';
import { packFiles } from '../fixtures/pack-files.js';

describe('the worked example', () => {
  const files = packFiles('isle');
  const result = loadPack(files, { pack: 'isle' });
  if (!result.ok) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  const { model, texts, places, digest } = result.value;

  it('loads with nothing to tell', () => {
    expect(result.warnings).toEqual([]);
  });

  it('has a daily amount that becomes a month by the calendar', () => {
    expect(model.needs.find(({ id }) => id === 'food.daily')?.amount).toEqual({
      kind: 'convert',
      of: { kind: 'name', ref: { of: 'table', id: 'food.rate' } },
      times: '365',
      over: '12',
    });
  });

  it('keeps ages in months and numbers as written', () => {
    const rows = model.tables.find(({ id }) => id === 'food.rate')?.editions[0]?.rows;
    expect(rows?.[1]).toEqual({
      cells: [{ kind: 'band', from: '72', below: '216' }],
      results: [{ kind: 'number', value: '5.20', money: true, from: { status: 'published', source: 'survey' } }],
    });
  });

  it('takes the nearest status above each number of an item', () => {
    const coat = model.needs.find(({ id }) => id === 'clothing.adult')?.items?.[0];
    expect(coat?.price).toMatchObject({ from: { status: 'published', source: 'survey' } });
    expect(coat?.lasts).toEqual({
      kind: 'convert',
      of: { kind: 'number', value: '3', from: { status: 'assumption' } },
      times: '12',
      over: '1',
    });
  });

  it('orders facts by scope, then id, the built-in ones among them', () => {
    expect(model.facts.map(({ id }) => id)).toEqual([
      'person.age',
      'person.benefit',
      'person.born',
      'person.diet',
      'person.presence',
      'person.role',
      'month',
      'dwelling.share',
      'dwelling.social-tariff',
    ]);
  });

  it('orders needs by the baskets of the pack', () => {
    expect(model.needs.map(({ id }) => id)).toEqual(['food.daily', 'clothing.adult', 'housing.rent', 'housing.energy']);
  });

  it('computes each step after all it reads', () => {
    const level = (kind: string, at: number): number =>
      model.order.find((s) => s.kind === kind && s.at === at)?.level ?? -1;
    const children = model.derived.findIndex(({ id }) => id === 'household.children');
    const adult = model.derived.findIndex(({ id }) => id === 'person.adult');
    expect(level('derived', children)).toBeGreaterThan(level('derived', adult));
    expect(level('need', 0)).toBeGreaterThan(level('adjustment', 0));
    expect(level('adjustment', 0)).toBeGreaterThan(level('derived', children));
  });

  it('keeps words and places beside the model', () => {
    expect(texts.en?.['clothing.adult']).toEqual({
      label: 'Clothes of an adult',
      parts: { 'items/coat': { label: 'Winter coat' } },
    });
    expect(texts.en?.['town/rent-ceiling']?.because).toBe('The town counts rents up to 550.');
    expect(places['food.rate/rows/2']?.line).toBe(places['food.rate']?.line);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('has the same digest whatever the order of the files, and another one when a number changes', () => {
    const turned = loadPack([...files].reverse(), { pack: 'isle' });
    expect(turned.ok && turned.value.digest).toBe(digest);
    const changed = files.map(({ file, text }) => ({ file, text: text.replace('6.90', '6.91') }));
    const other = loadPack(changed, { pack: 'isle' });
    expect(other.ok && other.value.digest).not.toBe(digest);
  });

  it('is frozen to its leaves', () => {
    const linked = loadLinked(files);
    expect(linked.ok && Object.isFrozen(linked.value.model.tables[0]?.editions[0]?.rows)).toBe(true);
  });
});
