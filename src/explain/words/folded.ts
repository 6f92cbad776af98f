/** A word as it is compared with what somebody typed: small letters without accents, one kind of apostrophe and of blank. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss');
}
