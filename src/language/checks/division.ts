import type { Diagnostic } from '../../model/diagnostic.js';
import type { Expression, Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { numbersOf } from './domains/formula-domain.js';
import { error, type Finder } from './found.js';
import { mayBeZero } from './domains/interval.js';
import { namesIn } from './names.js';
import type { Site } from './sites.js';
import { walk } from './walk.js';

/** A division by what may be 0 is refused, unless `max` or a test keeps the 0 off. */
export function divisionByZero(
  _linked: Linked,
  domains: Domains,
  find: Finder,
  sites: readonly Site[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { path, formula, known } of sites) {
    walk(formula, known, domains, {
      division: (right, here) => {
        if (!mayBeZero(numbersOf(right, here, domains))) return;
        const [first] = namesIn(right);
        const message = messageFor(right, first);
        if (seen.has(`${path} ${message}`)) return;
        seen.add(`${path} ${message}`);
        found.push(
          error(
            'may-divide-by-zero',
            first === undefined ? find.at(path) : find.read(path, first, 'formula'),
            message,
            'Write max(…; 1), or put the division in a case that tests { above: 0 }.',
          ),
        );
      },
    });
  }
  return found;
}

function messageFor(divisor: Expression, first: Ref | undefined): string {
  if (divisor.kind === 'name') return `"${nameOf(divisor.ref)}" may be 0, and this formula divides by it`;
  const reads = first === undefined ? '' : `: it reads "${nameOf(first)}"`;
  return `the divisor of this formula may be 0${reads}`;
}
