import type { Expr } from '../expr.ts';
import { ParseFailure, type ParseOptions, type Token } from './token.ts';

/** Deeper trees would make every recursive walk over them a danger. */
const maxDepth = 200;

const names: Readonly<Record<string, string>> = {
  ...{ line: 'the end of the line', newline: 'the end of the line', lbar: 'the bar “|”', rbar: 'the bar “|”' },
  ...{ '\\{': '“{”', '\\}': '“}”', approx: '“≈”', in: '“∈”' },
};

/** A place in the tokens, with everything that the rules of the grammar share. */
export class Cursor {
  readonly options: ParseOptions;
  readonly notes = new Set<string>();
  /** Open `|` in the innermost bracket: the next bar behind an operand closes it. */
  openBars = 0;
  /** Set while the body of an integral is read: `dx` ends it. */
  integral: { variable: string | undefined } | undefined;
  /** Set while the body of a limit is read: `+ lim` ends it. */
  isInLimit = false;
  private readonly tokens: readonly Token[];
  private readonly bound: string[] = [];
  private index = 0;
  private depth = 0;

  constructor(tokens: readonly Token[], options: ParseOptions) {
    this.tokens = tokens;
    this.options = options;
  }

  get token(): Token {
    return this.tokens[this.index] ?? this.ahead(0);
  }

  isAtEnd(): boolean {
    return this.token.type === 'end';
  }

  /** The end of the token before this one. */
  get end(): number {
    return this.tokens[this.index - 1]?.end ?? 0;
  }

  ahead(count: number): Token {
    const token = this.tokens[this.index + count] ?? this.tokens.at(-1);
    if (token === undefined) throw new RangeError('the tokens have no end');
    return token;
  }

  next(): Token {
    const token = this.token;
    if (token.type !== 'end') this.index += 1;
    return token;
  }

  is(...texts: readonly string[]): boolean {
    const { type, text } = this.token;
    return type === 'op' && texts.includes(text);
  }

  isCommand(...texts: readonly string[]): boolean {
    return this.token.type === 'command' && texts.includes(this.token.text);
  }

  take(...texts: readonly string[]): boolean {
    const { type, text } = this.token;
    if (type !== 'op' || !texts.includes(text)) return false;
    this.index += 1;
    return true;
  }

  /** `opened` is the bracket that this one closes. */
  expect(text: string, opened?: Token): void {
    if (this.take(text)) return;
    if (opened === undefined) throw this.failure(`I expected “${text.replace('\\', '')}” before ${this.nameOf()}.`);
    const name = opened.text.replace('\\', '').replace(/[lr]bar/, '|');
    throw new ParseFailure(`The bracket “${name}” is opened here, but never closed.`, opened.start);
  }

  /** What stands here, in words. */
  nameOf(token: Token = this.token): string {
    if (token.type === 'end') return 'the end';
    return names[token.text] ?? `“${token.text.slice(0, 40)}”`;
  }

  failure(message: string, at: number = this.token.start): ParseFailure {
    return new ParseFailure(message, at);
  }

  note(text: string): void {
    if (this.notes.size < 8) this.notes.add(text);
  }

  mark(): number {
    return this.index;
  }

  reset(mark: number): void {
    this.index = mark;
  }

  /** Guards every recursion of the grammar. */
  deeper<Result>(read: () => Result): Result {
    this.depth += 1;
    this.checkDepth(this.depth);
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** For trees that grow to the left in a loop. */
  checkDepth(depth: number): void {
    if (depth > maxDepth) throw this.failure(`The formula is nested more than ${maxDepth} levels deep here.`);
  }

  /** Inside new brackets bars and differentials begin afresh. */
  fresh<Result>(read: () => Result): Result {
    const [bars, isInLimit] = [this.openBars, this.isInLimit];
    [this.openBars, this.isInLimit] = [0, false];
    const result = this.deeper(read);
    [this.openBars, this.isInLimit] = [bars, isInLimit];
    return result;
  }

  withBound<Result>(variable: string, read: () => Result): Result {
    this.bound.push(variable);
    const result = read();
    this.bound.pop();
    return result;
  }

  isBound(name: string): boolean {
    return this.bound.includes(name);
  }
}

/** The rules that call one another across files. */
export interface Grammar {
  /** Everything up to the closing bracket or the end: statements joined by commas, and, or. */
  statements(): Expr;
  /** One statement: relations joined by and, or; or one expression. */
  statement(): Expr;
  relation(): Expr;
  sum(): Expr;
  /** A product, perhaps with a sign before it. */
  signedTerm(): Expr;
  term(): Expr;
  /** Factors that stand side by side. */
  juxtaposed(): Expr;
  /** A primary with its powers and postfixes. */
  power(): Expr;
  primary(): Expr;
  /** `{…}`, or a single token as LaTeX takes it: \frac12. */
  argument(): Expr;
}

export function spanned<Node extends Expr>(node: Node, start: number, end: number): Node {
  return { ...node, span: { start, end } };
}
