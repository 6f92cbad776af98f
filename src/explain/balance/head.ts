import { isoDate } from '../words/dates.js';
import { cells, rule, wrap } from '../words/columns.js';
import { labelOf } from '../words/names.js';
import { yearsWords } from '../words/persons.js';
import type { Page } from './page.js';

/** Month, pack, policy, and who the budget is for. */
export function head({ voice, assessment, width }: Page): string[] {
  const { pack, policy } = assessment;
  const title = voice.say('head.title', { month: voice.month(assessment.month) });
  const overlays =
    pack.overlays.length === 0 ? '' : ` ${voice.say('head.overlays', { list: pack.overlays.join(', ') })}`;
  const from = voice.say('head.pack', { id: pack.id, version: pack.version }) + overlays;
  const gap = width - cells(title) - cells(from);
  const lines = gap >= 2 ? [title + ' '.repeat(gap) + from] : [title, from];
  lines.push(rule(width));
  if (policy !== null) lines.push(...wrap(voice.say('head.policy', { policy: labelOf(voice, policy.id) }), width));
  return [...lines, ...personLines({ voice, assessment, width })];
}

type Said = Readonly<Record<string, unknown>>;

function personLines(page: Pick<Page, 'voice' | 'assessment' | 'width'>): string[] {
  const { voice, assessment, width } = page;
  const input = assessment.input;
  if (input === null) return [];
  const members = (input['persons'] ?? []) as readonly Said[];
  const others = (input['others'] ?? []) as readonly Said[];
  return [
    ...members.map((person, i) => personLine(page, person, `p${i + 1}`)),
    ...others.map((person, i) => `${personLine(page, person, `o${i + 1}`)}, ${voice.say('person.outside')}`),
  ].flatMap((line) => wrap(line, width, 2, 4));
}

function personLine({ voice }: Pick<Page, 'voice'>, person: Said, id: string): string {
  const parts: string[] = [];
  const role = person['role'];
  if (role === 'head' || role === 'partner' || role === 'child' || role === 'parent' || role === 'other')
    parts.push(voice.say(`role.${role}`));
  if (person['age'] !== undefined) parts.push(yearsWords(voice, Number(person['age'])));
  if (typeof person['born'] === 'string')
    parts.push(voice.say('age.born', { date: isoDate(voice.language, person['born']) }));
  const presence = shareOf(person['presence']);
  if (presence !== null) parts.push(voice.say('person.presence', { share: voice.percent(presence) }));
  return voice.say('head.person', { id: typeof person['id'] === 'string' ? person['id'] : id, list: parts.join(', ') });
}

/** "50%" or "0.5" as "0.5"; null for what is not said. */
export function shareOf(said: unknown): string | null {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(typeof said === 'string' ? said.trim() : '');
  if (match === null) return null;
  return match[2] === '%' ? String(Number(match[1]) / 100) : (match[1] ?? null);
}
