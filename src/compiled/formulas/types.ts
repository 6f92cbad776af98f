import type { Ref } from '../../model/expression.js';
import type { ValueType } from '../../model/value.js';
import { definition, type Compiler } from '../compiler/compiler.js';
import type { Context } from '../compiler/context.js';

/** What kind of value a name has. */
export function typeOf(c: Compiler, ref: Ref, ctx: Context): ValueType {
  switch (ref.of) {
    case 'fact':
      return definition(c, 'fact', c.model.facts, ref.id).type;
    case 'derived':
      return definition(c, 'derived', c.model.derived, ref.id).type;
    case 'table':
      return definition(c, 'table', c.model.tables, ref.id, ctx.asOf ?? c.month).type;
    case 'parameter':
      return definition(c, 'parameter', c.model.parameters, ref.id, ctx.asOf ?? c.month).type;
    default:
      return 'amount';
  }
}

export const isWord = (type: ValueType): boolean => type === 'yes-no' || type === 'one-of';
