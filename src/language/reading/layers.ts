import type { Place } from '../../model/pack.js';
import { didYouMean } from '../../model/near.js';
import { overlaid } from './overlay.js';
import { overlaySchema } from '../constructs/pack.js';
import type { Report } from '../report.js';
import type { Definition } from './definitions.js';
import type { FileContents } from './sections.js';
import { inRange } from './semver.js';
import { hasShape } from '../shapes/shape-errors.js';
import { isScalar, type Raw } from './tree.js';
import type { TextsFile } from '../constructs/texts.js';

/** All files of a pack and of what it lies on, read and laid over one another. */
export interface Assembled {
  readonly pack: Raw;
  readonly packPlace: Place;
  /** Overlays as `id version`, in the order in which they lie. */
  readonly overlays: readonly string[];
  readonly definitions: readonly Definition[];
  readonly texts: readonly TextsFile[];
  /** All ids of all layers, those that an overlay removed too. */
  readonly everDefined: ReadonlySet<string>;
  readonly files: readonly FileContents[];
  readonly csv: ReadonlyMap<string, string>;
}

export interface Folder {
  readonly id: string;
  readonly files: readonly FileContents[];
}

export function layer(
  top: string,
  ids: readonly string[],
  load: (id: string) => Folder,
  csv: Map<string, string>,
  report: Report,
): Assembled | null {
  const chain: Folder[] = [];
  const overlays: string[] = [];
  let id: string | null = top;
  while (id !== null) {
    const folder: Folder = load(id);
    const holder = folder.files.find((file) => file.overlay !== null);
    if (chain.some((other) => other.id === id)) {
      report.error(
        'overlay-circle',
        holder?.overlay?.place ?? { file: '', line: 1, column: 1 },
        `overlays lie on one another: ${chain.map((f) => f.id).join(', ')}`,
        'Let one of them lie on a pack.',
      );
      return null;
    }
    chain.unshift(folder);
    id = null;
    if (holder?.overlay === null || holder?.overlay === undefined) continue;
    const next = overlayBase(holder.overlay.body, folder.id, report);
    if (next === null) return null;
    overlays.unshift(next.name);
    if (!ids.includes(next.base.text)) {
      report.error(
        'no-pack',
        next.base.place,
        `there is no pack ${next.base.text} to lie on`,
        didYouMean(next.base.text, ids, 'It lies in baskets/<pack>/ and rules/<pack>/.'),
      );
      return null;
    }
    id = next.base.text;
    checkRange(next, load(id), report);
  }
  return joined(chain, overlays, csv, report);
}

interface Base {
  readonly name: string;
  readonly base: { readonly text: string; readonly place: Place };
  readonly range: string;
}

function overlayBase(body: Raw, folder: string, report: Report): Base | null {
  if (!hasShape(overlaySchema, body, 'overlay', report)) return null;
  if (body.id.text !== folder)
    report.error(
      'wrong-folder',
      body.id.place,
      `the overlay ${body.id.text} lies in the folder ${folder}`,
      'Folder and id are one word.',
    );
  const [base = '', ...range] = body.on.text.split(/\s+/);
  const name = body.version === undefined ? body.id.text : `${body.id.text} ${body.version.text}`;
  return { name, base: { text: base, place: body.on.place }, range: range.join(' ') };
}

function checkRange({ base, range }: Base, folder: Folder, report: Report): void {
  const pack = folder.files.find((file) => file.pack !== null)?.pack?.body;
  const raw =
    pack !== undefined && typeof pack === 'object' && 'version' in pack
      ? (pack as { version: Raw }).version
      : undefined;
  if (!isScalar(raw)) return;
  const fits = range === '' ? null : inRange(raw.text, range);
  if (fits === true) return;
  report.error(
    'overlay-version',
    base.place,
    fits === null
      ? `${range === '' ? 'a range' : range} of versions is missing or cannot be read`
      : `${base.text} has version ${raw.text}, which is not ${range}`,
    `Write on: ${base.text} ^${raw.text.split('.').slice(0, 2).join('.')}.`,
  );
}

function joined(
  chain: readonly Folder[],
  overlays: readonly string[],
  csv: Map<string, string>,
  report: Report,
): Assembled | null {
  const [bottom, ...above] = chain;
  if (bottom === undefined) return null;
  const packs = bottom.files.flatMap((file) => (file.pack === null ? [] : [file.pack]));
  const pack = packs[0];
  const files = chain.flatMap((folder) => folder.files);
  if (pack === undefined) {
    report.error(
      'no-pack',
      { file: bottom.files[0]?.file ?? `rules/${bottom.id}`, line: 1, column: 1 },
      `${bottom.id} has no pack: section`,
      'Write pack: { id, version, … } in one file.',
    );
    return null;
  }
  if (packs.length > 1)
    report.error(
      'duplicate-id',
      packs.map(({ place }) => place),
      'there are two pack: sections',
      'Keep one.',
    );
  for (const file of above.flatMap((folder) => folder.files)) {
    if (file.pack !== null)
      report.error('unknown-section', file.pack.place, 'an overlay has no pack: section', 'Take it away.');
  }
  for (const file of bottom.files) {
    const body = file.change?.body ?? null;
    if (body !== null || file.remove.length > 0)
      report.error(
        'unknown-section',
        { file: file.file, line: 1, column: 1 },
        'change and remove belong to overlays',
        'Write overlay: { id, on } in one file.',
      );
  }
  let definitions: Definition[] = bottom.files.flatMap((file) => file.definitions);
  for (const folder of above) {
    // scenarios say what the pack they stand in computes; an overlay is there to compute something else
    const below = definitions.filter(({ section }) => section !== 'scenarios');
    definitions = overlaid(below, folder.files, report);
  }
  return {
    pack: pack.body,
    packPlace: pack.place,
    overlays,
    definitions,
    texts: chain.flatMap((folder, layer) => folder.files.flatMap((file) => textsFile(file, layer, report))),
    everDefined: new Set(files.flatMap((file) => file.definitions.map(({ id }) => id))),
    files,
    csv,
  };
}

function textsFile(file: FileContents, layer: number, report: Report): TextsFile[] {
  if (file.texts === null) return [];
  const language = /^rules\/[^/]+\/(?:.+\/)?texts\/([^/]+)\.ya?ml$/.exec(file.file)?.[1];
  if (language !== undefined) return [{ language, body: file.texts, layer, draft: file.draft }];
  report.error(
    'texts-place',
    { file: file.file, line: 1, column: 1 },
    'texts stand in rules/<pack>/texts/<language>.yaml',
    'Move them there.',
  );
  return [];
}
