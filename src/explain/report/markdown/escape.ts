import { plainText } from '../plain-text.js';

/** Text as text in Markdown: no emphasis, link, image, HTML, table cell or list can begin in it. */
export function escape(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/@(?=[\w-]*\.)/g, '\\@')
    .replace(/^(\s*)(-(?=[-\s]|$)|\+(?=\s|$)|[#=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
