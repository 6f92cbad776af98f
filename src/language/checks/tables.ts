import { monthText } from '../../calendar/month.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { nameOf } from '../../model/node-id.js';
import type { Row, Table } from '../../model/numbers.js';
import type { DefinitionInfo, Linked } from '../linked.js';
import { atomText } from './domains/atoms.js';
import { combinations, possibleOnes, type Combination } from './domains/coverage.js';
import type { Domains } from './domains/domains.js';
import { error, warning, type Finder } from './found.js';
import { editionPlace, writtenRows, type WrittenRow } from './row-place.js';
import { windowed, windowsOf } from './windows.js';

/** After so many gaps or overlaps of one edition the search stops. */
const MOST = 50;
/** How many missing combinations one finding shows. */
const SHOWN = 3;

/** Gaps and overlaps of tables (all, or those wanted) over every value the facts allow, and rows that nothing reaches. */
export function tables(
  linked: Linked,
  domains: Domains,
  find: Finder,
  wanted: (table: Table) => boolean = () => true,
): readonly Diagnostic[] {
  const inWindow = windowed(linked.model, domains);
  return linked.model.tables.flatMap((table, at) => {
    if (!wanted(table)) return [];
    const info = find.info('tables', at);
    return table.editions.flatMap(({ from, rows }, i) => {
      const edition = from === null ? '' : ` in the edition of ${monthText(from)}`;
      const written = writtenRows(linked, find, info, from, rows.length);
      const windows = windowsOf(linked.model, table.valid, from, table.editions[i + 1]?.from ?? null);
      return once(
        windows.flatMap((window) =>
          checkRows({ table, info, rows, written, edition, month: from }, inWindow(window), find),
        ),
      );
    });
  });
}

function once(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(findings.map((finding) => [finding.message, finding])).values()];
}

interface Edition {
  readonly table: Table;
  readonly info: DefinitionInfo;
  readonly rows: readonly Row[];
  readonly written: readonly WrittenRow[];
  readonly edition: string;
  readonly month: number | null;
}

function checkRows(edition: Edition, domains: Domains, find: Finder): readonly Diagnostic[] {
  const { table, rows } = edition;
  const gaps: Combination[] = [];
  const overlaps = new Map<string, Combination>();
  const reached = new Set<number>();
  const seen = combinations(table, rows, domains, (found) => {
    if (found.rows.length === 0 && table.hit !== 'sum') gaps.push(found);
    const one = table.hit === 'unique' || table.hit === 'slices';
    if (one && found.rows.length > 1) overlaps.set(found.rows.slice(0, 2).join(' '), found);
    const taken = table.hit === 'first' ? found.rows.slice(0, 1) : found.rows;
    for (const row of taken) reached.add(row);
    return gaps.length < MOST && overlaps.size < MOST;
  });
  const complete = seen && gaps.length < MOST && overlaps.size < MOST;
  return [
    ...gapFinding(edition, gaps, domains, find),
    ...[...overlaps.values()].map((found) => overlapFinding(edition, found, domains)),
    ...(complete ? neverReached(edition, reached) : []),
    ...(seen ? [] : [tooMany(edition, find)]),
  ];
}

function gapFinding(
  { table, info, edition, month }: Edition,
  gaps: readonly Combination[],
  domains: Domains,
  find: Finder,
): readonly Diagnostic[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const shown = gaps.slice(0, SHOWN).map((gap) => describe(table, gap, domains));
  const more = gaps.length > SHOWN ? `, and ${gaps.length - SHOWN} more` : '';
  const message = `table "${info.id}"${edition} has no row for ${shown.join('; ')}${more}`;
  return [error('table-gap', editionPlace(find, info, month), message, gapHint(cellsOf(table, first, domains)))];
}

function gapHint(cells: readonly string[]): string {
  if (cells.includes('none')) {
    return 'Where a fact does not apply its value is none, and only `any` takes it: write `hit: first` and a last row with `any`.';
  }
  return `Add a row, for example [${cells.join(', ')}, …]; \`any\` takes everything, \`none\` as a result says that there is no value on purpose.`;
}

function overlapFinding({ table, info, edition, written }: Edition, found: Combination, domains: Domains): Diagnostic {
  const numbers = found.rows.slice(0, 4).map((row) => written[row]?.number ?? row + 1);
  const places = found.rows.slice(0, 4).flatMap((row, i) => {
    const place = written[row]?.place;
    return place === undefined ? [] : [{ ...place, caption: `row ${numbers[i] ?? ''}` }];
  });
  return error(
    'table-overlap',
    places,
    `rows ${numbers.join(' and ')} of table "${info.id}"${edition} both take ${describe(table, found, domains)}`,
    'Make the cells meet without overlapping, or say which row counts: hit: first, lowest, highest or sum.',
  );
}

function tooMany({ info, edition, month }: Edition, find: Finder): Diagnostic {
  return warning(
    'table-too-wide',
    editionPlace(find, info, month),
    `table "${info.id}"${edition} is too wide to look at all its combinations: a gap may have been missed`,
    'Look some of its keys up in a table of their own.',
  );
}

/** A written row of which nothing is reached. */
function neverReached({ table, info, edition, written }: Edition, reached: ReadonlySet<number>): readonly Diagnostic[] {
  const used = new Set([...reached].map((row) => written[row]));
  const never = [...new Set(written)].filter((row) => !used.has(row));
  return never.map(({ number, place }) =>
    warning(
      'row-never-reached',
      place,
      `row ${number} of table "${info.id}"${edition} is never reached`,
      table.hit === 'first'
        ? 'Rows before it take all its values: move it up or leave it out.'
        : 'No value that the facts allow fits it: correct its cells or leave it out.',
    ),
  );
}

/** `person.age 3..5, person.school none` */
function describe(table: Table, found: Combination, domains: Domains): string {
  const cells = cellsOf(table, found, domains);
  return table.by.map((ref, k) => `${nameOf(ref)} ${cells[k] ?? ''}`).join(', ');
}

function cellsOf(table: Table, found: Combination, domains: Domains): readonly string[] {
  const [one] = possibleOnes(found.atoms, table.by, domains, 1);
  return table.by.map((ref, k) => {
    const all = found.atoms[k] ?? [];
    const same = table.by.length === 1 ? all : [one?.[k] ?? all[0]];
    const texts = same.flatMap((atom) => (atom === undefined ? [] : [atomText(atom, domains.of(ref))]));
    return texts.length <= 4 ? texts.join(' or ') : `${texts.slice(0, 3).join(' or ')} …`;
  });
}
