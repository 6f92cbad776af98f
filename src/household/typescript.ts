import type { Fact } from '../model/facts.js';
import type { Model } from '../model/model.js';

const QUOTED = (text: string): string => `'${text}'`;

/**
 * TypeScript source of the households of a pack: an interface `name` whose facts, incomes and bills are those of the
 * pack, so that a misspelt word is refused by the compiler.
 */
export function householdTypes(model: Model, name: string): string {
  const facts = (scope: Fact['scope']): readonly Fact[] =>
    unique(model.facts.filter((fact) => fact.scope === scope && fact.id.startsWith(`${scope}.`)));
  const incomes = (belongsTo: 'person' | 'household'): string =>
    union(model.incomes.filter((income) => income.for === belongsTo).map((income) => income.id));
  const bills = unique(model.bills).map(
    (bill) =>
      `    readonly ${key(bill.id)}?: ${bill.for === 'person' ? 'Readonly<Record<string, AmountInput>>' : 'AmountInput'};`,
  );
  return [
    `/** Made from the facts of pack "${model.pack.id}"; do not edit. */`,
    "import type { AmountInput, HouseholdInput } from '../household/household-input.js';",
    '',
    '/** An age in completed years, or a birth date such as 2017-03-02. */',
    'type Aged =',
    '  | { readonly age: number | string; readonly born?: never }',
    '  | { readonly born: string; readonly age?: never };',
    '',
    // a type, not an interface of PersonInput: the index signature of that would let any misspelt fact pass
    `export type ${name}Person = Aged & {`,
    '  readonly id?: string;',
    "  readonly role: 'head' | 'partner' | 'child' | 'parent' | 'other';",
    ...facts('person')
      .filter((fact) => !['person.age', 'person.born', 'person.role'].includes(fact.id))
      .map((fact) => `  readonly ${key(shortName(fact))}?: ${typeOf(fact)};`),
    '};',
    '',
    `export interface ${name} extends HouseholdInput {`,
    `  readonly persons: readonly ${name}Person[];`,
    `  readonly others?: readonly ${name}Person[];`,
    ...(['dwelling', 'household'] as const).flatMap((scope) => [
      `  readonly ${scope}?: {`,
      ...facts(scope).map((fact) => `    readonly ${key(shortName(fact))}?: ${typeOf(fact)};`),
      '  };',
    ]),
    '  readonly incomes?: readonly (',
    `    | { readonly of: string; readonly kind: ${incomes('person')}; readonly amount: AmountInput; readonly times?: number | string }`,
    `    | { readonly kind: ${incomes('household')}; readonly amount: AmountInput; readonly times?: number | string }`,
    '  )[];',
    '  readonly bills?: {',
    ...bills,
    '  };',
    '}',
    '',
  ].join('\n');
}

function unique<T extends { readonly id: string }>(definitions: readonly T[]): readonly T[] {
  return definitions.filter((definition, i) => definitions.findIndex((other) => other.id === definition.id) === i);
}

function shortName(fact: Fact): string {
  return fact.id.slice(fact.scope.length + 1);
}

function key(name: string): string {
  return /^[a-z]+$/.test(name) ? name : QUOTED(name);
}

function union(words: readonly string[]): string {
  return words.length === 0 ? 'never' : [...new Set(words)].map(QUOTED).join(' | ');
}

function typeOf(fact: Fact): string {
  switch (fact.type) {
    case 'yes-no':
      return "'yes' | 'no' | 'unknown'";
    case 'one-of':
      return `${union(fact.values)} | 'unknown'`;
    case 'date':
    case 'month':
      return 'string';
    default:
      return 'number | string';
  }
}
