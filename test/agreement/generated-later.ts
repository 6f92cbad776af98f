import type { Dice } from '../fixtures/dice.js';

type Body = Readonly<Record<string, unknown>>;
type Section = Readonly<Record<string, unknown>>;

const PROVENANCE = { status: 'assumption', note: 'drawn at random' };
/** Sections whose later definitions have a number of their own. */
const NUMBERS_LATER = ['incomes', 'levers', 'adjustments'];
const VERBS = ['leave-out', 'scale', 'increase', 'at-least', 'at-most'];

/** What a definition of a section is from July on: of the same type, unit and scope, and yet another. */
const LATER: Readonly<Record<string, (body: Body) => Body>> = {
  facts: (body) => ({ ...body, ...('assume' in body ? { assume: otherWord(body) } : {}) }),
  derive: (body) => ('when' in body ? { ...body, when: { none: [body['when']] } } : body),
  tables: (body) => ({ ...body, rows: (body['rows'] as unknown[][]).map(dearer) }),
  incomes: (body) => ({ ...body, counts: 'amount / 7' }),
  bills: (body) => ({ ...body, take: body['take'] === 'larger' ? 'smaller' : 'larger' }),
  needs: (body) => ({ ...body, pays: body['pays'] === 'living' ? 'fixed' : 'living', months: 7 }),
  adjustments: (body) => ({
    ...Object.fromEntries(Object.entries(body).filter(([key]) => !VERBS.includes(key))),
    scale: '77%',
  }),
  totals: (body) => ({ ...body, column: body['column'] === 'need' ? 'reference' : 'need' }),
  figures: (body) => ({ ...body, value: 'round(need / 100 hour/month; 0.01)' }),
  levers: (body) => ({ ...body, once: 7.25 }),
  notices: (body) => ({ ...body, when: { none: [body['when']] } }),
};

function otherWord({ assume, values }: Body): unknown {
  if (assume === 'yes') return 'no';
  if (assume === 'no') return 'yes';
  if (typeof assume === 'number') return assume + 1;
  return Array.isArray(values) ? (values as unknown[]).at(-1) : '55.55 EUR/month';
}

function dearer(row: readonly unknown[]): readonly unknown[] {
  const result = row.at(-1);
  return typeof result === 'number' ? [...row.slice(0, -1), result + 1.005] : row;
}

/** The same sections, with some definitions as lists of two: one until June, another from July on. */
export function withLater<T extends Readonly<Record<string, unknown>>>(dice: Dice, sections: T): T {
  const split = ([name, section]: [string, unknown]): [string, unknown] => {
    const later = LATER[name];
    if (later === undefined) return [name, section];
    const entries = Object.entries(section as Section).map(([id, body]): [string, unknown] => {
      if (id === 'person.age' || !dice.oneIn(4)) return [id, body];
      // their words are the same in all months, a note too
      const noted = NUMBERS_LATER.includes(name) ? { ...(body as Body), ...PROVENANCE } : (body as Body);
      return [
        id,
        [
          { valid: '..2024-06', ...noted },
          { valid: '2024-07..', ...later(noted) },
        ],
      ];
    });
    return [name, Object.fromEntries(entries)];
  };
  return Object.fromEntries(Object.entries(sections).map(split)) as T;
}
