import { monthIndex } from '../../calendar/month.js';
import type { Place } from '../../model/pack.js';
import type { Reader } from '../context.js';
import { convertPeriod } from './convert.js';
import { linkLookup } from './formula-lookup.js';
import type { Ast } from './formula-syntax.js';
import { placeWithin, type Scalar } from '../reading/tree.js';
import { isNumeric, joinTerms, termIn, type Typed } from './typed.js';
import { FACTOR, isFactor, parseUnit, sameUnit } from './unit.js';

/** Links what stands inside a call. */
export type LinkAst = (ast: Ast, scalar: Scalar, reader: Reader, alone: boolean) => Typed | null;

/** Links a call: `min`, `round`, `monthly`, `at` …, or a table looked up with another last key. Null after a finding. */
export function linkCall(
  ast: Extract<Ast, { kind: 'call' }>,
  scalar: Scalar,
  reader: Reader,
  link: LinkAst,
): Typed | null {
  const place = placeWithin(scalar, ast.at);
  const { report } = reader.context;
  const count = (least: number, most: number): boolean => {
    if (ast.args.length >= least && ast.args.length <= most) return true;
    report.error(
      'arguments',
      place,
      `${ast.name} takes ${least === most ? least : `${least} or more`} arguments, parted by ;`,
      `Write ${USES[ast.name] ?? ast.name}.`,
    );
    return false;
  };
  const argument = (at: number): Typed | null => {
    const arg = ast.args[at] as Ast;
    const linked = link(arg, scalar, reader, false);
    return linked !== null && isNumeric(linked, placeWithin(scalar, arg.at), reader) ? linked : null;
  };
  switch (ast.name) {
    case 'min':
    case 'max': {
      if (!count(1, Infinity)) return null;
      const terms = ast.args.map((_, at) => argument(at));
      if (terms.includes(null)) return null;
      const joined = joinTerms(terms as Typed[], place, reader);
      return joined === null
        ? null
        : {
            ...joined,
            expression: { kind: ast.name, of: (terms as Typed[]).map((term) => termIn(joined, term, reader)) },
          };
    }
    case 'round':
      return count(2, 2) ? linkRound(ast, argument(0), place, scalar, reader) : null;
    case 'up':
    case 'down': {
      const of = count(1, 1) ? argument(0) : null;
      if (of === null) return null;
      return { ...of, type: isFactor(of.unit) ? 'whole' : of.type, expression: { kind: ast.name, of: of.expression } };
    }
    case 'monthly':
    case 'yearly': {
      const of = count(1, 1) ? argument(0) : null;
      return of === null ? null : convertPeriod(of, ast.name === 'monthly' ? 'month' : 'year', place, reader);
    }
    case 'at':
      return count(2, 2) ? linkAt(ast, place, scalar, reader, link) : null;
    default:
      return linkLookup(ast, Object.values(USES), place, scalar, reader);
  }
}

const USES: Readonly<Record<string, string>> = {
  min: 'min(a; b)',
  max: 'max(a; b)',
  round: 'round(x; 0.01)',
  up: 'up(x)',
  down: 'down(x)',
  monthly: 'monthly(x)',
  yearly: 'yearly(x)',
  at: 'at(2020-12; x)',
};

function linkRound(
  ast: Extract<Ast, { kind: 'call' }>,
  of: Typed | null,
  place: Place,
  scalar: Scalar,
  reader: Reader,
): Typed | null {
  const step = ast.args[1] as Ast;
  if (of === null) return null;
  const stepUnit = step.kind === 'number' && step.unit !== null ? parseUnit(step.unit) : FACTOR;
  if (step.kind !== 'number' || step.share || Number(step.text) === 0) {
    reader.context.report.error(
      'arguments',
      placeWithin(scalar, step.at),
      'round takes a number above 0 as its step',
      'Write round(x; 0.01).',
    );
    return null;
  }
  if (stepUnit === null || (!isFactor(stepUnit) && !of.pending && !sameUnit(stepUnit, of.unit))) {
    reader.context.report.error(
      'unit-mismatch',
      place,
      'the step has another unit than what is rounded',
      'Write the step without unit.',
    );
    return null;
  }
  const whole = isFactor(of.unit) && /^\d+$/.test(step.text);
  return {
    ...of,
    type: whole ? 'whole' : of.type === 'whole' ? 'number' : of.type,
    expression: { kind: 'round', of: of.expression, step: step.text },
  };
}

function linkAt(
  ast: Extract<Ast, { kind: 'call' }>,
  place: Place,
  scalar: Scalar,
  reader: Reader,
  link: LinkAst,
): Typed | null {
  const [first, second] = ast.args as [Ast, Ast];
  const month = first.kind === 'month' ? monthIndex(first.text) : null;
  if (month === null) {
    reader.context.report.error(
      'arguments',
      placeWithin(scalar, first.at),
      'at takes a month first',
      'Write at(2020-12; x).',
    );
    return null;
  }
  if (reader.asOf !== null) {
    reader.context.report.error('arguments', place, 'at(…) inside at(…)', 'Write one of them.');
    return null;
  }
  const of = link(second, scalar, { ...reader, asOf: month }, false);
  return of === null ? null : { ...of, expression: { kind: 'at', month, of: of.expression } };
}
