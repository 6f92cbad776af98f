/**
 * Text from outside made safe to stand in a line of any format: a control character becomes its picture, a sign that
 * turns the direction of what follows and half of a pair become the mark of the unreadable. Line breaks become blanks.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/[\u0000-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(
      /[\u0080-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufff0-\ufffb\ufffe\uffff]|\p{Cs}/gu,
      '\ufffd',
    );
}
