import { finding, type Check, type Finding } from './finding.js';

type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every difference between two JSON values, keys and their order included. */
export function differences(check: Check, path: Finding['path'], expected: unknown, found: unknown): Finding[] {
  if (Array.isArray(expected) && Array.isArray(found)) return ofLists(check, path, expected, found);
  if (isObject(expected) && isObject(found)) return ofObjects(check, path, expected, found);
  return Object.is(expected, found) ? [] : [finding(check, path, expected, found)];
}

function ofLists(
  check: Check,
  path: Finding['path'],
  expected: readonly unknown[],
  found: readonly unknown[],
): Finding[] {
  return Array.from({ length: Math.max(expected.length, found.length) }, (_, i) =>
    differences(check, [...path, i], expected[i], found[i]),
  ).flat();
}

function ofObjects(check: Check, path: Finding['path'], expected: Json, found: Json): Finding[] {
  const [keys, foundKeys] = [Object.keys(expected), Object.keys(found)];
  const extra = foundKeys.filter((key) => !Object.hasOwn(expected, key));
  const inside = [...keys, ...extra].flatMap((key) =>
    differences(check, [...path, key], own(expected, key), own(found, key)),
  );
  if (inside.length > 0 || keys.join('\n') === foundKeys.join('\n')) return inside;
  return [finding(check, path, keys, foundKeys)];
}

function own(value: Json, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Differences between two traces, node by node: none missing, none too many, none doubled, in order, each printing the same text. */
export function traceDifferences(expected: unknown, found: unknown): Finding[] {
  if (!isObject(expected) || !isObject(found) || !isList(expected['nodes']) || !isList(found['nodes']))
    return differences('trace', ['trace'], expected, found);
  const [nodes, foundNodes] = [expected['nodes'], found['nodes']];
  const outside = differences('trace', ['trace'], { ...expected, nodes: [] }, { ...found, nodes: [] });
  const [ids, foundIds] = [nodes.map(idOf), foundNodes.map(idOf)];
  if (ids.join('\n') === foundIds.join('\n'))
    return [...outside, ...differences('trace', ['trace', 'nodes'], nodes, foundNodes)];
  return [...outside, ...wrongIds(ids, foundIds)];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function idOf(node: unknown): string {
  return isObject(node) && typeof node['id'] === 'string' ? node['id'] : 'a node without id';
}

function wrongIds(ids: readonly string[], found: readonly string[]): Finding[] {
  const at = (id: string): Finding['path'] => ['trace', 'nodes', id];
  const missing = ids.filter((id) => !found.includes(id)).map((id) => finding('trace', at(id), id, undefined));
  const extra = found
    .filter((id, place) => !ids.includes(id) || found.indexOf(id) !== place)
    .map((id) => finding('trace', at(id), undefined, id));
  if (missing.length + extra.length > 0) return [...missing, ...extra];
  const place = ids.findIndex((id, i) => found[i] !== id);
  return [finding('trace', ['trace', 'nodes', place], ids[place], found[place])];
}
