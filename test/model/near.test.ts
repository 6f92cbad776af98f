import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/model/near.js';

describe('the nearest word', () => {
  it('is one that differs by little, or none', () => {
    expect(nearest('replase', ['replaces', 'assume'])).toBe('replaces');
    expect(nearest('prezence', ['presence', 'price'])).toBe('presence');
    expect(nearest('xyz', ['presence', 'price'])).toBeNull();
  });

  it('counts two neighbours swapped as one mistake', () => {
    expect(nearest('aeg', ['age', 'art'])).toBe('age');
  });

  it('is one of the same words in another order', () => {
    expect(nearest('upper-secondary', ['secondary-lower', 'secondary-upper'])).toBe('secondary-upper');
  });

  it('is else the only one with all of its words', () => {
    const kinds = ['unemployment-benefit', 'sickness-benefit', 'person.income.wage'];
    expect(nearest('unemployment', kinds)).toBe('unemployment-benefit');
    expect(nearest('wage.person', kinds.values())).toBe('person.income.wage');
    expect(nearest('benefit', kinds)).toBeNull();
    expect(nearest('employment', kinds)).toBeNull();
  });

  it('does not take one short word for another', () => {
    expect(nearest('es', ['de', 'nl'])).toBeNull();
    expect(nearest('rent', ['wage'])).toBeNull();
  });

  it('is the first in the order of the alphabet when two are as near', () => {
    expect(nearest('cat', ['cut', 'cap'])).toBe('cap');
  });
});

describe('the hint for a word that is unknown', () => {
  it('asks for the nearest, else says what else to do', () => {
    expect(didYouMean('agee', ['age'], 'Define it.')).toBe('Did you mean "age"?');
    expect(didYouMean('wage', ['age-of-things'], 'Define it.')).toBe('Define it.');
  });

  it('lists what may stand there once each; of very many, twelve and how many are left', () => {
    expect(didYouMean('zzz', ['fr', 'nl'])).toBe('One of: fr, nl.');
    expect(didYouMean('zzz', [])).toBe('Nothing may stand here.');
    expect(didYouMean('zzz', ['fr', 'nl', 'fr'])).toBe('One of: fr, nl.');
    const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `name${i}`);
    expect(didYouMean('zzz', many(80))).toMatch(/name78, name79\.$/);
    expect(didYouMean('zzz', many(81))).toMatch(/name10, name11 and 69 more\.$/);
  });
});
