import type { Diagnostic } from '../../model/diagnostic.js';
import { nameOf } from '../../model/node-id.js';
import type { Linked } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Finder } from './found.js';
import { namesDeciding } from './names.js';

/** A fact with an `assume` is known wherever it applies: an income that nobody listed must not leave open whether it does. */
export function applies({ model }: Linked, domains: Domains, find: Finder): readonly Diagnostic[] {
  return model.facts.flatMap((fact, at) => {
    if (fact.builtIn || fact.assume === null) return [];
    const open = namesDeciding(fact.applies).find((name) => domains.of(name).open);
    if (open === undefined) return [];
    return [
      error(
        'applies-open',
        find.read(find.info('facts', at).path, open, 'condition'),
        `whether "${fact.id}" applies hangs on "${nameOf(open)}", which may be open`,
        'Let it hang on asked facts, or take its `assume` away.',
      ),
    ];
  });
}
