import { expect, test } from 'vitest';
import { typeset } from '../../../src/explain/words/typeset.js';

/** A blank that does not break, made visible. */
const seen = (text: string): string => text.replaceAll('\u00a0', '_');

test.each([
  ['fr', "D'où vient le ménage ?", 'D’où vient le ménage_?'],
  ['fr', 'coûte plus cher; la mutuelle aide', 'coûte plus cher_; la mutuelle aide'],
  ['fr', 'Dettes : un service', 'Dettes_: un service'],
  ['fr', 'le « tarif social »', 'le «_tarif social_»'],
  ['fr', 'de 10:30 à 12:00, http://a.example', 'de 10:30 à 12:00, http://a.example'],
  ['fr', 'Vraiment ?! (oui ?)', 'Vraiment_?! (oui_?)'],
  ['nl', "zo'n 's avonds", 'zo’n ’s avonds'],
  ['nl', 'Is dat zo?', 'Is dat zo?'],
  ['en', "the child's 'own' room", "the child’s 'own' room"],
  ['de', "Wie geht's?", 'Wie geht’s?'],
] as const)('in %s, %s is set as %s', (language, text, set) => {
  expect(seen(typeset(language, text))).toBe(set);
});

test('what is set once stays as it is', () => {
  const once = typeset('fr', "Qu'est-ce que c'est ? « Rien »: rien; non !");
  expect(typeset('fr', once)).toBe(once);
});
