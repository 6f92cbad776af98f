import { expect, test } from 'vitest';
import { valueWords } from '../../../src/explain/words/names.js';
import { yearsWords } from '../../../src/explain/words/persons.js';
import { voiceOf } from '../../../src/explain/words/voice.js';
import { packOf } from '../../fixtures/packs.js';

test('a child in its first year has no 0 years, neither in a list of persons nor as the value of the age', () => {
  const words = { fr: 'moins d’un an', nl: 'jonger dan een jaar', de: 'unter einem Jahr', en: 'under a year' } as const;
  for (const lang of ['fr', 'nl', 'de', 'en'] as const) {
    const voice = voiceOf(packOf('be'), lang, '2026-06');
    expect(yearsWords(voice, 0)).toBe(words[lang]);
    for (const value of ['0', '0 years']) expect(valueWords(voice, 'person.age@mia', value)).toBe(words[lang]);
    expect(valueWords(voice, 'person.age@mia', '10')).toContain('10');
    expect(valueWords(voice, 'person.out-of-work-months@ann', '0')).toContain('0');
  }
});
