import type { Place } from '../../model/pack.js';
import type { Reader } from '../context.js';
import { didYouMean } from '../../model/near.js';
import { amountName } from './amount-names.js';
import { hintFor, namesFor } from './names-offered.js';
import type { Found, Resolved } from './resolved.js';

/**
 * Finds what a name means for a reader, notes that it is read, and tells names that do not exist, that may not be read here,
 * or that belong to persons while the reader does not. Null after a finding.
 */
export function resolveName(name: string, reader: Reader, place: Place): Resolved | null {
  const found = amountName(name, reader, place) ?? byId(name, reader, place);
  if (found === 'told') return null;
  if (found === null) {
    reader.context.report.error(
      'unknown-name',
      place,
      `${name} is no name`,
      didYouMean(name, namesFor(reader), hintFor(name)),
    );
    return null;
  }
  return allowScope(found, name, reader, place) ? read(found, reader, place) : null;
}

function byId(name: string, reader: Reader, place: Place): Found {
  const { context } = reader;
  const definition = context.byId.get(name)?.[0];
  if (definition === undefined) {
    const signature = context.signature(name);
    if (signature !== null) return { ...signature, ref: { of: 'fact', id: name } };
    return tableName(name, reader);
  }
  const signature = context.signature(name);
  if (signature === null) return 'told';
  switch (definition.section) {
    case 'facts':
      return { ...signature, ref: { of: 'fact', id: name } };
    case 'derive':
      return { ...signature, ref: { of: 'derived', id: name } };
    case 'parameters':
      return { ...signature, ref: { of: 'parameter', id: name } };
    case 'series':
      return { ...signature, ref: { of: 'series', id: name } };
    case 'tables':
      return tableWithoutColumn(name, reader, place);
    case 'needs':
      if (reader.extra.includes('line')) return { ...signature, ref: { of: 'line', id: name } };
      context.report.error(
        'name-not-here',
        place,
        `the need ${name} cannot be read here`,
        'Needs are read by adjustments and figures.',
      );
      return 'told';
    default:
      context.report.error(
        'name-not-here',
        place,
        `${name} stands under ${definition.section} and is no value`,
        definition.section === 'bills'
          ? `Write bill.${name}.`
          : definition.section === 'totals'
            ? `Write total.${name}.`
            : 'Read another name.',
      );
      return 'told';
  }
}

function tableWithoutColumn(name: string, reader: Reader, place: Place): Found {
  const table = reader.context.table(name);
  if (table === null) return 'told';
  if (table.gives[0] === '') return { ...table, ref: { of: 'table', id: name } };
  reader.context.report.error(
    'name-not-here',
    place,
    `${name} gives several results`,
    `Write ${table.gives.map((g) => `${name}.${g}`).join(' or ')}.`,
  );
  return 'told';
}

/** `survey.food`: a table and one of its `gives`. */
function tableName(name: string, reader: Reader): Found {
  const dot = name.lastIndexOf('.');
  const id = name.slice(0, dot);
  if (dot < 0 || reader.context.byId.get(id)?.[0]?.section !== 'tables') return null;
  const table = reader.context.table(id);
  const column = name.slice(dot + 1);
  if (table === null) return 'told';
  return table.gives.includes(column) ? { ...table, ref: { of: 'table', id, column } } : null;
}

function allowScope(found: Resolved, name: string, reader: Reader, place: Place): boolean {
  if (found.scope !== 'person' || reader.scope !== 'household') return true;
  reader.context.report.error(
    'person-name',
    place,
    `${name} belongs to each person, and this is of the household`,
    'Add it up first in a derived fact: household.x: { sum: person, of: … }, or write it for: person.',
  );
  return false;
}

/** Notes that a name is read. */
export function read(found: Resolved, reader: Reader, place: Place, acceptsUnknown = false): Resolved {
  if (found.scope === 'person') reader.found.person = true;
  reader.context.reads.push({
    reader: reader.path,
    ref: found.ref,
    place,
    as: reader.as,
    ...(acceptsUnknown ? { acceptsUnknown: true as const } : {}),
    ...(reader.asOf === null ? {} : { asOf: reader.asOf }),
  });
  return found;
}
