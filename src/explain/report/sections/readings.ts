import type { NeedLine } from '../../../model/evaluation.js';
import type { BillNode, FactNode, TraceNode } from '../../../model/trace.js';
import { grouped, groupId } from '../../balance/grouped.js';
import { withoutMark } from '../../balance/notice.js';
import { nodeName } from '../../argument/trace-index.js';
import { nameWords, splitAt, valueWords } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Block } from '../view.js';

/** What was said or assumed of the household that a line was computed from: age, region, a right that is held; persons of whom it is the same together. */
export function readings(context: Context, line: NeedLine): Block[] {
  const { voice, audience } = context;
  const facts = factsBehind(context, line).filter(({ id }) => audience === 'file' || nodeName(id).name !== ROLE);
  const rows = grouped(facts, nameInWords, (node) =>
    isAgeOfName(context, node) ? '' : `${node.value ?? ''} ${node.origin}`,
  ).map((group): readonly [string, string] => {
    const [first] = group.entries as [Reading];
    const isAge = isAgeOfName(context, first);
    const id = isAge ? group.name : told(context, groupId(group));
    const said = isAge ? agesOf(context, line, group.entries) : valueWords(voice, group.name, first.value);
    const assumed = first.origin === 'assumed' ? ` (${voice.say('origin.assumed')})` : '';
    return [withoutMark(nameWords(voice, id)), said + assumed];
  });
  return rows.length === 0
    ? []
    : [
        { kind: 'text', text: voice.say('report.depends') },
        { kind: 'terms', rows },
      ];
}

/** Who is the head is of no use to a family. */
const ROLE = 'person.role';

/** The family calls its members by age: an age beside such a name would say it twice. */
function isAgeOfName({ audience }: Context, { id }: Reading): boolean {
  return audience === 'family' && nodeName(id).name === 'person.age';
}

/** Of the person whose line it is the age alone, else whose ages: `adult of 34 and child of 6`. */
function agesOf({ voice, called }: Context, line: NeedLine, ages: readonly Reading[]): string {
  const persons = ages.flatMap(({ id }) => nodeName(id).person ?? []);
  const isOwn = persons.length === 1 && persons[0] === splitAt(line.id).person;
  return isOwn ? valueWords(voice, 'person.age', ages[0]!.value) : called.who(persons.join(', '));
}

/** What the household said or what was assumed of it: a fact, or a bill that a line is computed from. */
type Reading = FactNode | BillNode;

/** `person.age@tom`, `bill.mortgage`: the name under which words know it. */
function nameInWords({ id, kind }: Reading): string {
  return kind === 'bill' ? id.replace('/', '.') : id.slice('fact/'.length);
}

/** Facts and bills that a line reads, directly or through what it reads, in the order of reading; usual values and silence say nothing. */
function factsBehind({ nodes }: Context, line: NeedLine): Reading[] {
  const { name, person } = splitAt(line.id);
  const found: Reading[] = [];
  const seen = new Set<string>();
  const walk = (id: string): void => {
    const node = nodes.get(id);
    if (node === undefined || seen.has(id)) return;
    seen.add(id);
    if ((node.kind === 'fact' || node.kind === 'bill') && TELLING.has(node.origin) && node.value !== null)
      found.push(node);
    for (const next of inputsOf(node)) walk(next);
  };
  walk(`when/${name}${person === null ? '' : `@${person}`}`);
  walk(line.node);
  return found;
}

const TELLING: ReadonlySet<Reading['origin']> = new Set(['given', 'assumed', 'override', 'policy']);

function inputsOf(node: TraceNode): readonly string[] {
  if (node.kind === 'line') return node.steps.flatMap((step) => step.in ?? []);
  return 'in' in node ? (node.in ?? []) : [];
}
