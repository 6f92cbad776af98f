import type { Condition } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Domains, Constraints } from './domains/domains.js';
import { casesUnder } from './domains/formula-domain.js';

/** What is told of a formula's parts while it is walked, each with what is known there. */
export interface Visitor {
  name?(ref: Ref, known: Constraints): void;
  division?(right: Expression, known: Constraints): void;
  /** What decides a case. */
  condition?(when: Condition, known: Constraints): void;
}

/** Goes through a formula, its cases each with what their conditions keep off. Tests are not formulas and are left out. */
export function walk(formula: Expression, known: Constraints, domains: Domains, visitor: Visitor): void {
  const into = (part: Expression): void => walk(part, known, domains, visitor);
  switch (formula.kind) {
    case 'name':
      visitor.name?.(formula.ref, known);
      return;
    case 'divide':
      visitor.division?.(formula.right, known);
      break;
    case 'cases': {
      const under = casesUnder(formula.cases, known, domains);
      for (const each of under.cases) {
        visitor.condition?.(each.when, each.before);
        walk(each.is, each.known, domains, visitor);
      }
      walk(formula.otherwise, under.otherwise, domains, visitor);
    }
  }
  operandsOf(formula).forEach(into);
}
