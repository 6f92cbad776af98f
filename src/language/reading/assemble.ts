import type { Place } from '../../model/pack.js';
import type { SourceText } from '../linked.js';
import { didYouMean } from '../../model/near.js';
import { createReport, type Report } from '../report.js';
import { readSections, type FileContents } from './sections.js';
import { isMap, isScalar, isUnreadable } from './tree.js';
import { readYaml } from './yaml.js';
import { type Assembled, type Folder, layer } from './layers.js';

const PATH = /^(baskets|rules)\/([^/]+)\/.+$/;

/** Reads the files and finds the pack that is meant. Null after a finding that leaves no pack. */
export function assemble(sources: readonly SourceText[], wanted: string | undefined, report: Report): Assembled | null {
  const sorted = [...sources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const csv = new Map<string, string>();
  const folders = new Map<string, FileContents[]>();
  const read = new Set<string>();
  const inFolder = (id: string): readonly SourceText[] => sorted.filter(({ file }) => PATH.exec(file)?.[2] === id);
  const ids = [...new Set(sorted.flatMap(({ file }) => PATH.exec(file)?.[2] ?? []))];
  const load = (id: string): Folder => {
    if (!read.has(id)) {
      read.add(id);
      folders.set(
        id,
        inFolder(id).flatMap((source) => readFile(source, csv, report)),
      );
    }
    return { id, files: folders.get(id) ?? [] };
  };
  const top = chooseTop(ids, wanted, load, sorted, report);
  return top === null ? null : layer(top, ids, load, csv, report);
}

function readFile({ file, text }: SourceText, csv: Map<string, string>, report: Report): FileContents[] {
  if (file.endsWith('.csv')) {
    csv.set(file, text);
    return [];
  }
  if (!/\.ya?ml$/.test(file)) return [];
  const root = readYaml(file, text, report);
  if (root === null) return [];
  // a damaged file has its finding; what else is wrong in it is told when it can be read
  const contents = readSections(file, root, isMap(root) && isUnreadable(root) ? createReport() : report);
  return contents === null ? [] : [contents];
}

function chooseTop(
  ids: readonly string[],
  wanted: string | undefined,
  load: (id: string) => Folder,
  sources: readonly SourceText[],
  report: Report,
): string | null {
  const nowhere: Place = { file: sources[0]?.file ?? '', line: 1, column: 1 };
  if (wanted !== undefined) {
    if (ids.includes(wanted)) return wanted;
    report.error(
      'no-pack',
      nowhere,
      `there is no pack ${wanted}`,
      didYouMean(wanted, ids, 'A pack lies in baskets/<pack>/ and rules/<pack>/.'),
    );
    return null;
  }
  if (ids.length === 1) return ids[0] ?? null;
  if (ids.length === 0) {
    report.error('no-pack', nowhere, 'there is no pack here', 'A pack lies in baskets/<pack>/ and rules/<pack>/.');
    return null;
  }
  const under = new Set(ids.flatMap((id) => load(id).files.flatMap((file) => baseOf(file) ?? [])));
  const tops = ids.filter((id) => !under.has(id));
  if (tops.length === 1) return tops[0] ?? null;
  report.error(
    'no-pack',
    nowhere,
    `there are several packs here: ${ids.join(', ')}`,
    'Say which one with the option pack.',
  );
  return null;
}

function baseOf(file: FileContents): string | null {
  const body = file.overlay?.body;
  const on = body !== undefined && isMap(body) ? body.on : undefined;
  return on !== undefined && isScalar(on) ? (on.text.split(/\s+/)[0] ?? null) : null;
}
