import type { BareToken, Emitted } from './bareTokens.ts';
import { singular, unitWords } from './unitWords.ts';

/** A whole operand in words, as parseMath reads it; `count`: how many tokens it takes. */
export interface Operand {
  readonly parts: readonly Emitted[];
  readonly count: number;
  /** One number, perhaps with a sign or a unit. */
  readonly isNumber: boolean;
  readonly hasUnit: boolean;
  /** 10-20: as well a range as a difference. */
  readonly isRange: boolean;
}

/** Words that no unit has in it: they begin something new. */
const clauseWords: ReadonlySet<string> = new Set(
  (
    'and or so then but which is are was were that this if when because since thus therefore hence equals equal gives ' +
    'get gets where while with than not no to as he she they it we you has have had more less fewer times remainder'
  ).split(' '),
);
const spoken: Readonly<Record<string, string>> = { times: '*', plus: '+', minus: '-', of: '*' };
/** Behind a number these begin a phrase, and are no unit. */
const particles: ReadonlySet<string> = new Set(
  'in on at for from left each of with after before by during total altogether a an per every until till'.split(' '),
);
const maxUnitWords = 5;
/** What follows an operand and changes it: "8 squared", "8 times as many", "8 more than 2", "14 remainder 2". */
const changing =
  /^(?:squared|cubed|times|remainder|r|mod|modulo|over|choose|factorial|plus|minus|divided|multiplied)$/i;

/** The operand that all of these tokens make, or undefined. */
export function readFactors(tokens: readonly BareToken[]): Operand | undefined {
  const operand = new OperandReader(tokens).read();
  return operand?.count === tokens.length ? operand : undefined;
}

/** The operand at the beginning of these tokens, where it certainly ends in the words behind it. */
export function readOperand(tokens: readonly BareToken[]): Operand | undefined {
  const operand = new OperandReader(tokens).read();
  if (operand === undefined) return undefined;
  const [next, second, third] = [tokens[operand.count], tokens[operand.count + 1], tokens[operand.count + 2]];
  if (next === undefined) return operand;
  const isMarkup =
    next.type === 'operator' && next.text === '*' && !next.isSpaced && (second === undefined || second.isSpaced);
  if (isMarkup) return operand;
  if (next.text === ',' && !next.isSpaced && second?.type === 'number' && !second.isSpaced) return undefined;
  if (next.type === 'mark')
    return /^[:/'_&#@^…]$/.test(next.text) && !isSentenceColon(next, second) ? undefined : operand;
  if (next.type === 'close') return operand;
  if (next.type !== 'word') return undefined;
  const [word, after] = [next.text.toLowerCase(), second?.text.toLowerCase() ?? ''];
  if (changing.test(word)) return undefined;
  if (/^(?:more|less|fewer|greater|bigger)$/.test(word) && after === 'than') return undefined;
  if (/^(?:and|or|to)$/.test(word) && second !== undefined) {
    if (/^(?:half|quarter|third|a)$/.test(after) && /^(?:half|quarter|third)$/i.test(third?.text ?? after))
      return undefined;
    // 2 feet and 6 inches, 5 and 1/3
    if (second.type === 'number' && third !== undefined && isTail(tokens, operand.count + 1)) return undefined;
  }
  return operand;
}

function isSentenceColon(next: BareToken, second: BareToken | undefined): boolean {
  return next.text === ':' && (second === undefined || second.isSpaced);
}

/** "and 6 inches", "and 1/3": not "and 8 * 2 = 16". */
function isTail(tokens: readonly BareToken[], at: number): boolean {
  const rest = new OperandReader(tokens.slice(at)).read();
  if (rest === undefined) return true;
  return tokens[at + rest.count]?.type !== 'relation';
}

class OperandReader {
  private readonly tokens: readonly BareToken[];
  private at = 0;
  private numbers = 0;
  private others = 0;
  private hasUnit = false;
  private isBad = false;
  private readonly parts: Emitted[] = [];

  constructor(tokens: readonly BareToken[]) {
    this.tokens = tokens;
  }

  read(): Operand | undefined {
    if (!this.sum() || this.isBad) return undefined;
    const { parts, at: count, hasUnit, tokens } = this;
    const [first, dash, second] = tokens;
    const isRange =
      count === 3 &&
      first?.type === 'number' &&
      second?.type === 'number' &&
      /^[-–]$/.test(dash?.text ?? '') &&
      !dash?.isSpaced &&
      !second.isSpaced &&
      Number(first.text.replaceAll(',', '')) < Number(second.text.replaceAll(',', ''));
    return { parts, count, isNumber: this.numbers === 1 && this.others === 0, hasUnit, isRange };
  }

  private get token(): BareToken | undefined {
    return this.tokens[this.at];
  }

  private take(text?: string): void {
    const token = this.token;
    if (token === undefined) return;
    this.parts.push({ text: text ?? token.text, start: token.start, end: token.end });
    this.at += 1;
  }

  /** Signed factors with operators between them; stops where no operator follows. */
  private sum(): boolean {
    if (!this.signedFactor()) return false;
    for (;;) {
      const operator = this.operatorAhead();
      if (operator === undefined) return true;
      this.others += 1;
      this.take(operator);
      if (!this.signedFactor()) {
        this.isBad = true;
        return false;
      }
    }
  }

  private operatorAhead(): string | undefined {
    const token = this.token;
    if (token === undefined) return undefined;
    if (token.type === 'operator') {
      const next = this.tokens[this.at + 1];
      const isMarkup =
        token.text === '*' && !token.isSpaced && (next === undefined || next.isSpaced || next.type === 'mark');
      return isMarkup ? undefined : token.text;
    }
    if (token.type !== 'word') return undefined;
    const next = this.tokens[this.at + 1];
    const word = token.text.toLowerCase();
    if (next?.type === 'number' && spoken[word] !== undefined) {
      if (word !== 'of') return spoken[word];
      const last = this.tokens[this.at - 1];
      const isPart = last?.text === '%' || this.isFraction() || last?.type === 'command';
      return isPart ? '*' : undefined;
    }
    return undefined;
  }

  /** 3/4 just before this place. */
  private isFraction(): boolean {
    const [above, stroke, below] = [this.tokens[this.at - 3], this.tokens[this.at - 2], this.tokens[this.at - 1]];
    return above?.type === 'number' && stroke?.text === '/' && below?.type === 'number';
  }

  private signedFactor(): boolean {
    for (let count = 0; this.token?.type === 'operator' && /^[-+−–]$/.test(this.token.text); count += 1) {
      if (count > 1) return false;
      this.take();
    }
    return this.factors();
  }

  /** One operand or several side by side: 2x, 3(4 + 1), (2)(3). */
  private factors(): boolean {
    if (!this.factor()) return false;
    for (;;) {
      const [token, last] = [this.token, this.tokens[this.at - 1]];
      if (token === undefined || last === undefined) return true;
      const isLetter = token.type === 'letter' || token.type === 'function' || token.type === 'command';
      const isGluedLetter = isLetter && (!token.isSpaced || last.type === 'command' || token.text.startsWith('\\'));
      const isBracket = token.type === 'open' && token.text !== '{' && (!token.isSpaced || last.type === 'close');
      const isNumberBehind = token.type === 'number' && !token.isSpaced && last.type === 'close';
      const isMixed = token.type === 'number' && token.isSpaced && last.type === 'number' && this.isProperFraction();
      if (!isGluedLetter && !isBracket && !isNumberBehind && !isMixed) return true;
      this.others += 1;
      if (!this.factor()) {
        this.isBad = true;
        return false;
      }
    }
  }

  /** 2 1/2 */
  private isProperFraction(): boolean {
    const [above, stroke, below] = [this.token, this.tokens[this.at + 1], this.tokens[this.at + 2]];
    return (
      stroke?.text === '/' && !stroke.isSpaced && below?.type === 'number' && Number(above?.text) < Number(below.text)
    );
  }

  private factor(): boolean {
    const token = this.token;
    switch (token?.type) {
      case 'number':
        this.numbers += 1;
        // parseMath passes over it; it says that this is money.
        if (token.isMoney === true) this.parts.push({ text: '$', start: token.start, end: token.start });
        this.take();
        break;
      case 'letter':
      case 'command':
        this.others += 1;
        this.take();
        break;
      case 'function':
        this.others += 1;
        this.take();
        return this.factor();
      case 'open':
        if (!this.bracket()) return false;
        break;
      default:
        return false;
    }
    this.postfix();
    this.unit();
    return !this.isBad;
  }

  private bracket(): boolean {
    const open = this.token?.text ?? '(';
    this.take(open === '{' ? '{' : '(');
    if (!this.sum()) return false;
    const close = this.token;
    if (close?.type !== 'close' || close.text !== { '(': ')', '[': ']', '{': '}' }[open]) return false;
    this.take(open === '{' ? '}' : ')');
    return true;
  }

  private postfix(): void {
    while (this.token?.type === 'postfix') {
      this.take();
      // A percentage alone is a plain number, a power is not.
      if (this.tokens[this.at - 1]?.text !== '%') this.others += 1;
    }
  }

  /** Words between a number and what goes on: "4 days x 24 hours/day", "8 square feet". */
  private unit(): void {
    const begin = this.at;
    let [end, next] = [begin, this.token];
    const isSlash = (token: BareToken | undefined): boolean =>
      token?.text === '/' && this.tokens[end + 1]?.type === 'word';
    while (end - begin < 2 * maxUnitWords && next !== undefined && (this.isUnitWord(next, end) || isSlash(next))) {
      end += 1;
      next = this.tokens[end];
    }
    if (end === begin) return;
    const goesOn = next?.type === 'operator' || next?.type === 'close' || next === undefined;
    const used = goesOn ? end : this.shortUnit(begin, end);
    if (used === begin) return;
    const text = this.tokens
      .slice(begin, used)
      .map((token) => token.text)
      .join(' ');
    const [first, last] = [this.tokens[begin], this.tokens[used - 1]];
    this.parts.push({ text: `\\text{${text}}`, start: first?.start ?? 0, end: last?.end ?? 0 });
    this.hasUnit = true;
    this.at = used;
  }

  private isUnitWord(token: BareToken, at: number): boolean {
    if (token.type === 'letter') return at > this.at && /^a$/i.test(token.text) && token.isSpaced;
    if (token.type !== 'word' || /[_\d]/.test(token.text)) return false;
    const word = token.text.toLowerCase();
    if (clauseWords.has(word) || spoken[word] === '+' || spoken[word] === '-') return false;
    // "of" before a number is a product, in front of a word it belongs to the unit.
    return word !== 'of' || this.tokens[at + 1]?.type === 'word';
  }

  /** At the end of a formula only what is known as a unit, and the noun that follows. */
  private shortUnit(begin: number, end: number): number {
    let used = begin;
    if (particles.has(this.tokens[begin]?.text.toLowerCase() ?? '') && this.tokens[begin]?.isSpaced) return begin;
    for (let at = begin; at < end; at += 1) {
      const token = this.tokens[at];
      if (token === undefined) break;
      const isKnown = unitWords(token.text).length > 0 || /^(?:square|cubic|per)$|^\/$/.test(singular(token.text));
      if (!isKnown && at > begin) break;
      used = at + 1;
    }
    return used;
  }
}
