/** A formula as written; `at` is the offset of its first character in the text. */
export type Ast =
  | {
      readonly kind: 'number';
      readonly at: number;
      readonly text: string;
      readonly unit: string | null;
      readonly share: boolean;
    }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'month'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'binary';
      readonly at: number;
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Ast;
      readonly right: Ast;
    }
  | { readonly kind: 'call'; readonly at: number; readonly name: string; readonly args: readonly Ast[] };

/** Where and why a text is no formula. */
export class FormulaError extends Error {
  constructor(
    readonly at: number,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

interface Token {
  readonly kind: 'number' | 'month' | 'name' | 'operator' | '(' | ')' | ';' | 'end';
  readonly text: string;
  readonly at: number;
  readonly unit?: string | null;
  readonly share?: boolean;
}

const WORD = '[A-Za-z](?:[A-Za-z0-9]|-[A-Za-z0-9])*';
const NAME = new RegExp(`${WORD}(?:\\.${WORD})*`, 'y');
const NUMBER = /\d+(?:\.\d+)?/y;
const MONTH = /\d{4}-\d{2}(?![\d-])/y;
const UNIT = new RegExp(` (${WORD}(?:/${WORD})?)`, 'y');

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function tokens(text: string): Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === ' ') at += 1;
    else if (char === '(' || char === ')' || char === ';') out.push({ kind: char, text: char, at: at++ });
    else if ('+-*/'.includes(char)) {
      if (at + 1 === text.length && text[at - 1] === ' ') {
        throw new FormulaError(text.length, 'the formula ends too early', `Write a number or a name after ${char}.`);
      }
      if (text[at - 1] !== ' ' || text[at + 1] !== ' ') {
        throw new FormulaError(at, `an operator has a blank on each side: ${char}`, operatorHint(char, at));
      }
      out.push({ kind: 'operator', text: char, at: at++ });
    } else {
      const token = numberToken(text, at) ?? nameToken(text, at);
      if (token === null) throw new FormulaError(at, `${char} has no place in a formula`, charHint(char));
      out.push(token.token);
      at = token.next;
    }
  }
  out.push({ kind: 'end', text: '', at: text.length });
  return out;
}

function operatorHint(char: string, at: number): string {
  return char === '-' && at === 0 ? 'There is no minus before a term: write 0 - x.' : `Write a ${char} b.`;
}

function charHint(char: string): string {
  if (char === ',') return 'Arguments are parted by ; and decimals by a point.';
  if (char === '%') return 'Write it right behind its number: 50%.';
  return 'A formula has numbers, names, + - * /, brackets and ;.';
}

function numberToken(text: string, at: number): { token: Token; next: number } | null {
  const month = match(MONTH, text, at);
  if (month !== null) return { token: { kind: 'month', text: month, at }, next: at + month.length };
  const digits = match(NUMBER, text, at);
  if (digits === null) return null;
  let next = at + digits.length;
  if (text[next] === '%')
    return { token: { kind: 'number', text: digits, at, share: true, unit: null }, next: next + 1 };
  if (/[A-Za-z_.,\d]/.test(text[next] ?? ' ')) {
    const hint =
      text[next] === ','
        ? 'Arguments are parted by ; and decimals by a point.'
        : 'Write digits, a blank, then the unit: 12.50 EUR/month.';
    throw new FormulaError(text[next] === ',' ? next : at, 'this is no number', hint);
  }
  const unit = match(UNIT, text, next);
  // a unit is a word right behind the number; a name may not stand there anyway
  if (unit !== null && text[next + unit.length] !== '(') next += unit.length;
  else return { token: { kind: 'number', text: digits, at, share: false, unit: null }, next };
  return { token: { kind: 'number', text: digits, at, share: false, unit: unit.trim() }, next };
}

function nameToken(text: string, at: number): { token: Token; next: number } | null {
  const name = match(NAME, text, at);
  return name === null ? null : { token: { kind: 'name', text: name, at }, next: at + name.length };
}

/** Reads a formula. Throws `FormulaError`. Deep bracketing is refused. */
export function parseFormula(text: string): Ast {
  const list = tokens(text);
  let next = 0;
  let depth = 0;
  const peek = (): Token => list[next] as Token;
  const take = (): Token => list[next++] as Token;
  const operator = (ops: string): boolean => peek().kind === 'operator' && ops.includes(peek().text);

  const chain = (ops: string, inner: () => Ast): Ast => {
    let left = inner();
    while (operator(ops)) {
      const op = take();
      left = { kind: 'binary', at: op.at, op: op.text as '+', left, right: inner() };
    }
    return left;
  };
  const formula = (): Ast => {
    depth += 1;
    if (depth > 50)
      throw new FormulaError(peek().at, 'the formula nests too deep', 'Give its parts names of their own.');
    const result = chain('+-', () => chain('*/', factor));
    depth -= 1;
    return result;
  };
  const close = (): void => {
    const token = take();
    if (token.kind !== ')') throw new FormulaError(token.at, 'a bracket is not closed', 'Write ) here.');
  };
  const factor = (): Ast => {
    const token = take();
    if (token.kind === 'number') {
      return { kind: 'number', at: token.at, text: token.text, unit: token.unit ?? null, share: token.share === true };
    }
    if (token.kind === 'month') return { kind: 'month', at: token.at, text: token.text };
    if (token.kind === '(') {
      const inner = formula();
      close();
      return inner;
    }
    if (token.kind === 'name') {
      const opens = peek().kind === '(' && peek().at === token.at + token.text.length;
      if (!opens) return { kind: 'name', at: token.at, name: token.text };
      take();
      const args = [formula()];
      while (peek().kind === ';') {
        take();
        args.push(formula());
      }
      close();
      return { kind: 'call', at: token.at, name: token.text, args };
    }
    if (token.kind === 'operator' && token.text === '-') {
      throw new FormulaError(token.at, 'there is no minus before a term', 'Write 0 - x.');
    }
    throw new FormulaError(
      token.at,
      token.kind === 'end' ? 'the formula ends too early' : `${token.text} stands where a number or a name should`,
      'Write a number, a name, or something in brackets.',
    );
  };
  const result = formula();
  const rest = peek();
  if (rest.kind !== 'end') {
    throw new FormulaError(
      rest.at,
      `${rest.text} stands where the formula should end`,
      'Join terms with + - * /, each with a blank on both sides.',
    );
  }
  return result;
}
