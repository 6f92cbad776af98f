import { monthIndex } from '../../calendar/month.js';
import type { TableKey } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { ValueType } from '../../model/value.js';
import type { Reader } from '../context.js';
import { placeWithin, type Scalar } from '../reading/tree.js';
import type { Ast } from './formula-syntax.js';
import { shareText } from './literal.js';
import { resolveName } from './resolve.js';
import { typedName, type Typed } from './typed.js';

/** `ris.base(single)`: a table with another value for its last `by`. `functions` are told where the name is no table. */
export function linkLookup(
  ast: Extract<Ast, { kind: 'call' }>,
  functions: readonly string[],
  place: Place,
  scalar: Scalar,
  reader: Reader,
): Typed | null {
  const { context } = reader;
  const isTable = (id: string): boolean => context.byId.get(id)?.[0]?.section === 'tables';
  const id = isTable(ast.name) ? ast.name : ast.name.slice(0, Math.max(0, ast.name.lastIndexOf('.')));
  const arg = ast.args[0] as Ast;
  if (!isTable(id) || ast.args.length !== 1) {
    context.report.error(
      'unknown-call',
      place,
      `${ast.name}(…) is no function and no table`,
      `Functions: ${functions.join(', ')}; tables: ris.base(single).`,
    );
    return null;
  }
  // found first with the reader's own scope opened: the last `by` is replaced, so it may be of persons
  const open: Reader = { ...reader, scope: 'infer', found: { person: false } };
  const found = resolveName(ast.name, open, place);
  const table = context.table(id);
  if (found === null || table === null || found.ref.of !== 'table') return null;
  const last = table.by[table.by.length - 1];
  if (last === undefined) return null;
  const key = lookupKey(arg, last.type, last.values, scalar, reader);
  if (key === null) return null;
  const person = table.rowScope === 'person' || table.by.slice(0, -1).some((by) => by.scope === 'person');
  if (person && reader.scope === 'household') {
    context.report.error(
      'person-name',
      place,
      `${ast.name} belongs to each person, and this is of the household`,
      'Read it inside an aggregate: { sum: person, of: … }.',
    );
    return null;
  }
  if (person) reader.found.person = true;
  const ref = { ...found.ref, with: key };
  const asOf = reader.asOf === null ? {} : { asOf: reader.asOf };
  reader.context.reads.push({ reader: reader.path, ref, place, as: reader.as, ...asOf });
  return typedName({ ...found, ref }, ast.name, place, reader);
}

function lookupKey(
  arg: Ast,
  type: ValueType,
  values: readonly string[],
  scalar: Scalar,
  reader: Reader,
): TableKey | null {
  const place = placeWithin(scalar, arg.at);
  if (arg.kind === 'number' && ['whole', 'number', 'amount', 'share', 'age'].includes(type)) {
    const value = arg.share ? (shareText(`${arg.text}%`) ?? arg.text) : arg.text;
    return { kind: 'literal', value: type === 'age' ? String(Number(value) * 12) : value };
  }
  if (arg.kind === 'month' && (type === 'date' || type === 'month'))
    return { kind: 'literal', value: String(monthIndex(arg.text)) };
  if (arg.kind !== 'name') {
    reader.context.report.error(
      'arguments',
      place,
      'a table is looked up with one value or name',
      'Write ris.base(single).',
    );
    return null;
  }
  const words = type === 'yes-no' ? ['yes', 'no'] : values;
  if (words.includes(arg.name)) return { kind: 'literal', value: arg.name };
  const found = resolveName(arg.name, { ...reader, as: 'key' }, place);
  if (found === null) return null;
  if (found.type !== type && found.pending !== true && !(isPlainNumber(found.type) && isPlainNumber(type))) {
    reader.context.report.error(
      'wrong-type',
      place,
      `the last key of the table is a ${type}, ${arg.name} a ${found.type}`,
      'Look it up with a value of that kind.',
    );
    return null;
  }
  return { kind: 'name', ref: found.ref };
}

function isPlainNumber(type: ValueType): boolean {
  return ['whole', 'number', 'amount', 'share'].includes(type);
}
