import type { Place } from '../../model/pack.js';
import type { Context } from '../context.js';
import type { Scalar } from './tree.js';

/** A CSV file: the first line names the columns; every cell is a scalar with its place. */
export interface Csv {
  readonly columns: readonly Scalar[];
  readonly rows: readonly (readonly Scalar[])[];
}

/** Reads the CSV that a definition names, relative to the folder of the file it stands in. Null after a finding. */
export function readCsv(name: Scalar, context: Context): Csv | null {
  const { report } = context;
  const path = relativeTo(name.place.file, name.text);
  const text = path === null ? undefined : context.csv.get(path);
  if (path === null || text === undefined) {
    report.error(
      'no-file',
      name.place,
      `there is no file ${name.text} here`,
      'The path is relative to this file, and may not leave the pack.',
    );
    return null;
  }
  context.csvUsed.add(path);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const parsed = lines
    .map((line, index) => cells(line, path, index + 1))
    .filter((row) => row.length > 1 || row[0]?.text !== '');
  const [columns, ...rows] = parsed;
  if (columns === undefined || rows.length === 0) {
    report.error(
      'empty-file',
      { file: path, line: 1, column: 1 },
      'the file has no rows',
      'The first line names the columns, each further line is a row.',
    );
    return null;
  }
  let sound = true;
  for (const row of rows) {
    if (row.length === columns.length) continue;
    sound = false;
    const place = row[0]?.place ?? { file: path, line: 1, column: 1 };
    report.error(
      'csv-cells',
      place,
      `${row.length} cells where ${columns.length} columns are named`,
      'Write one cell for each column.',
    );
  }
  return sound ? { columns, rows } : null;
}

function cells(line: string, file: string, number: number): Scalar[] {
  const out: Scalar[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(,|$)/y;
  let at = 0;
  while (at <= line.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(line);
    if (found === null) break;
    const quoted = found[1] !== undefined;
    const text = quoted ? (found[1] ?? '').replaceAll('""', '"') : (found[2] ?? '').trim();
    const lead = /^\s*/.exec(line.slice(at))?.[0].length ?? 0;
    const place: Place = { file, line: number, column: at + lead + 1 };
    out.push({ text, raw: quoted ? `"${found[1] ?? ''}"` : text, place, quoted });
    if (found[3] === '') break;
    at = pattern.lastIndex;
  }
  return out;
}

/** `rules/be/facts.yaml` + `towns.csv` = `rules/be/towns.csv`; null when it leaves the folder of the pack. */
function relativeTo(file: string, name: string): string | null {
  if (name.startsWith('/') || name.includes('\\')) return null;
  const steps = file.split('/').slice(0, -1);
  for (const step of name.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  const path = steps.join('/');
  const root = file.split('/').slice(0, 2).join('/');
  return path.startsWith(`${root}/`) ? path : null;
}
