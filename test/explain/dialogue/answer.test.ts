import { describe, expect, test } from 'vitest';
import { amountOf, decimalOf } from '../../../src/explain/dialogue/amount.js';
import { ageAnswer } from '../../../src/explain/dialogue/age.js';
import { chosen, factAnswer, isWord, meantBy, nearChoice, shareOf } from '../../../src/explain/dialogue/answer.js';
import { expected } from '../../../src/explain/dialogue/prompt.js';
import { voiceOf } from '../../../src/explain/words/voice.js';
import { factOf } from '../../../src/model/facts.js';
import { packOf } from '../../fixtures/packs.js';

const voices = Object.fromEntries(
  (['fr', 'nl', 'de', 'en'] as const).map((lang) => [lang, voiceOf(packOf('be'), lang, '2026-06')]),
) as Record<'fr' | 'nl' | 'de' | 'en', ReturnType<typeof voiceOf>>;

const JUNE_2026 = 2026 * 12 + 5;

describe('a number as somebody types it', () => {
  test.each([
    ['nl', '1.450', '1450'],
    ['fr', '1.450', '1450'],
    ['de', '1.450', '1450'],
    ['en', '1,450', '1450'],
    ['en', '1.450', '1.450'],
    ['nl', '1,450', '1.450'],
    ['nl', '1.450,50', '1450.50'],
    ['en', '1.450,50', '1450.50'],
    ['nl', '1,450.50', '1450.50'],
    ['nl', '1450.5', '1450.5'],
    ['nl', '0.450', '0.450'],
    ['de', '1.234.567', '1234567'],
    ['en', '1.234.567', '1234567'],
    ['fr', '1\u202f450,50', '1450.50'],
    ['fr', '1 450', '1450'],
    ['de', '1’450', '1450'],
    ['nl', '007', '7'],
    ['nl', '1.45.50', null],
    ['nl', '1.4500,5', null],
    ['nl', '-5', null],
    ['nl', '1e3', null],
    ['nl', '', null],
  ] as const)('in %s, %s is %s', (lang, text, number) => {
    expect(decimalOf(text, lang)).toBe(number);
  });
});

describe('an amount as somebody types it', () => {
  test.each([
    ['fr', '2000 par an', '2000 EUR/year'],
    ['fr', '2000/an', '2000 EUR/year'],
    ['fr', '1450,50 euros par mois', '1450.50'],
    ['fr', '1 450 €', '1450'],
    ['nl', '€ 1.450,50', '1450.50'],
    ['nl', '320 per jaar', '320 EUR/year'],
    ['nl', '320 euro / maand', '320'],
    ['de', '80 Euro in der Woche', '80 EUR/week'],
    ['de', '900 im Jahr', '900 EUR/year'],
    ['en', '320/year', '320 EUR/year'],
    ['en', '1450.50 EUR', '1450.50'],
    ['en', '1450 a month', '1450'],
    ['en', '5 per day', '5 EUR/day'],
    ['en', '1450 a fortnight', null],
    ['en', '1450 dollars', null],
    ['nl', 'veel', null],
  ] as const)('in %s, %s is %s', (lang, text, amount) => {
    expect(amountOf(voices[lang], text)).toBe(amount);
  });
});

describe('an answer', () => {
  const choices = ['Net wage', 'Net income of the self-employed', 'Unemployment benefit', 'Pension'].map(
    (label, i) => ({
      id: `kind-${i}`,
      label,
    }),
  );

  test('is one of a list by number, name, beginning, or letters that only one has', () => {
    for (const text of ['3', 'unemployment benefit', 'unem', 'benefit'])
      expect(chosen(choices, text)?.id).toBe('kind-2');
  });

  test('of letters that several have is none, and it can be told which', () => {
    expect(chosen(choices, 'net')).toBeNull();
    expect(meantBy(choices, 'net').map(({ id }) => id)).toEqual(['kind-0', 'kind-1']);
    expect(meantBy(choices, 'zz')).toEqual([]);
  });

  test('is found without its accents, its ligature or its kind of apostrophe, and by another word for it', () => {
    const said = [
      { id: 'sister', label: 'sœur' },
      { id: 'insertion', label: 'Revenu d’intégration' },
      { id: 'spouse', label: 'partenaire', also: ['époux', 'épouse'] },
    ];
    for (const text of ['soeur', 'SŒUR']) expect(chosen(said, text)?.id).toBe('sister');
    for (const text of ["revenu d'integration", 'INTÉGRATION']) expect(chosen(said, text)?.id).toBe('insertion');
    for (const text of ['epouse', 'Époux']) expect(chosen(said, text)?.id).toBe('spouse');
    expect(chosen(said, 'épou')).toBeNull();
  });

  test('that is misspelt is guessed, by a word of the label or another word for it; what is short or a number is not', () => {
    const said = [
      { id: 'child', label: 'kind, ook volwassen', also: ['dochter'] },
      { id: 'flanders', label: 'Vlaanderen' },
    ];
    const near = (text: string) => nearChoice(said, text)?.id ?? null;
    expect(['vlaandre', 'Vlanderen', 'dogter', 'volwasen'].map(near)).toEqual([
      'flanders',
      'flanders',
      'child',
      'child',
    ]);
    expect(['kint', '45000', 'zzzzzz', ''].map(near)).toEqual([null, null, null, null]);
  });

  test('may say that it is unknown in the usual ways', () => {
    const unknown = { fr: 'Je ne sais pas', nl: 'weet niet', de: 'weiss nicht', en: "don't know" } as const;
    for (const lang of ['fr', 'nl', 'de', 'en'] as const) {
      expect([lang, isWord(voices[lang], 'unknown', unknown[lang])]).toEqual([lang, true]);
      expect(isWord(voices[lang], 'unknown', voices[lang].say('value.unknown').slice(0, 1))).toBe(false);
    }
  });

  test('in an amount is asked for in its unit, without a number', () => {
    const fact = packOf('be').model.facts.find(({ id }) => id === 'dwelling.cadastral-income')!;
    const hints = (['fr', 'nl', 'de', 'en'] as const).map((lang) =>
      expected(voices[lang], fact).join('').trim().replaceAll('\u00a0', ' '),
    );
    expect(hints).toEqual([
      'un montant en € par an',
      'een bedrag in € per jaar',
      'ein Betrag in € im Jahr',
      'an amount in € a year',
    ]);
  });

  test('to an age is years, with the word or without, months of a small child, or the date of birth', () => {
    const age = (lang: keyof typeof voices, text: string) => ageAnswer(voices[lang], text, JUNE_2026);
    const years = { fr: '34 ans', nl: '34 jaar', de: '34 Jahre', en: '34  YEARS' } as const;
    const months = { fr: '8 mois', nl: '8 maanden', de: '8 Monate', en: '8 months' } as const;
    for (const lang of ['fr', 'nl', 'de', 'en'] as const) {
      expect(age(lang, '34')).toEqual({ age: '34' });
      expect(age(lang, years[lang])).toEqual({ age: '34' });
      expect(age(lang, months[lang])).toEqual({ born: '2025-10-01' });
    }
    expect(age('fr', '1 an')).toEqual({ age: '1' });
    expect(age('fr', '1 mois')).toEqual({ born: '2026-05-01' });
    expect(age('fr', '2/3/2019')).toEqual({ born: '2019-03-02' });
    expect(['34,5', '-3', '121', '90 mois', '34 ans, femme', 'x', ''].map((text) => age('fr', text))).toEqual(
      Array(7).fill(null),
    );
  });

  test('to a share is hundredths or a fraction; what may be a half or half a percent is asked again', () => {
    const share = (text: string) => shareOf(voices.fr, text);
    expect(['50%', '50', '50,5 %', '7/14', '1/3', '1%'].map(share)).toEqual([
      '50%',
      '50%',
      '50.5%',
      '50%',
      '33.333333%',
      '1%',
    ]);
    expect(['0,5', '1', '3/0', 'la moitié', ''].map(share)).toEqual(Array(5).fill(null));
  });

  test('to a date may have the day first', () => {
    const fact = factOf({ id: 'dwelling.since', scope: 'dwelling', type: 'date' });
    const read = (text: string) => factAnswer(voices.nl, fact, text);
    expect(['2019-03-02', '2/3/2019', '02.03.2019', '2-3-2019', '2019', '3/2019'].map(read)).toEqual([
      '2019-03-02',
      '2019-03-02',
      '2019-03-02',
      '2019-03-02',
      null,
      null,
    ]);
  });
});
