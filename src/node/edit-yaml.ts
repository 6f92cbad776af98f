import { isCollection, isMap, isScalar, isSeq, parseDocument, type Document } from 'yaml';

/** One change: what stands at a path from now on; undefined takes it away. A path ends in `+` to add to a list. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** A YAML text with some changes: comments, order and the style of what is not touched stay as they are. */
export function editYaml(text: string, changes: readonly Change[]): string {
  const edited = changed(text, changes).toString({ lineWidth: 0, flowCollectionPadding: true });
  return edited.endsWith('\n') ? edited : `${edited}\n`;
}

/** A text (JSON is YAML too) as a document in which the changes are made. */
export function changed(text: string, changes: readonly Change[]): Document {
  const document = parseDocument(text, { keepSourceTokens: true });
  for (const { path, value } of changes) {
    if (value === undefined) document.deleteIn(path);
    else if (path.at(-1) === '+') append(document, path.slice(0, -1), value);
    else set(document, path, value);
  }
  return document;
}

function set(document: Document, path: readonly (string | number)[], value: unknown): void {
  if (isScalar(document.contents) || document.contents === null) document.contents = document.createNode({});
  for (let depth = 1; depth < path.length; depth++) {
    const at = path.slice(0, depth);
    if (!isCollection(document.getIn(at))) document.setIn(at, document.createNode({}));
  }
  const known = document.getIn(path, true);
  if (isScalar(known) && (typeof value !== 'object' || value === null)) known.value = plain(value);
  else document.setIn(path, document.createNode(plain(value)));
}

/** Entries of lists stand on a line each. */
function append(document: Document, path: readonly (string | number)[], value: unknown): void {
  const list = document.getIn(path);
  if (!isSeq(list)) document.setIn(path, document.createNode([]));
  const seq = document.getIn(path);
  if (isSeq(seq) && seq.items.length === 0) seq.flow = false;
  const node = document.createNode(plain(value));
  if (isMap(node)) node.flow = true;
  document.addIn(path, node);
}

/** Numbers stand without quotes where they lose no digit. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return String(Number(value)) === value ? Number(value) : value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
