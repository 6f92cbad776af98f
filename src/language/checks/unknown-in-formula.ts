import type { Diagnostic } from '../../model/diagnostic.js';
import type { Ref } from '../../model/expression.js';
import { nameOf } from '../../model/node-id.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Finder } from './found.js';
import { keyOf, namesDeciding, namesInRule } from './names.js';
import type { Site } from './sites.js';
import { walk } from './walk.js';

/**
 * A formula must have a number for every household: a name that may be unknown there is refused, and so is a test that decides
 * a case on one; a derived fact alone may be left unknown by a test.
 */
export function unknownInFormula(
  _linked: Linked,
  domains: Domains,
  find: Finder,
  sites: readonly Site[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const tell = (path: string, ref: Ref, as: 'formula' | 'condition', message: string, remedy: string): void => {
    const key = `${path} ${keyOf(ref)}`;
    if (seen.has(key)) return;
    seen.add(key);
    const name = nameOf(ref);
    const cause = unsaid(ref, domains) ?? name;
    const because = cause === name ? '' : `, because "${cause}" may not be said`;
    const place = find.read(path, ref, as);
    found.push(error('may-be-unknown', place, `${message}${because}`, `Give "${cause}" an \`assume\`, or ${remedy}`));
  };
  for (const { path, formula, known, certain } of sites) {
    walk(formula, known, domains, {
      name: (ref, here) => {
        if (!domains.under(ref, here).unknown) return;
        const message = `"${nameOf(ref)}" may be unknown in this formula`;
        tell(path, ref, 'formula', message, 'let a case that tests it come first.');
      },
      condition: (when, here) => {
        if (!certain) return;
        for (const ref of namesDeciding(when)) {
          if (!domains.under(ref, here).unknown) continue;
          const message = `a case of this formula tests "${nameOf(ref)}", which may be unknown`;
          tell(path, ref, 'condition', message, 'take silence into its list: [no, unknown].');
        }
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
