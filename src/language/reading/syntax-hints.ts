/** What is mostly wrong where a text is not YAML, in our words; the parser's own code is the key. */
const HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Check the blanks at the beginning of the line.',
  TAB_AS_INDENT: 'Indent with blanks, not with tabs.',
  MISSING_CHAR: 'A quote, bracket or colon is not closed.',
  MULTIPLE_DOCS: 'Take the "---" away: a file holds one document.',
};

/** What the parser says that means nothing to somebody who only writes YAML. */
const MESSAGES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'a second document begins here',
};

interface Fault {
  readonly code: string;
  readonly message: string;
}

/** The parser's first line, unless it speaks of itself. */
export function syntaxMessage({ code, message }: Fault): string {
  return MESSAGES[code] ?? (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
}

export function syntaxHint({ code }: Fault, otherwise: string): string {
  return HINTS[code] ?? otherwise;
}
