import { ROLES } from '../../household/roles.js';
import { factOf, type Fact } from '../../model/facts.js';
import type { Scope, ValueType } from '../../model/value.js';

function builtIn(id: string, scope: Scope, type: ValueType, more: Partial<Fact> = {}): Fact {
  return factOf({ id, scope, type, builtIn: true, changeable: false, ...more });
}

/** All that is known of the world without a pack. */
export const BUILT_IN: Readonly<Record<string, Fact>> = {
  'person.age': builtIn('person.age', 'person', 'age', { required: true }),
  'person.born': builtIn('person.born', 'person', 'month'),
  'person.presence': builtIn('person.presence', 'person', 'share', { changeable: true }),
  'person.role': builtIn('person.role', 'person', 'one-of', { required: true, values: ROLES }),
  month: builtIn('month', 'household', 'month'),
  'dwelling.share': builtIn('dwelling.share', 'dwelling', 'share', { changeable: true }),
};
