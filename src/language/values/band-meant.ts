/** A band as programs and papers write it: `<18`, `>= 18`, `18+`, `6-12`, `6 to 12`. */
const SIGN = /^(<=|>=|<|>|≤|≥)\s*(\d+(?:\.\d+)?)$/;
const UPWARDS = /^(\d+(?:\.\d+)?)\s*\+$/;
const BETWEEN = /^(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*((?:0|[1-9]\d*)(?:\.\d+)?)$/;

/** A hint with the band that was meant, in whole numbers with both ends in, or in amounts with the upper end out; null where it is not plain to see. */
export function bandMeant(text: string, counts: 'whole' | 'amounts'): string | null {
  const band = meant(text, counts === 'whole');
  return band === null ? null : `Write ${band}.`;
}

function meant(text: string, whole: boolean): string | null {
  const upwards = UPWARDS.exec(text);
  if (upwards !== null) return `${upwards[1]!}..`;
  const between = BETWEEN.exec(text);
  if (between !== null) return `${between[1]!}${whole ? '..' : '..<'}${between[2]!}`;
  const sign = SIGN.exec(text);
  if (sign === null) return null;
  const [, how, end] = sign as unknown as [string, string, string];
  if (how === '>=' || how === '≥') return `${end}..`;
  if (how === '<') return whole ? `..${String(Number(end) - 1)}` : `..<${end}`;
  if (how === '>') return whole ? `${String(Number(end) + 1)}..` : `{ above: ${end} }`;
  return whole ? `..${end}` : `{ to: ${end} }`;
}
