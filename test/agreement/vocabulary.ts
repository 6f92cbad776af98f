import type { Dice } from '../fixtures/dice.js';

/** A name that rules may read. `unknown`: an unknown fact can leave it without value; `open`: an open income can. */
export interface Name {
  readonly id: string;
  readonly scope: 'person' | 'household';
  readonly type: 'yes-no' | 'word' | 'age' | 'whole' | 'money';
  readonly words?: readonly string[];
  readonly unknown: boolean;
  readonly open: boolean;
  /** It may not apply. */
  readonly none?: boolean;
  /** Asked, not derived: silence can be accepted. */
  readonly asked?: true;
}

/** Asked facts of a generated pack: the YAML section and the names it gives. */
export function factsOf(dice: Dice): { facts: Record<string, unknown>; names: Name[] } {
  const facts: Record<string, unknown> = { 'person.age': { required: 'yes', 'assume-months': 6, ask: 'How old?' } };
  const names: Name[] = [{ id: 'person.age', scope: 'person', type: 'age', unknown: false, open: false }];
  const add = (id: string, type: Name['type'], body: Record<string, unknown>, words?: readonly string[]): void => {
    const scope = id.startsWith('person') ? 'person' : 'household';
    const assumed = dice.oneIn(2);
    const assume =
      type === 'yes-no'
        ? dice.pick(['yes', 'no'])
        : type === 'word'
          ? words![0]
          : type === 'whole'
            ? 2
            : '40 EUR/month';
    const applies =
      scope === 'person' && dice.oneIn(4) ? { applies: { 'person.age': dice.pick(['6..17', '18..', '..64']) } } : {};
    facts[id] = {
      ...body,
      ...applies,
      ask: `What about ${id}?`,
      ...(assumed
        ? { assume, ...(type === 'money' || type === 'whole' ? { status: 'assumption', note: 'drawn' } : {}) }
        : {}),
    };
    names.push({
      id,
      scope,
      type,
      ...(words === undefined ? {} : { words }),
      unknown: !assumed,
      open: false,
      none: 'applies' in applies,
      asked: true,
    });
  };
  for (const [i, scope] of ['person', 'person', 'household', 'dwelling'].entries())
    add(`${scope}.flag${i}`, 'yes-no', { type: 'yes-no' });
  for (const [i, scope] of ['person', 'dwelling'].entries()) {
    const words = [`red${i}`, `green${i}`, `blue${i}`].slice(0, 2 + dice.below(2));
    add(`${scope}.colour${i}`, 'word', { type: 'one-of', values: words }, words);
  }
  add('person.pieces', 'whole', { type: 'whole', range: '0..9' });
  add('household.debt', 'money', { type: 'amount', unit: 'EUR/month', plausible: '0..<500' });
  return { facts, names };
}

/** Numbers that meet ties and limits. */
export function moneyText(dice: Dice): string {
  return `${dice.below(400)}${dice.pick(['', '.5', '.25', '.005', '.335', '.01'])}`;
}
