import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { changed, type Change } from './edit-yaml.js';

/** A JSON text with some changes, indented by two; numbers keep their digits as they were written. Ends with a line feed. */
export function editJson(text: string, changes: readonly Change[]): string {
  return `${written(changed(text, changes).contents, '')}\n`;
}

/** Maps and lists that hold others stand on lines of their own; the rest on one. */
function written(node: Node | null, indent: string): string {
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => ({
      key: JSON.stringify(keyOf(key)),
      value: value as Node | null,
    }));
    return enclosed(
      '{',
      pairs.map(({ key, value }) => `${key}: ${written(value, `${indent}  `)}`),
      '}',
      indent,
      indent === '' || pairs.some(({ value }) => isMap(value) || isSeq(value)),
    );
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => written(item as Node, `${indent}  `));
    return enclosed(
      '[',
      items,
      ']',
      indent,
      node.items.some((item) => isMap(item) || isSeq(item)),
    );
  }
  return isScalar(node) ? scalar(node.value, node.source) : 'null';
}

function enclosed(open: string, parts: readonly string[], close: string, indent: string, apart: boolean): string {
  if (parts.length === 0) return open + close;
  if (!apart) return open === '{' ? `{ ${parts.join(', ')} }` : `[${parts.join(', ')}]`;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

/** A number that was not changed stands as it was written: 1450.50, and every digit of a long one. */
function scalar(value: unknown, source: string | undefined): string {
  if (typeof value !== 'number') return JSON.stringify(value ?? null);
  return source !== undefined && Number(source) === value ? source : String(value);
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
