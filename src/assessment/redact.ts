import type { NeedLine } from '../model/evaluation.js';
import type { Model } from '../model/model.js';
import type { TraceNode, TraceTest } from '../model/trace.js';
import { sealed, withoutSeal, type Assessment } from './document.js';

/** The same document without what the household said; it is verified with the household's file beside it. */
export function withoutInput(assessment: Assessment): Assessment {
  return sealed({ ...withoutSeal(assessment), input: null });
}

/** Stands for words that were left out. */
const WITHHELD = '…';

/**
 * The same document without the values of sensitive facts and without free text, which may say anything: sensitive facts are
 * dropped from `input`, `assumptions`, `overrides` and `warnings`, and shown as null in the trace; `about` is dropped; reason
 * and author of what was changed by hand are "…". `input.redacted` names what was dropped. What was computed from it stays: a
 * line that is there for an illness still tells of it.
 */
export function redacted(assessment: Assessment, model: Model): Assessment {
  const sensitive = sensitiveIn(model);
  const nameOf = (text: string): string => text.split('@')[0] ?? text;
  const dropped: string[] = [];
  const input = assessment.input === null ? null : redactedInput(assessment.input, sensitive, dropped);
  return sealed({
    ...withoutSeal(assessment),
    input: input === null ? null : { ...input, redacted: dropped },
    assumptions: assessment.assumptions.filter((one) => !sensitive.has(nameOf(one.name))),
    warnings: assessment.warnings.filter(({ names }) => !names.some((name) => sensitive.has(nameOf(name)))),
    overrides: assessment.overrides.filter((one) => !sensitive.has(nameOf(one.target))).map(withheld),
    needs: { ...assessment.needs, lines: assessment.needs.lines.map(redactedLine) },
    ...(assessment.trace === undefined
      ? {}
      : {
          trace: {
            level: assessment.trace.level,
            nodes: assessment.trace.nodes.map((node) => redactedNode(node, sensitive)),
          },
        }),
  });
}

/** Names of sensitive facts; `input` may have one under its former name. */
function sensitiveIn({ facts }: Model): ReadonlySet<string> {
  const names = facts.filter((fact) => fact.sensitive).flatMap(({ id, renamed }) => [id, renamed]);
  return new Set(names.filter((name) => name !== null));
}

function redactedInput(
  input: Readonly<Record<string, unknown>>,
  sensitive: ReadonlySet<string>,
  dropped: string[],
): Record<string, unknown> {
  const keep = (scope: string, id: string, map: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(map).filter(([key]) => {
        if (!sensitive.has(`${scope}.${key}`)) return true;
        dropped.push(`${scope}.${key}${id}`);
        return false;
      }),
    );
  const { about, ...result }: Record<string, unknown> = input;
  if (about !== undefined) dropped.push('about');
  for (const [list, prefix] of [
    ['persons', 'p'],
    ['others', 'o'],
  ] as const) {
    if (input[list] === undefined) continue;
    result[list] = (input[list] as readonly Record<string, unknown>[]).map((person, i) =>
      keep('person', `@${textOr(person['id'], `${prefix}${i + 1}`)}`, person),
    );
  }
  for (const scope of ['dwelling', 'household']) {
    if (input[scope] !== undefined) result[scope] = keep(scope, '', input[scope] as Record<string, unknown>);
  }
  if (input['overrides'] !== undefined) {
    result['overrides'] = (input['overrides'] as readonly Record<string, unknown>[])
      .filter((one) => !sensitive.has(textOr(one['name'], '').split('@')[0] ?? ''))
      .map(withheld);
  }
  return result;
}

function redactedLine(line: NeedLine): NeedLine {
  return line.override === null ? line : { ...line, override: withheld(line.override) };
}

function withheld<T extends object>(override: T): T {
  return { ...override, reason: WITHHELD, by: WITHHELD };
}

function redactedNode(node: TraceNode, sensitive: ReadonlySet<string>): TraceNode {
  if (node.kind === 'fact') {
    const name = node.id.slice('fact/'.length).split('@')[0] ?? '';
    return sensitive.has(name) ? { id: node.id, kind: 'fact', origin: node.origin, value: null } : node;
  }
  const tests = (list: readonly TraceTest[]): readonly TraceTest[] =>
    list.map((test) => (sensitive.has(test.name) ? { ...test, value: null } : test));
  if (node.kind === 'condition' || node.kind === 'lever') return { ...node, tests: tests(node.tests) };
  if (node.kind === 'cases') return { ...node, cases: node.cases.map((one) => ({ ...one, tests: tests(one.tests) })) };
  return node;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
