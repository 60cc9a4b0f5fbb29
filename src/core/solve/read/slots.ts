import type { Expr } from '../../math/expr.ts';
import { prefixFunctions } from '../../math/read/names.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { splitLetters } from '../../math/read/splitLetters.ts';
import { isStatement } from '../../math/read/statements.ts';
import type { ListItem } from '../task.ts';
import { stopWords } from './stopWords.ts';
import { unitOf } from './unitNames.ts';
import type { Parsed, ReadContext } from './context.ts';
import type { Captures } from './template.ts';
import type { TextToken } from './textTokens.ts';

const operatorWords: ReadonlySet<string> = new Set(['sum', 'int', 'prod']);
const mathWords: ReadonlySet<string> = new Set([
  'and',
  'or',
  'mod',
  'pi',
  'oo',
  'inf',
  'infinity',
  'infty',
  'in',
  'of',
]);

/** Reads what stands in the places of a template. Every method gives undefined for what is not of its kind. */
export class Slots {
  readonly context: ReadContext;
  private readonly said = new Set<string>();
  private readonly sentence: readonly TextToken[];
  private readonly captures: Captures;

  constructor(context: ReadContext, sentence: readonly TextToken[], captures: Captures) {
    this.context = context;
    this.sentence = sentence;
    this.captures = captures;
  }

  has(name: string): boolean {
    return this.captures.has(name);
  }

  tokens(name: string): readonly TextToken[] {
    const range = this.captures.get(name);
    return range === undefined ? [] : this.sentence.slice(range.from, range.to);
  }

  /** Lower-case words and signs. */
  words(name: string): readonly string[] {
    return this.tokens(name).map((token) => token.text);
  }

  /** The words of the sentence that are not in this place. */
  wordsOutside(name: string): ReadonlySet<string> {
    const range = this.captures.get(name);
    const rest = this.sentence.filter((_, at) => range === undefined || at < range.from || at >= range.to);
    return new Set(rest.map((token) => token.text));
  }

  /** An expression that makes no statement. */
  expr(name: string): Expr | undefined {
    const expr = this.parse(this.tokens(name));
    return expr === undefined || isStatement(expr) || expr.kind === 'tuple' ? undefined : expr;
  }

  /** An expression, or the right side of y = … and f(x) = …. */
  formula(name: string): Expr | undefined {
    const expr = this.parse(this.tokens(name));
    if (expr === undefined || expr.kind === 'tuple') return undefined;
    if (expr.kind !== 'relation') return isStatement(expr) ? undefined : expr;
    const [left, right, more] = expr.operands;
    const isHead = left?.kind === 'symbol' || (left?.kind === 'call' && left.name.length === 1);
    return isHead && more === undefined && expr.operators[0] === '=' ? right : undefined;
  }

  /** Relations that hold together: one or several. */
  statements(name: string): readonly Expr[] | undefined {
    const expr = this.parse(this.tokens(name));
    if (expr?.kind === 'set' && expr.items.every(isStatement)) return expr.items;
    if (expr === undefined || !isStatement(expr)) return undefined;
    return expr.kind === 'and' ? (expr.items.every(isStatement) ? expr.items : undefined) : [expr];
  }

  /** (a, b], also where both brackets are round. */
  interval(name: string): Expr | undefined {
    const expr = this.parse(this.tokens(name));
    if (expr?.kind === 'interval' || expr?.kind === 'union') return expr;
    const [lower, upper, more] = expr?.kind === 'tuple' ? expr.items : [];
    if (lower === undefined || upper === undefined || more !== undefined) return undefined;
    return { kind: 'interval', lower, upper, isLowerClosed: false, isUpperClosed: false };
  }

  /** One letter, or a name such as x_1. */
  letter(name: string): string | undefined {
    return letterOf(this.parse(this.tokens(name)));
  }

  /** One or several letters: "x", "x and y", "a, b, c". */
  letters(name: string): readonly string[] | undefined {
    const groups = splitList(this.tokens(name));
    const letters = groups.map((group) => letterOf(this.parse(group)));
    return letters.length > 0 && letters.every((letter) => letter !== undefined) ? letters : undefined;
  }

  /** "3, -1/2 and x": at least `atLeast` expressions. */
  list(name: string, atLeast = 2): readonly Expr[] | undefined {
    return this.listOf(this.tokens(name), atLeast);
  }

  listOf(range: readonly TextToken[], atLeast: number): readonly Expr[] | undefined {
    const tokens = unbracketed(range);
    const items = splitList(tokens).map((group) => this.parse(group));
    const isList = items.length >= atLeast && items.every((item) => item !== undefined && !isStatement(item));
    return isList ? (items as Expr[]) : undefined;
  }

  /** As `list`, or a multiple choice: (a) 3 (b) -1/2. */
  items(name: string): readonly ListItem[] | undefined {
    const labelled = labelledGroups(this.tokens(name));
    if (labelled === undefined)
      return this.list(name)?.map((value) => (value.kind === 'symbol' ? { value, name: value.name } : { value }));
    const items = labelled.map(({ label, tokens }) => ({ label, value: this.parse(tokens) }));
    return items.every((item): item is { label: string; value: Expr } => item.value !== undefined) ? items : undefined;
  }

  parse(tokens: readonly TextToken[]): Expr | undefined {
    if (tokens.length === 0 || !isMathematical(tokens, this.context)) return undefined;
    return this.parseSource(sourceOf(this.context.text, tokens));
  }

  parseSource(source: string, functions: readonly string[] = []): Expr | undefined {
    const found = parseOnce(this.context, source, functions);
    for (const note of found?.notes ?? []) this.said.add(note);
    return found?.expr;
  }

  /** Says which of several readings was taken; heard only if this filling of the template is the one that counts. */
  note(text: string): void {
    this.said.add(text);
  }

  /** The question is understood, but an answer would not be the one asked for: nothing else is tried. */
  refuse(detail: string): void {
    this.context.refusal.detail ??= detail;
  }

  commit(): void {
    for (const note of this.said) this.context.notes.add(note);
  }
}

/** Characters that may be parsed for one problem: templates try many ranges of a text. */
const maxParsed = 400_000;

function parseOnce(context: ReadContext, source: string, functions: readonly string[]): Parsed | undefined {
  const options = parseOptions(context);
  const key = [source, options.functions.length, options.letters.length, functions.join()].join('\n');
  if (context.parsed.has(key)) return context.parsed.get(key);
  context.budget.spent += source.length;
  if (context.budget.spent > maxParsed) return undefined;
  const result = parseMath(source, { ...options, functions: [...options.functions, ...functions] });
  const parsed = result.type === 'parsed' ? { expr: result.expr, notes: result.notes } : undefined;
  context.parsed.set(key, parsed);
  return parsed;
}

export function parseOptions(context: ReadContext): { functions: string[]; letters: string[] } {
  return { functions: [...context.functions.keys()], letters: [...context.letters, ...context.values] };
}

function letterOf(expr: Expr | undefined): string | undefined {
  if (expr?.kind === 'symbol') return expr.name;
  if (expr?.kind === 'constant' && (expr.name === 'e' || expr.name === 'i')) return expr.name;
  return undefined;
}

/** The text of a range, with the delimiters of the formulas in it taken off. */
export function sourceOf(text: string, tokens: readonly TextToken[]): string {
  let source = '';
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (before !== undefined) source += text.slice(before.end, token.start);
    source += token.type === 'math' ? token.text.trim().replace(/[.,;]$/, '') : text.slice(token.start, token.end);
  });
  return source;
}

/** False where English words stand in the range: "the cat" is no product of six letters. */
function isMathematical(tokens: readonly TextToken[], context: ReadContext): boolean {
  return tokens.every((token, index) => {
    if (token.type !== 'word' || token.text.length < 2 || mathWords.has(token.text)) return true;
    const next = tokens[index + 1]?.text;
    // sec x stands for a function, although a sec is a second and a root is a word.
    if (prefixFunctions.has(token.text) && (next === '(' || next === '^')) return true;
    // "5 kg" is a quantity, not 5·k·g.
    if (tokens[index - 1]?.type === 'number' && unitOf(token.text) !== undefined) return false;
    if (operatorWords.has(token.text)) return next === '_' || next === '(';
    if (token.text === 'by' && isTermBetweenSigns(tokens, index)) return true;
    if (stopWords.has(token.text) || /\d/.test(token.text)) return false;
    if (token.text.length <= 3) return true;
    const pieces = splitLetters(context.text.slice(token.start, token.end), {});
    return pieces?.some((piece) => piece.length > 1) ?? false;
  });
}

/** The "by" of ax + by = c. */
function isTermBetweenSigns(tokens: readonly TextToken[], index: number): boolean {
  const [before, after] = [tokens[index - 1], tokens[index + 1]?.text];
  const isBehindSign = before?.type === 'number' || /^[-+=(]$/.test(before?.text ?? '');
  return isBehindSign && (after === undefined ? before?.text !== '=' : /^[-+=)<>]$/.test(after));
}

/** Parts between commas and "and", outside brackets. */
export function splitList(tokens: readonly TextToken[]): readonly (readonly TextToken[])[] {
  const only = tokens[0];
  if (tokens.length === 1 && only?.type === 'math' && only.text.includes(',')) return splitFormula(only);
  const groups: TextToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(' || token.text === '[' || token.text === '{') depth += 1;
    if (token.text === ')' || token.text === ']' || token.text === '}') depth -= 1;
    const isSeparator =
      depth === 0 && (token.text === ',' || token.text === ';' || token.text === 'and' || token.text === 'or');
    if (isSeparator && token.type !== 'math') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups.filter((group) => group.length > 0);
}

/** "$3, 5, 8$" is a list in one formula. */
function splitFormula(token: TextToken): readonly (readonly TextToken[])[] {
  const groups: TextToken[][] = [];
  let [depth, from] = [0, 0];
  const { text } = token;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if ('([{'.includes(character) && character !== '') depth += 1;
    if (')]}'.includes(character) && character !== '') depth -= 1;
    if (at < text.length && !(depth === 0 && (character === ',' || character === ';'))) continue;
    const part = text.slice(from, at).replace(/^\s*(?:\\text\{\s*and\s*\}|\\,)/, '');
    if (part.trim() !== '') groups.push([{ ...token, text: part }]);
    from = at + 1;
  }
  return groups;
}

function unbracketed(tokens: readonly TextToken[]): readonly TextToken[] {
  const [first, last] = [tokens[0]?.text, tokens.at(-1)?.text];
  const isWrapped = (first === '{' && last === '}') || (first === '[' && last === ']');
  return isWrapped ? tokens.slice(1, -1) : tokens;
}

/** (a) 3 (b) 5 … or a) 3 b) 5 …: the labels must run a, b, c. */
function labelledGroups(
  tokens: readonly TextToken[],
): readonly { label: string; tokens: readonly TextToken[] }[] | undefined {
  const groups: { label: string; tokens: TextToken[] }[] = [];
  for (let at = 0; at < tokens.length;) {
    const expected = String.fromCharCode(97 + groups.length);
    const opens = tokens[at]?.text === '(' ? 1 : 0;
    const isLabel =
      tokens[at + opens]?.text === expected &&
      tokens[at + opens + 1]?.text === ')' &&
      (opens === 1 || groups.length > 0 || at === 0);
    const token = tokens[at];
    if (isLabel) {
      groups.push({ label: expected, tokens: [] });
      at += opens + 2;
    } else {
      const group = groups.at(-1);
      if (group === undefined || token === undefined) return undefined;
      if (token.text !== ',') group.tokens.push(token);
      at += 1;
    }
  }
  return groups.length >= 2 ? groups : undefined;
}
