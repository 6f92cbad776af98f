import { Exact, plain } from '../decimal/exact.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Model } from '../model/model.js';
import { nameOf } from '../model/node-id.js';
import { walkModel } from '../model/walk.js';

/** Name → the plain decimals at which the rules of a pack change their mind about it (ages in months). */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** Collects the bounds of all tests and table cells, so that generated households meet them. */
export function edgesOf(model: Model): Edges {
  const edges = new Map<string, Set<string>>();
  const add = (ref: Ref, value: string | null): void => {
    if (value === null || !/^-?\d/.test(value)) return;
    const name = nameOf(ref);
    const known = edges.get(name);
    if (known === undefined) edges.set(name, new Set([value]));
    else known.add(value);
  };
  const parameters = new Map(
    model.parameters.map((parameter) => [parameter.id, parameter.values.map((one) => one.value.value)]),
  );
  const constants = (expression: Expression): readonly string[] => {
    if (expression.kind === 'number') return [expression.value];
    return expression.kind === 'name' && expression.ref.of === 'parameter'
      ? (parameters.get(expression.ref.id) ?? [])
      : [];
  };
  walkModel(model, {
    test: ({ ref, check }) => {
      if (check.op === 'band') [check.from, check.below].forEach((value) => add(ref, value));
      else if (check.op === 'one-of') check.values.forEach((value) => add(ref, value));
      else check.bounds.flatMap(({ bound }) => constants(bound)).forEach((value) => add(ref, value));
    },
  });
  for (const table of model.tables) {
    for (const row of table.editions.flatMap((edition) => edition.rows)) {
      row.cells.forEach((cell, i) => {
        const ref = table.by[i];
        if (ref === undefined || cell.kind === 'any') return;
        if (cell.kind === 'band') [cell.from, cell.below].forEach((value) => add(ref, value));
        else cell.values.forEach((value) => add(ref, value));
      });
    }
  }
  return new Map([...edges].map(([name, values]) => [name, [...values]]));
}

/** A value with its neighbours one step below and above. */
export function around(value: string, step: string): readonly string[] {
  const exact = new Exact(value);
  return [plain(exact.minus(step)), plain(exact), plain(exact.plus(step))];
}
