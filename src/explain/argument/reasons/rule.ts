import { Exact, plain, roundTo } from '../../../decimal/exact.js';
import type { Expression } from '../../../model/expression.js';
import { definitionIn } from '../../../model/definitions-of.js';
import { nameOf } from '../../../model/node-id.js';
import type { Named } from '../named.js';
import type { AidNode } from '../../../model/trace.js';
import { namedOf, type Context } from '../context.js';
import { nodeOf } from '../needed.js';
import { nodeName } from '../trace-index.js';
import type { AidRule, Rule } from './rule-shape.js';

/** The formulas of a policy's aid with the values of its node; null where the policy pays nothing of its own. */
export function aidRule(context: Context, node: AidNode): AidRule | null {
  const { model } = context.pack;
  const aid = definitionIn(model.policies, nodeName(node.id).name, context.month)?.aid ?? null;
  if (aid === null) return null;
  const gap = node.steps.find(({ step }) => step === 'gap')?.value ?? '0';
  const told = (formula: Expression | null): Rule | null => (formula === null ? null : ruleOf(context, formula, gap));
  const pays = ruleOf(context, aid.pays, gap);
  const isAbove = ruleValue(pays)?.gt(gap) === true;
  return {
    pays,
    step: plain(new Exact(model.pack.rounding)),
    minimum: told(aid.minimum),
    once: told(aid.once),
    bound: node.steps.some(({ step }) => step === 'minimum') ? 'minimum' : isAbove ? 'gap' : null,
  };
}

function ruleOf(context: Context, formula: Expression, gap: string): Rule {
  const below = (one: Expression): Rule => ruleOf(context, one, gap);
  switch (formula.kind) {
    case 'number':
      return { kind: 'number', value: formula.value, money: formula.money === true };
    case 'name': {
      const { ref } = formula;
      if (ref.of === 'sum' && ref.id === 'gap') return { kind: 'gap', value: gap };
      const node = nodeOf(context, ref, null);
      return { kind: 'name', name: nameOf(ref), read: node === undefined ? null : namedOf(context, node) };
    }
    case 'multiply': {
      const { left, right } = formula;
      if (isShare(left)) return { kind: 'share', share: left.value, of: below(right) };
      if (isShare(right)) return { kind: 'share', share: right.value, of: below(left) };
      return { kind: 'multiply', left: below(left), right: below(right) };
    }
    case 'add':
    case 'subtract':
    case 'divide':
      return { kind: formula.kind, left: below(formula.left), right: below(formula.right) };
    case 'min':
    case 'max':
      return extremeOf(formula.kind, formula.of.map(below));
    case 'round':
      return { kind: 'round', of: below(formula.of), step: formula.step };
    default:
      return { kind: 'other' };
  }
}

/** A number below one before something else: `80% * gap`. */
function isShare(one: Expression): one is Extract<Expression, { kind: 'number' }> {
  return one.kind === 'number' && one.money !== true && new Exact(one.value).gt(0) && new Exact(one.value).lt(1);
}

function extremeOf(kind: 'min' | 'max', rules: readonly Rule[]): Rule {
  const values = rules.map(ruleValue);
  const known = values.filter((value) => value !== null);
  const best = known.length < values.length ? null : kind === 'min' ? Exact.min(...known) : Exact.max(...known);
  const counts = values.flatMap((value, at) => (best !== null && value?.eq(best) === true ? [at] : []));
  return { kind, of: rules.map((term, at) => ({ term, value: textOf(values[at] ?? null) })), counts };
}

const textOf = (value: Exact | null): string | null => (value === null ? null : plain(value));

/** What a rule comes to, not rounded; null where it reads what the trace does not have, or what is open. */
function ruleValue(rule: Rule): Exact | null {
  switch (rule.kind) {
    case 'number':
    case 'gap':
      return new Exact(rule.value);
    case 'name': {
      const text =
        rule.read === null || 'open' in rule.read.node
          ? undefined
          : /^-?\d+(?:\.\d+)?/.exec(rule.read.value ?? '')?.[0];
      return text === undefined ? null : new Exact(text);
    }
    case 'share':
      return ruleValue(rule.of)?.mul(rule.share) ?? null;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const [left, right] = [ruleValue(rule.left), ruleValue(rule.right)];
      if (left === null || right === null) return null;
      return OPERATIONS[rule.kind](left, right);
    }
    case 'min':
    case 'max': {
      const [at] = rule.counts;
      const value = at === undefined ? null : (rule.of[at]?.value ?? null);
      return value === null ? null : new Exact(value);
    }
    case 'round': {
      const value = ruleValue(rule.of);
      return value === null ? null : roundTo(value, new Exact(rule.step));
    }
    case 'other':
      return null;
  }
}

/** The named values that a rule reads. */
export function valuesIn({ pays, minimum, once }: AidRule): readonly Named[] {
  return [pays, minimum, once].flatMap((rule) => (rule === null ? [] : namedIn(rule)));
}

function namedIn(rule: Rule): readonly Named[] {
  switch (rule.kind) {
    case 'name':
      return rule.read === null ? [] : [rule.read];
    case 'share':
    case 'round':
      return namedIn(rule.of);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [...namedIn(rule.left), ...namedIn(rule.right)];
    case 'min':
    case 'max':
      return rule.of.flatMap((one) => namedIn(one.term));
    default:
      return [];
  }
}

const OPERATIONS = {
  add: (left: Exact, right: Exact) => left.add(right),
  subtract: (left: Exact, right: Exact) => left.sub(right),
  multiply: (left: Exact, right: Exact) => left.mul(right),
  divide: (left: Exact, right: Exact) => (right.isZero() ? null : left.div(right)),
};
