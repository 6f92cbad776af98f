/** A small reader of markup: enough to see whether a page is well formed, and what it holds. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Node | string)[];
}

const VOID = new Set(['meta']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Throws where a tag is not closed in its turn, an attribute is not quoted or doubled, or a sign is not escaped. */
export function parseMarkup(html: string): Node {
  const root: Node = { name: '#root', attributes: {}, children: [] };
  const open: Node[] = [root];
  const body = html.replace(/^<!doctype html>\n/, '').replace(/(<style>)[\s\S]*?(<\/style>)/, '$1$2');
  const token = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<]*")?)*)\s*(\/?)>|([^<]+)|(<)/giy;
  for (let match = token.exec(body); match !== null; match = token.exec(body)) {
    const [all, closing, name = '', attributes = '', selfClosing, words, stray] = match;
    const top = open.at(-1)!;
    if (stray !== undefined) throw new Error(`a "<" that opens no tag: ${body.slice(match.index, match.index + 60)}`);
    if (words !== undefined) top.children.push(decoded(words));
    else if (closing === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const node: Node = { name, attributes: attributesOf(attributes, all), children: [] };
      top.children.push(node);
      if (selfClosing !== '/' && !VOID.has(name)) open.push(node);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is never closed`);
  return root;
}

function attributesOf(text: string, tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(/([a-z][a-z0-9-]*)(?:="([^"]*)")?/gi)) {
    if (key in found) throw new Error(`${key} stands twice in ${tag}`);
    found[key] = decoded(value);
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&([a-z#0-9]*);?/gi, (all, name: string) => {
    const sign = ENTITIES[name];
    if (sign === undefined || !all.endsWith(';')) throw new Error(`"${all}" is no known entity`);
    return sign;
  });
}

/** All elements below a node, in the order of the page. */
export function elementsOf(node: Node): Node[] {
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));
}

export function textOf(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
