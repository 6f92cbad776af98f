import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domain.js';
import { error, type Finder } from './found.js';
import { keyOf, namesInRule } from './names.js';
import type { Site } from './sites.js';
import { walk } from './walk.js';

/** A formula must have a number for every household: a name that may be unknown there is refused. */
export function unknownInFormula(
  _linked: Linked,
  domains: Domains,
  find: Finder,
  sites: readonly Site[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { path, formula, known } of sites) {
    walk(formula, known, domains, {
      name: (ref, here) => {
        const key = `${path} ${keyOf(ref)}`;
        if (!domains.under(ref, here).unknown || seen.has(key)) return;
        seen.add(key);
        const cause = unsaid(ref, domains);
        const because = cause === null || cause === nameOf(ref) ? '' : `, because "${cause}" may not be said`;
        found.push(
          error(
            'may-be-unknown',
            find.read(path, ref),
            `"${nameOf(ref)}" may be unknown in this formula${because}`,
            `Give "${cause ?? nameOf(ref)}" an \`assume\`, or let a case that tests it come first.`,
          ),
        );
      },
    });
  }
  return found;
}

/** The asked fact that may be left unsaid behind a name. */
function unsaid(ref: Ref, domains: Domains): string | null {
  const seen = new Set<string>();
  const queue: Ref[] = [ref];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const key = keyOf(next);
    if (seen.has(key)) continue;
    seen.add(key);
    if (next.of === 'fact' && domains.of(next).unknown) return next.id;
    if (next.of === 'derived')
      for (const derived of domains.definitions.derived.get(next.id) ?? []) queue.push(...namesInRule(derived.rule));
  }
  return null;
}
