import { expect, test } from 'vitest';
import { monthNote } from '../../src/cli/month-note.js';
import { pack } from '../fixtures/isle.js';

test.each([
  ['en', 'option', 'The month is taken from --month: 2024-06.\n'],
  ['fr', 'household', 'Le mois est celui du ménage\u00a0: 2024-06.\n'],
  ['de', 'today', 'Der Monat ist der heutige: 2024-06.\n'],
  ['nl', 'nearest', 'De gegevens lopen niet tot vandaag: de maand is 2024-06.\n'],
] as const)('in %s, of a month from the %s, it says which it is and who said so', (lang, from, says) => {
  expect(monthNote(pack, lang, from, '2024-06')).toBe(says);
});
