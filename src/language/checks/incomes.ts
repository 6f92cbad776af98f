import type { Diagnostic } from '../../model/diagnostic.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Finder } from './found.js';

/** A kind of income may be open, unless none of it counts and nothing reads it: then its span must be known. */
export function incomes({ model, reads }: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  return model.incomes.flatMap((income, at) => {
    if (income.plausible !== null) return [];
    const counts = income.counts.kind !== 'number' || income.counts.value !== '0';
    const read = reads.some(
      ({ ref }) =>
        (ref.of === 'income' && ref.kind === income.id) || (ref.of === 'incomes' && income.tags.includes(ref.tag)),
    );
    if (!counts && !read) return [];
    const info = find.info('incomes', at);
    return [
      error(
        'income-without-span',
        info.place,
        `income "${income.id}" may be open, and nothing says how much it may be`,
        'Write `plausible: 0..<6000`, the span while nobody says.',
      ),
    ];
  });
}
