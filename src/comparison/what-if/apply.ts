import type { Change } from './change.js';

type Keys = Readonly<Record<string, unknown>>;

/** A household's input with changes made; the input itself stays as it is. */
export function applyChanges(input: Keys, changes: readonly Change[]): Keys {
  return changes.reduce(applied, input);
}

function applied(input: Keys, change: Change): Keys {
  switch (change.of) {
    case 'fact':
      return withFact(input, change);
    case 'born':
      return withPerson(input, change.person, (person) => ({ ...without(person, 'age'), born: change.value }));
    case 'income':
      return withIncome(input, change);
    case 'bill':
      return withBill(input, change);
  }
}

function withFact(input: Keys, { fact, person, value }: Extract<Change, { of: 'fact' }>): Keys {
  const dot = fact.id.indexOf('.');
  const [scope, key] = [fact.id.slice(0, dot), fact.id.slice(dot + 1)];
  // A former name would say the old value beside the new one.
  const former = fact.renamed === null ? null : fact.renamed.slice(dot + 1);
  if (person !== null)
    return withPerson(input, person, (one) => {
      const rest = former === null ? one : without(one, former);
      return { ...(key === 'age' ? without(rest, 'born') : rest), [key]: value };
    });
  const before = (input[scope] ?? {}) as Keys;
  return { ...input, [scope]: { ...(former === null ? before : without(before, former)), [key]: value } };
}

function withPerson(input: Keys, id: string, change: (person: Keys) => Keys): Keys {
  const list = (name: 'persons' | 'others', prefix: string): Keys => {
    if (input[name] === undefined) return {};
    const persons = input[name] as readonly Keys[];
    return { [name]: persons.map((one, i) => ((one['id'] ?? `${prefix}${i + 1}`) === id ? change(one) : one)) };
  };
  return { ...input, ...list('persons', 'p'), ...list('others', 'o') };
}

/** All entries of the kind give way to one. Where no incomes were listed, the others stay as open as they were. */
function withIncome(input: Keys, { kind, person, value }: Extract<Change, { of: 'income' }>): Keys {
  const before = (input['incomes'] ?? []) as readonly Keys[];
  const others = before.filter((one) => !(one['kind'] === kind && (one['of'] ?? null) === person));
  const entry = { ...(person === null ? {} : { of: person }), kind, amount: value };
  const open = input['incomes'] === undefined ? { 'incomes-complete': 'no' } : {};
  return { ...input, incomes: [...others, entry], ...open };
}

function withBill(input: Keys, { bill, person, value }: Extract<Change, { of: 'bill' }>): Keys {
  const bills = (input['bills'] ?? {}) as Keys;
  if (person === null) return { ...input, bills: { ...bills, [bill]: value } };
  const before = bills[bill];
  const amounts = typeof before === 'object' && before !== null ? (before as Keys) : {};
  return { ...input, bills: { ...bills, [bill]: { ...amounts, [person]: value } } };
}

function without(map: Keys, key: string): Keys {
  return Object.fromEntries(Object.entries(map).filter(([one]) => one !== key));
}
