import type { Reader } from '../context.js';
import { isList, isScalar } from '../reading/tree.js';

export function hintFor(name: string): string {
  return /^(yes|no|[a-z-]+)$/.test(name)
    ? 'Words stand alone in `is`, and only those of `values`; names are defined in a section.'
    : 'Define it in one of the sections.';
}

/** Names that a hint may offer. */
export function namesFor(reader: Reader): string[] {
  const { context } = reader;
  const names = ['person.age', 'person.role', 'person.presence', 'person.born', 'dwelling.share', 'month'];
  for (const { id, section, body } of context.definitions) {
    if (['facts', 'derive', 'parameters', 'series'].includes(section)) names.push(id);
    else if (section === 'tables') {
      const gives = body.gives;
      if (isList(gives)) names.push(...gives.filter(isScalar).map((column) => `${id}.${column.text}`));
      else names.push(id);
    } else if (section === 'needs' && reader.extra.includes('line')) names.push(id);
    else if (section === 'bills') names.push(`bill.${id}`);
    else if (section === 'totals') names.push(`total.${id}`);
    else if (section === 'incomes') names.push(`${context.signature(id)?.scope ?? 'person'}.income.${id}`);
  }
  return names;
}
