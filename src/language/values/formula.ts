import type { NumberExpression } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { Status, ValueType } from '../../model/value.js';
import type { Context, Reader } from '../context.js';
import { refuseOtherCurrency } from './currency.js';
import { linkCall } from './formula-call.js';
import { FormulaError, parseFormula, type Ast } from './formula-syntax.js';
import { isZeroOrOne, shareText } from './literal.js';
import { taking } from './money.js';
import { noteOf, provenanceOf, type Origin } from './provenance.js';
import { resolveName } from './resolve.js';
import { placeWithin, type Scalar } from '../reading/tree.js';
import { isNumeric, joinTerms, termIn, typedName, type Typed } from './typed.js';
import { divideUnits, FACTOR, isFactor, multiplyUnits, parseUnit, type Unit } from './unit.js';

/** Links a formula. Null after a finding. */
export function linkFormula(scalar: Scalar, reader: Reader): Typed | null {
  let ast: Ast;
  try {
    ast = parseFormula(scalar.text);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    reader.context.report.error('formula-syntax', placeWithin(scalar, error.at), error.message, error.hint);
    return null;
  }
  return linkAst(ast, scalar, reader, true);
}

function linkAst(ast: Ast, scalar: Scalar, reader: Reader, alone: boolean): Typed | null {
  const place = placeWithin(scalar, ast.at);
  switch (ast.kind) {
    case 'number':
      return linkNumber(ast, place, reader, alone);
    case 'name':
      return linkName(ast.name, place, reader);
    case 'month':
      reader.context.report.error(
        'formula-syntax',
        place,
        `${ast.text} stands where a number or a name should`,
        'A month stands only in at(2020-12; x).',
      );
      return null;
    case 'binary':
      return linkBinary(ast, scalar, reader);
    case 'call':
      return linkCall(ast, scalar, reader, linkAst);
  }
}

/** A number with its provenance; numbers that enter a value are noted, so that those without source can be told. */
export function numberExpression(
  value: string,
  place: Place,
  reader: { readonly context: Context; readonly path: string; readonly origin: Origin | null },
  alone: boolean,
): NumberExpression {
  const { context, origin, path } = reader;
  if (origin === null) return { kind: 'number', value };
  const free = isZeroOrOne(value);
  if (free && !alone) return { kind: 'number', value };
  const from = provenanceOf(origin, (source): Status | null => context.sources.get(source)?.status ?? null);
  if (!free || from !== null) context.numbers.push({ path, place, value, from, note: noteOf(origin) });
  return from === null ? { kind: 'number', value } : { kind: 'number', value, from };
}

function linkNumber(ast: Extract<Ast, { kind: 'number' }>, place: Place, reader: Reader, alone: boolean): Typed | null {
  const value = ast.share ? (shareText(`${ast.text}%`) ?? ast.text) : ast.text;
  const unit = ast.unit === null ? FACTOR : parseUnit(ast.unit);
  if (unit === null || value.length > 40) {
    reader.context.report.error(
      'formula-syntax',
      place,
      `${ast.text} ${ast.unit ?? ''} is no number`,
      'Write at most 40 digits.',
    );
    return null;
  }
  if (refuseOtherCurrency(unit, place, reader.context)) return null;
  return {
    expression: taking(unit, numberExpression(value, place, reader, alone), reader.context.info.currency),
    type: ast.share ? 'share' : !isFactor(unit) ? 'amount' : value.includes('.') ? 'number' : 'whole',
    unit,
    bare: ast.unit === null && !ast.share,
    values: [],
    pending: false,
  };
}

function linkName(name: string, place: Place, reader: Reader): Typed | null {
  const found = resolveName(name, reader, place);
  return found === null ? null : typedName(found, name, place, reader);
}

function linkBinary(ast: Extract<Ast, { kind: 'binary' }>, scalar: Scalar, reader: Reader): Typed | null {
  const left = linkAst(ast.left, scalar, reader, false);
  const right = linkAst(ast.right, scalar, reader, false);
  if (left === null || right === null) return null;
  const place = placeWithin(scalar, ast.at);
  const numeric = isNumeric(left, placeWithin(scalar, ast.left.at), reader);
  if (!isNumeric(right, placeWithin(scalar, ast.right.at), reader) || !numeric) return null;
  const kind = ({ '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const)[ast.op];
  const pending = left.pending || right.pending;
  if (kind === 'add' || kind === 'subtract') {
    const joined = joinTerms([left, right], place, reader);
    if (joined === null) return null;
    const [a, b] = [termIn(joined, left, reader), termIn(joined, right, reader)];
    return { ...joined, expression: { kind, left: a, right: b } };
  }
  const unit = kind === 'multiply' ? multiplyUnits(left.unit, right.unit) : divideUnits(left.unit, right.unit);
  const { currency } = reader.context.info;
  if (unit.top.filter((word) => word === currency).length > 1) {
    reader.context.report.error(
      'amount-times-amount',
      place,
      'an amount times an amount is no amount',
      'One of the two should be a factor, a share or a count.',
    );
    return null;
  }
  return {
    expression: { kind, left: left.expression, right: right.expression },
    type: productType(kind, left, right, unit),
    unit,
    bare: left.bare && right.bare,
    values: [],
    pending,
  };
}

function productType(kind: 'multiply' | 'divide', left: Typed, right: Typed, unit: Unit): ValueType {
  if (!isFactor(unit)) return 'amount';
  return kind === 'multiply' && left.type === 'whole' && right.type === 'whole' ? 'whole' : 'number';
}
