import type { Fact } from '../../model/facts.js';

/** What is tried: one fact, income or bill, and its value as a household file writes it. */
export type Change =
  | { readonly of: 'fact'; readonly fact: Fact; readonly person: string | null; readonly value: string }
  | { readonly of: 'born'; readonly person: string; readonly value: string }
  | { readonly of: 'income'; readonly kind: string; readonly person: string | null; readonly value: string }
  | { readonly of: 'bill'; readonly bill: string; readonly person: string | null; readonly value: string };

/** The name under which a change was asked for: two on one name contradict each other. */
export function changeName(change: Change): string {
  const at = change.person === null ? '' : `@${change.person}`;
  switch (change.of) {
    case 'fact':
      return `${change.fact.id}${at}`;
    case 'born':
      return `person.age${at}`;
    case 'income':
      return `${change.person === null ? 'household' : 'person'}.income.${change.kind}${at}`;
    case 'bill':
      return `bill.${change.bill}${at}`;
  }
}
