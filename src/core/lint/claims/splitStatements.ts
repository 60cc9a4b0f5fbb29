import { type MappedText } from './mappedText.ts';

export type Sign = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'approx';

/** A part of the clean text of a formula: offsets into it, white space left out. */
export interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Operands with signs between them; a statement that begins with its sign has an empty first operand. */
export interface Statement {
  readonly operands: readonly Part[];
  /** Undefined: a sign that says something else (∈, ≡, →). */
  readonly signs: readonly (Sign | undefined)[];
  /** What separates it from the statement before: ',', 'or', '⇒', words of a \text. */
  readonly before: string;
  /** Something about it is not understood: a list, a congruence, a condition. */
  readonly isUnclear: boolean;
}

const signsByCommand: Readonly<Record<string, Sign | 'other'>> = {
  ...{
    le: '<=',
    leq: '<=',
    leqslant: '<=',
    ge: '>=',
    geq: '>=',
    geqslant: '>=',
    lt: '<',
    gt: '>',
    ne: '!=',
    neq: '!=',
  },
  ...{ approx: 'approx', simeq: 'approx', sim: 'other', cong: 'other', equiv: 'other', in: 'other', to: 'other' },
  ...{ mapsto: 'other', propto: 'other', parallel: 'other', perp: 'other', subset: 'other', subseteq: 'other' },
  ...{ notin: 'other', ll: 'other', gg: 'other', rightarrow: 'other', longrightarrow: 'other', coloneqq: 'other' },
};
const arrows = new Set([
  'implies',
  'Rightarrow',
  'iff',
  'Leftrightarrow',
  'Longrightarrow',
  'Longleftrightarrow',
  'therefore',
]);
const signsByCharacter: Readonly<Record<string, Sign | 'other'>> = {
  ...{ '=': '=', '<': '<', '>': '>', '≤': '<=', '≥': '>=', '⩽': '<=', '⩾': '>=', '≠': '!=', '≈': 'approx' },
  ...{ '≡': 'other', '∈': 'other', '→': 'other', '≅': 'other', '∼': 'other' },
};
const connective =
  /^(?:and|or|so|if|when|where|for|since|because|then|but|as|with|while|thus|hence|therefore|otherwise|which|that|by|from|is|are|has|have|to|the|we|it)\b/i;
const unclear =
  /\\(?:pmod|bmod|mod|mid|vdots|ldots|cdots|dots[bcmio]?|ddots|text\{\s*(?:mod|rem(?:ainder)?\b|[rR]\b)|operatorname\{(?:mod|ord))(?![a-zA-Z])|…|\.\.\.|%\s*[\d(]|\\(?:star|bigstar|bullet|diamond|oplus|otimes|odot|ominus|boxplus|clubsuit|spadesuit|heartsuit|dagger|triangle|square|nabla|Delta\s*\d)(?![a-zA-Z])|[@#&◊⊕⊗★☆]|\bmod\b|≡|\\equiv/;

/** Cuts a formula into its statements and these into operands, at the signs that stand outside of all brackets. */
export function splitStatements({ text }: MappedText): readonly Statement[] {
  return new Splitter(text).run();
}

class Splitter {
  private readonly text: string;
  private at = 0;
  private depth = 0;
  private operandStart = 0;
  private operands: Part[] = [];
  private signs: (Sign | undefined)[] = [];
  private before = '';
  private isUnclear = false;
  private readonly statements: Statement[] = [];

  constructor(text: string) {
    this.text = text;
  }

  run(): readonly Statement[] {
    while (this.at < this.text.length) this.step();
    this.finish('', this.text.length);
    return markLists(this.statements);
  }

  private step(): void {
    const { text, at } = this;
    const character = text.charAt(at);
    if (character === '\\') return this.command();
    if ('([{'.includes(character)) this.depth += 1;
    else if (')]}'.includes(character)) this.depth = Math.max(0, this.depth - 1);
    else if (this.depth === 0) {
      const two = text.slice(at, at + 2);
      if (
        two === '<=' ||
        two === '>=' ||
        two === '!=' ||
        two === '==' ||
        two === '=<' ||
        two === '=>' ||
        two === '~=' ||
        two === ':='
      ) {
        const sign = two === '==' ? '=' : two === '=<' ? '<=' : two === '~=' ? 'approx' : two;
        if (two === '=>') return this.finish('⇒', at, 2);
        return this.sign(two === ':=' ? 'other' : (sign as Sign), 2);
      }
      const sign = signsByCharacter[character];
      if (sign !== undefined) return this.sign(sign, 1);
      if (character === '⇒' || character === '⟹' || character === '⇔' || character === '∴')
        return this.finish('⇒', at, 1);
      if (character === ',' || character === ';') return this.finish(',', at, 1);
      if (character === ':' || character === '~') this.isUnclear ||= character === ':';
    }
    this.at += 1;
  }

  private command(): void {
    const { text, at } = this;
    const name = /^\\([a-zA-Z]+)/.exec(text.slice(at, at + 30))?.[1];
    if (name === undefined) {
      const next = text.charAt(at + 1);
      if (next === '{') this.depth += 1;
      if (next === '}') this.depth = Math.max(0, this.depth - 1);
      if (next === '\\' && this.depth === 0) return this.finish('newline', at, 2);
      this.at += 2;
      return;
    }
    const length = name.length + 1;
    if (name === 'begin') this.depth += 1;
    if (name === 'end') this.depth = Math.max(0, this.depth - 1);
    if (name === 'left' && /^\s*\\?\./.test(text.slice(at + length))) this.isUnclear = true;
    if (this.depth === 0) {
      const sign = signsByCommand[name];
      if (sign !== undefined) return this.sign(sign, length);
      if (arrows.has(name)) return this.finish('⇒', at, length);
      if (name === 'quad' || name === 'qquad') return this.finish(',', at, length);
      if (name === 'not') this.isUnclear = true;
      if (/^(?:text|textrm|textbf|textit|mbox|hbox|mathrm)$/.test(name)) return this.words(length);
    }
    this.at += length;
  }

  /** Words behind a number are its unit; others stand between statements. */
  private words(length: number): void {
    const { text, at } = this;
    const found = /^\s*\{([^{}]*)\}/.exec(text.slice(at + length, at + length + 300));
    if (found === null) {
      this.at += length;
      return;
    }
    const content = (found[1] ?? '').trim();
    const before = text.slice(this.operandStart, at).trim();
    const isUnit = /[\d)}\]%a-zA-Z]$/.test(before) && !connective.test(content) && content.length < 40;
    const isName = before === '' && /^[A-Za-z]/.test(content) && !connective.test(content);
    if (isUnit || isName || content === '') this.at += length + found[0].length;
    else this.finish(content, at, length + found[0].length);
  }

  private sign(sign: Sign | 'other', length: number): void {
    this.operands.push(this.part(this.at));
    this.signs.push(sign === 'other' ? undefined : sign);
    this.at += length;
    this.operandStart = this.at;
  }

  private part(end: number): Part {
    const raw = this.text.slice(this.operandStart, end);
    const lead = raw.length - raw.trimStart().length;
    const trimmed = raw
      .trim()
      .replace(/(?<!\\)[.?]+$/, '')
      .trimEnd();
    const start = this.operandStart + lead;
    return { text: trimmed, start, end: start + trimmed.length };
  }

  private finish(separator: string, end: number, length = 0): void {
    const last = this.part(end);
    const all = [...this.operands, last];
    const isUnclear = this.isUnclear || all.some(({ text }) => unclear.test(text));
    if (all.some(({ text }) => text !== '')) {
      this.statements.push({ operands: all, signs: this.signs, before: this.before, isUnclear });
      this.before = separator;
    } else if (separator !== '') this.before = `${this.before} ${separator}`;
    this.operands = [];
    this.signs = [];
    this.isUnclear = false;
    this.at = end + Math.max(length, 0);
    this.operandStart = this.at;
  }
}

/** "x = 1, 2" is a list, and "5 \text{ if } x > 0" a value under a condition. */
function markLists(statements: readonly Statement[]): readonly Statement[] {
  return statements.map((statement, index) => {
    const next = statements[index + 1];
    const isList =
      next !== undefined &&
      ((next.signs.length === 0 && /^(?:,|or|and)/.test(next.before)) || /\bor\b/i.test(next.before));
    const isConditional = next !== undefined && /^(?:if|when|for|where|otherwise)/i.test(next.before);
    const isCondition = /^(?:if|when|for|otherwise)\b|\bor\b/i.test(statement.before.trim());
    return isList || isConditional || isCondition ? { ...statement, isUnclear: true } : statement;
  });
}
