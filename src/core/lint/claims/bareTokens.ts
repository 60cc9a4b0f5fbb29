/** A piece of a sentence, as far as arithmetic in words needs it. */
export interface BareToken {
  readonly type:
    | 'number'
    | 'letter'
    /** A command with its arguments, a known function: one operand or the head of one. */
    | 'command'
    | 'function'
    | 'operator'
    | 'relation'
    | 'postfix'
    | 'open'
    | 'close'
    | 'word'
    /** Ends whatever stands before it. */
    | 'mark';
  /** Without currency; TeX for what a keyboard has no sign for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isSpaced: boolean;
  readonly isMoney?: boolean;
}

/** A part of a formula as parseMath reads it, with the place where it is written. */
export interface Emitted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const patterns = {
  space: /[ \t\u00a0\u2000-\u200f\u202f]+/y,
  markup:
    /\*\*(?![\s\d(])|(?<![\d)\s])\*\*|(?<=\d|\))\*\*(?=[\s.,;:!?]|$)|[`~]|__|\\left(?![a-z])|\\right(?![a-z])|\\[,!;:]|\\quad|\\q?quad/y,
  currency: /(?:US|USD|AU|CA|A|C)?(?:\\?\$|€|£|¥|₹)(?=\s?[-−]?\s?[\d.(<]|-?[a-zA-Z]\b|-?\d)/y,
  number: /(?:\d{1,3}(?:,\d{3})+(?![\d,]|\.\d{3},)|\d+)(?:\.\d+)?|\.\d+/y,
  argument: /(?:\s*\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/y,
  optional: /\s*\[[^[\]]{1,10}\]/y,
  command: /\\([a-zA-Z]+)/y,
  relation: /<=|>=|=>|!=|==|~=|->|[=≈≠≤≥⩽⩾<>→⇒⟹]/y,
  operator: /\*\*|[-+*/^·×÷⋅∙−–∗∕⁄✕]/y,
  raised: /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/y,
  word: /[\p{L}_][\p{L}\p{M}\d_]*(?:['’-](?=\p{L})[\p{L}\d_]+)*/uy,
  ellipsis: /\.{2,}|…/y,
};

const operatorCommands: Readonly<Record<string, string>> = { cdot: '\\cdot', times: '\\times', div: '\\div', ast: '*' };
const relationCommands: Readonly<Record<string, string>> = {
  ...{ approx: '\\approx', le: '<=', leq: '<=', ge: '>=', geq: '>=', ne: '!=', neq: '!=', lt: '<', gt: '>' },
  ...{ Rightarrow: '→', implies: '→', to: '→', rightarrow: '→', iff: '→', Longrightarrow: '→', equiv: '≡', cong: '≡' },
};
const argumentsOf: Readonly<Record<string, number>> = { frac: 2, dfrac: 2, tfrac: 2, binom: 2, sqrt: 1, overline: 1 };
const functionNames: ReadonlySet<string> = new Set(
  'sin cos tan cot sec csc arcsin arccos arctan ln log exp sqrt gcd lcm'.split(' '),
);
const symbolCommands: ReadonlySet<string> = new Set(
  'pi alpha beta gamma theta lambda mu phi omega sigma rho tau psi delta infty circ'.split(' '),
);
const relationNames: Readonly<Record<string, string>> = { '==': '=', '=>': '→', '->': '→', '⇒': '→', '⟹': '→' };
const timesLetter = /^[xX]$/;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Cuts a sentence into tokens. `x` between two numbers is a times sign where it is set like one. */
export function bareTokens(text: string): readonly BareToken[] {
  return new Scanner(text).run();
}

class Scanner {
  private readonly text: string;
  private readonly tokens: BareToken[] = [];
  private at = 0;
  private isSpaced = true;
  private isMoney = false;

  constructor(text: string) {
    this.text = text;
  }

  run(): readonly BareToken[] {
    while (this.at < this.text.length) this.step();
    return this.tokens;
  }

  private push(type: BareToken['type'], length: number, text = this.text.slice(this.at, this.at + length)): void {
    this.tokens.push({
      type,
      text,
      start: this.at,
      end: this.at + length,
      isSpaced: this.isSpaced,
      ...(this.isMoney && { isMoney: true }),
    });
    this.at += length;
    this.isSpaced = false;
    this.isMoney = false;
  }

  private skip(length: number): void {
    this.at += length;
  }

  private step(): void {
    const { text, at } = this;
    const white = match(patterns.space, text, at);
    if (white !== undefined) {
      this.isSpaced = true;
      return this.skip(white.length);
    }
    const note = /<<[^<>\n]{0,200}>>/y;
    const noted = match(note, text, at);
    if (noted !== undefined) return this.skip(noted.length);
    const money = match(patterns.currency, text, at);
    if (money !== undefined && !/[\p{L}\d]/u.test(text.charAt(at - 1))) {
      this.isMoney = true;
      return this.skip(money.length);
    }
    const markup = match(patterns.markup, text, at);
    if (markup !== undefined) return this.skip(markup.length);
    const digits = match(patterns.number, text, at);
    if (digits !== undefined) return this.number(digits);
    if (text.charAt(at) === '\\') return this.command();
    if ('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'.includes(text.charAt(at))) return this.push(this.isSpaced ? 'command' : 'mark', 1);
    if (this.isBullet()) return this.push('mark', 1, ';');
    const dots = match(patterns.ellipsis, text, at);
    if (dots !== undefined) return this.push('mark', dots.length, '…');
    const relation = match(patterns.relation, text, at);
    if (relation !== undefined) {
      // 6!=720: a factorial or a sign, that can't be said.
      const isUnclear = relation === '!=' && !this.isSpaced && /[\d)]/.test(text.charAt(at - 1));
      return this.push(isUnclear ? 'mark' : 'relation', relation.length, relationNames[relation] ?? relation);
    }
    const operator = match(patterns.operator, text, at);
    if (operator !== undefined) return this.push('operator', operator.length, operator === '**' ? '^' : operator);
    const raised = match(patterns.raised, text, at);
    if (raised !== undefined) return this.push('postfix', raised.length);
    const word = match(patterns.word, text, at);
    if (word !== undefined) return this.word(word);
    return this.sign();
  }

  /** "- 3 apples" at the beginning of a line is an item of a list. */
  private isBullet(): boolean {
    if (!/[-+*•–]/.test(this.text.charAt(this.at)) || !/\s/.test(this.text.charAt(this.at + 1))) return false;
    const last = this.tokens.at(-1);
    return last === undefined || last.text === ';';
  }

  private number(digits: string): void {
    const after = this.text.charAt(this.at + digits.length);
    const isOrdinal = /(?:st|nd|rd|th)(?![a-z])/iy;
    isOrdinal.lastIndex = this.at + digits.length;
    const suffix = isOrdinal.exec(this.text)?.[0];
    if (suffix !== undefined) return this.push('mark', digits.length + suffix.length);
    // 5:30, 3:2
    if (after === ':' && /\d/.test(this.text.charAt(this.at + digits.length + 1))) {
      const ratio = /[\d:.]+/y;
      return this.push('mark', (match(ratio, this.text, this.at) ?? digits).replace(/[.:]+$/, '').length);
    }
    this.push('number', digits.length);
    const percent = /(?:\s?\\?%|\s?percent\b|\s?per cent\b)/y;
    const sign = match(percent, this.text, this.at);
    if (sign !== undefined) this.push('postfix', sign.length, '%');
    const cents = match(/\s?[¢°]/y, this.text, this.at);
    if (cents !== undefined) this.push('word', cents.length, cents.includes('¢') ? 'cents' : 'degrees');
  }

  private command(): void {
    const { text, at } = this;
    const name = match(patterns.command, text, at)?.slice(1);
    if (name === undefined) return this.push('mark', Math.min(2, text.length - at));
    const length = name.length + 1;
    const operator = operatorCommands[name];
    const relation = relationCommands[name];
    if (operator !== undefined) return this.push('operator', length, operator);
    if (relation !== undefined) return this.push('relation', length, relation);
    if (symbolCommands.has(name)) return this.push('letter', length);
    if (functionNames.has(name) && name !== 'sqrt') return this.push('function', length);
    const count = argumentsOf[name];
    if (count === undefined) return this.push('mark', length);
    let end = at + length;
    if (name === 'sqrt') end += match(patterns.optional, text, end)?.length ?? 0;
    for (let index = 0; index < count; index += 1) {
      const group = match(patterns.argument, text, end) ?? match(/\s*[\da-zA-Z]/y, text, end);
      if (group === undefined) return this.push('mark', length);
      end += group.length;
    }
    return this.push('command', end - at);
  }

  private word(word: string): void {
    const last = this.tokens.at(-1);
    const isGlued = !this.isSpaced && last?.type === 'number';
    if (timesLetter.test(word) && this.isTimes(word, isGlued)) return this.push('operator', 1, '*');
    if (isGlued && /^[xX]\d/.test(word)) return this.push('operator', 1, '*');
    const lower = word.toLowerCase();
    if (lower === 'pi') return this.push('letter', word.length, '\\pi ');
    if (functionNames.has(lower)) return this.push('function', word.length, `\\${lower}`);
    const index = /^\p{L}_/u.test(word) ? /^\p{L}_(?:\d+|\p{L})/u.exec(word)?.[0] : undefined;
    if (index === word) {
      const group = match(/[\p{L}]_\{[^{}]{1,8}\}/uy, this.text, this.at);
      return this.push('letter', group?.length ?? word.length);
    }
    if (/^\p{L}_$/u.test(word)) {
      const group = match(/[\p{L}]_\{[^{}]{1,8}\}/uy, this.text, this.at);
      if (group !== undefined) return this.push('letter', group.length);
    }
    if (/^\p{L}$/u.test(word)) return this.push('letter', 1);
    // 2xy is a product, 3km a quantity: two letters right behind a number are a product where no unit is called so.
    if (isGlued && /^[a-z]{2}$/.test(word) && /^[xyzabn]{2}$/.test(word)) return this.push('letter', 2);
    return this.push('word', word.length, word);
  }

  /** "2 x 3", "4 days x $6", "2x3", not "2x + 3" and not "x = 3". */
  private isTimes(word: string, isGlued: boolean): boolean {
    const last = this.tokens.at(-1);
    if (last === undefined || last.type === 'relation' || last.type === 'operator' || last.type === 'open')
      return false;
    const rest = this.text.slice(this.at + word.length, this.at + word.length + 12);
    if (!/^\s*(?:\\?\$|€|£)?\s?[-−]?[\d.(<]/.test(rest)) return false;
    const isSpacedAfter = /^\s/.test(rest);
    if (isGlued) return /^\d/.test(rest);
    const isOperandBefore = last.type === 'number' || last.type === 'close' || last.type === 'postfix';
    return this.isSpaced ? isSpacedAfter && (isOperandBefore || last.type === 'word') : isOperandBefore;
  }

  private sign(): void {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 32);
    if ('([{'.includes(character)) return this.push('open', 1);
    if (')]}'.includes(character)) return this.push('close', 1);
    if (character === '!' && !this.isSpaced && this.isFactorial()) return this.push('postfix', 1);
    if (character === '√') return this.push('function', 1);
    if (character === 'π') return this.push('letter', 1, '\\pi ');
    return this.push('mark', character.length);
  }

  private isFactorial(): boolean {
    const last = this.tokens.at(-1);
    const isOperand = last?.type === 'number' || last?.type === 'close' || last?.type === 'letter';
    return isOperand && /^\s?(?:[-+*/=·×÷^)!]|\\)/.test(this.text.slice(this.at + 1, this.at + 4));
  }
}
