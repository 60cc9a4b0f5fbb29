import {
  connectives,
  constantNames,
  functionNames,
  greekCharacters,
  greekLetters,
  operatorsByCharacter,
  operatorsByCommand,
  silentCommands,
  transparentCommands,
} from './names.ts';
import { scanNumber, type NumberLiteral } from './scanNumber.ts';
import { splitLetters } from './splitLetters.ts';
import { ParseFailure, type ParseOptions, type Token } from './token.ts';

const space = /[\s\u00a0\u2000-\u200f\u202a-\u202f\u205f\u2060-\u2069\u3000\ufeff~$]+/y;
const command = /\\(?:[a-zA-Z]+\*?|[\s\S])/y;
const letters = /[a-zA-Z]+/y;
const spacedOperator = /(?:<=|=<|>=|=>|==|:=|!=|<>|<->|->|~=|\*\*|&&|[-+*/^_!=<>,;:()[\]{}|&%'.?°])/y;
/** Operators that are one sign whatever stands behind them, and those that are one unless a second sign of theirs follows. */
const singleOperators: ReadonlySet<string> = new Set('+/^_,;()[]{}%');
const singleUnless: ReadonlyMap<string, string> = new Map([
  ['-', '>'],
  ['*', '*'],
  ['=', '<>='],
]);
const textArgument = /\s*\{([^{}]*)\}/y;
const environment = /\s*\{([a-zA-Z]+\*?)\}(?:\s*\{[lcr|\s]*\})?/y;
const foreignWord = /(?:(?![a-zA-Z])\p{L}){3,40}/uy;
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ';
const superscriptValues = '0123456789+-=()ni';
const subscripts = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';
const subscriptValues = '0123456789+-=()';
const canonical: Readonly<Record<string, string>> = {
  ...{ '=<': '<=', '=>': '⇒', '==': '=', ':=': '=', '<>': '!=', '<->': '⇒', '->': '→', '~=': 'approx', '**': '^' },
  ...{ '&&': 'and' },
};
const vulgarFractions: Readonly<Record<string, readonly [string, string]>> = {
  ...{ '½': ['1', '2'], '⅓': ['1', '3'], '⅔': ['2', '3'], '¼': ['1', '4'], '¾': ['3', '4'], '⅕': ['1', '5'] },
  ...{ '⅖': ['2', '5'], '⅗': ['3', '5'], '⅘': ['4', '5'], '⅙': ['1', '6'], '⅚': ['5', '6'], '⅛': ['1', '8'] },
  ...{ '⅜': ['3', '8'], '⅝': ['5', '8'], '⅞': ['7', '8'] },
};

const fullWidth = /[\uff01-\uff5e]/g;

/** Full-width forms lie in the order of ASCII, one code unit each: places stay what they were. */
function asAscii(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** A digit or an ASCII letter. */
function isPlainCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || isLetter(code);
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly notes: readonly string[];
}

/** Cuts the source into tokens in one pass. Throws ParseFailure. */
export function tokenize(source: string, options: ParseOptions): Tokens {
  return new Tokenizer(source.replace(fullWidth, asAscii), options).run();
}

class Tokenizer {
  private readonly source: string;
  private readonly options: ParseOptions;
  private readonly tokens: Token[] = [];
  private readonly notes = new Set<string>();
  private at = 0;
  private depth = 0;
  private isSpaced = false;
  /** Arguments that a command such as \frac still takes: without braces each is one digit. */
  private pendingArguments = 0;
  private readonly outerArguments: number[] = [];
  /** The kind of bar that the next `|` is, after \left and \right. */
  private bar: 'lbar' | 'rbar' | undefined;

  constructor(source: string, options: ParseOptions) {
    this.source = source;
    this.options = options;
  }

  run(): Tokens {
    while (this.at < this.source.length) this.step();
    this.push('end', '', this.at, this.at);
    return { tokens: this.tokens, notes: [...this.notes] };
  }

  private step(): void {
    const character = this.source.charAt(this.at);
    if (this.singleOperator(character)) return;
    const white = isPlainCharacter(this.source.charCodeAt(this.at)) ? undefined : this.match(space);
    if (white !== undefined) {
      if (white[0].includes('\n') && this.depth === 0) this.push('op', 'line', this.at, this.at);
      this.at += white[0].length;
      this.isSpaced = true;
      return;
    }
    if (this.number() || this.letterRun() || (character === '\\' && this.command()) || this.operator()) return;
    this.unicode();
  }

  private singleOperator(character: string): boolean {
    if (!singleOperators.has(character)) {
      const seconds = singleUnless.get(character);
      const next = this.at + 1 < this.source.length ? this.source.charAt(this.at + 1) : ' ';
      if (seconds === undefined || seconds.includes(next)) return false;
    }
    this.bar = undefined;
    this.push('op', character, this.at, this.at + 1);
    return true;
  }

  private match(pattern: RegExp, at = this.at): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.source) ?? undefined;
  }

  private push(type: Token['type'], text: string, start: number, end: number, number?: NumberLiteral): void {
    const { isSpaced } = this;
    this.tokens.push(
      number === undefined ? { type, text, start, end, isSpaced } : { type, text, start, end, isSpaced, number },
    );
    this.isSpaced = false;
    this.at = end;
    this.countArguments(type, text);
    if (type !== 'op') return;
    if (text === '(' || text === '[' || text === '{' || text === '\\{') this.depth += 1;
    if (text === ')' || text === ']' || text === '}' || text === '\\}') this.depth = Math.max(0, this.depth - 1);
  }

  /** \frac12 is a half and \sqrt[3]2x a cube root of 2 alone: follows which arguments are still to come. */
  private countArguments(type: Token['type'], text: string): void {
    if (type === 'command') this.pendingArguments = text === 'frac' || text === 'binom' ? 2 : text === 'sqrt' ? 1 : 0;
    else if (text === '{') {
      this.outerArguments.push(Math.max(0, this.pendingArguments - 1));
      this.pendingArguments = 0;
    } else if (text === '[') {
      this.outerArguments.push(this.pendingArguments);
      this.pendingArguments = 0;
    } else if (text === '}' || text === ']') this.pendingArguments = this.outerArguments.pop() ?? 0;
    else this.pendingArguments = Math.max(0, this.pendingArguments - 1);
  }

  private number(): boolean {
    const code = this.source.charCodeAt(this.at);
    const isDigit = code >= 48 && code <= 57;
    if (!isDigit && !(code === 46 && /[0-9]/.test(this.source.charAt(this.at + 1)))) return false;
    if (isDigit && this.pendingArguments > 0) {
      this.tokens.push(this.digitToken(this.source.charAt(this.at)));
      this.at += 1;
      this.pendingArguments -= 1;
      return true;
    }
    const found = scanNumber(this.source, this.at, {
      decimalMark: this.options.decimalMark,
      isCommaSeparator: this.depth > 0,
      hasScientific: !(this.options.letters?.includes('e') ?? false),
    });
    if (found === undefined) return false;
    if (found === 'too-long')
      throw new ParseFailure('A decimal number here has more digits than I can work with.', this.at);
    if (found.note !== undefined) this.notes.add(found.note);
    const { value, notation, text } = found;
    this.push('number', text, this.at, found.end, { value, notation, text });
    return true;
  }

  private letterRun(): boolean {
    if (!isLetter(this.source.charCodeAt(this.at))) return false;
    const run = isLetter(this.source.charCodeAt(this.at + 1)) ? this.match(letters)?.[0] : this.source.charAt(this.at);
    if (run === undefined) return false;
    const lower = run.toLowerCase();
    if (connectives.has(lower) && run.length > 1 && !(this.options.words?.includes(run) ?? false)) {
      this.push('op', lower, this.at, this.at + run.length);
      return true;
    }
    if (this.tokens.at(-1)?.type === 'number' && this.options.unitOf?.(run) !== undefined) {
      this.push('text', run, this.at, this.at + run.length);
      return true;
    }
    const pieces = splitLetters(run, this.options);
    if (pieces === undefined) throw new ParseFailure(`I don't know the word “${run.slice(0, 40)}”.`, this.at);
    for (const piece of pieces) this.push(piece.type, piece.text, this.at, this.at + piece.length);
    return true;
  }

  private operator(): boolean {
    const found = this.match(spacedOperator)?.[0];
    if (found === undefined) return false;
    if (found === '.' || found === '?') {
      // A full stop or a question mark behind a formula belongs to the sentence.
      if (!this.isBehindFormula(this.at + 1)) return this.fail(`I don't understand “${found}” here.`);
      this.at += 1;
      return true;
    }
    const text = found === '|' ? (this.bar ?? '|') : (canonical[found] ?? found);
    this.bar = undefined;
    this.push('op', text, this.at, this.at + found.length);
    return true;
  }

  /** Only white space, the end of an environment or of a group may follow the mark that ends a sentence. */
  private isBehindFormula(at: number): boolean {
    const after = this.match(space, at);
    const next = at + (after?.[0].length ?? 0);
    return next >= this.source.length || this.source.startsWith('\\end', next) || this.source.startsWith('\\\\', next);
  }

  private command(): boolean {
    const found = this.match(command)?.[0];
    if (found === undefined) return false;
    const name = found.slice(1);
    const start = this.at;
    const end = start + found.length;
    if (name === 'left' || name === 'right' || /^[bB]igg?[lr]$/.test(name)) return this.fence(name, end);
    const operator = operatorsByCommand.get(name);
    if (operator !== undefined)
      this.push('op', name === '|' || name === 'vert' ? (this.bar ?? '|') : operator, start, end);
    else if (silentCommands.has(name)) this.skip(end);
    else if (transparentCommands.has(name)) this.at = end;
    else if (name === 'begin' || name === 'end') return this.environment(name, end);
    else if (
      /^(?:text|textrm|textbf|textit|mbox|hbox|mathrm|operatorname\*?|mathbb|mathcal|mathsf|tag|label|[hv]?phantom)$/.test(
        name,
      )
    ) {
      return this.textCommand(name, end);
    } else if (constantNames.has(name)) this.constant(name, start, end);
    else if (greekLetters.has(name)) this.push('name', greekLetters.get(name) ?? name, start, end);
    else if (
      /^(?:[dtc]?frac|d?t?binom|sqrt|overline|not|pmod|pod|root|hat|vec|bar|dot|ddot|tilde|angle|triangle|overrightarrow|widehat)$/.test(
        name,
      )
    ) {
      this.push('command', name.replace(/^[dtc](frac|binom)$/, '$1').replace('pod', 'pmod'), start, end);
    } else if (functionNames.has(name)) this.push('function', functionNames.get(name) ?? name, start, end);
    else if (/^[a-zA-Z]/.test(name)) return this.fail(`I don't know the command \\${name}.`);
    else return this.fail(`I don't understand “\\${name}” here.`);
    this.bar = undefined;
    return true;
  }

  private skip(end: number): void {
    this.at = end;
    this.isSpaced = true;
  }

  private constant(name: string, start: number, end: number): void {
    const text = constantNames.get(name) ?? 'pi';
    const isLetter = this.options.letters?.includes(text) ?? false;
    this.push(isLetter ? 'name' : 'constant', text, start, end);
  }

  /** \left( and \right| only give the bracket its side. */
  private fence(name: string, end: number): boolean {
    const isLeft = name === 'left' || name.endsWith('l');
    this.at = end;
    const after = this.match(/\s*\./y);
    if (after !== undefined && (name === 'left' || name === 'right')) this.at = end + after[0].length;
    else if (this.match(/\s*(?:\||\\[lr]?vert)/y) !== undefined) this.bar = isLeft ? 'lbar' : 'rbar';
    return true;
  }

  private environment(name: string, end: number): boolean {
    const found = this.match(environment, end);
    if (found === undefined) return this.fail(`The name of the environment is missing after \\${name}.`);
    this.push('command', `${name}:${(found[1] ?? '').replace('*', '')}`, this.at, end + found[0].length);
    return true;
  }

  private textCommand(name: string, end: number): boolean {
    const found = this.match(textArgument, end);
    if (found === undefined) {
      // \mathrm d: one letter without braces.
      this.at = end;
      return true;
    }
    const start = this.at;
    const after = end + found[0].length;
    const content = (found[1] ?? '').trim();
    const lower = content.toLowerCase().replace(/[,.]$/, '');
    if (name === 'tag' || name === 'label' || name.endsWith('phantom') || content === '') this.skip(after);
    else if (connectives.has(lower)) this.push('op', lower, start, after);
    else if (functionNames.has(content)) this.push('function', functionNames.get(content) ?? content, start, after);
    else if (/^[a-zA-Z]$/.test(content) && (content === 'e' || content === 'i')) this.constant(content, start, after);
    else if (name.startsWith('math') || name.startsWith('operatorname')) this.push('name', content, start, after);
    else if (/^(?:if|for|when)\s/.test(lower)) {
      this.push('op', 'if', start, start);
      // The mathematics behind the word: \text{if x > 0}.
      this.at = end + found[0].indexOf('{') + 1 + (found[1] ?? '').search(/[a-z]\s/i) + 1;
      while (this.at < after - 1) this.step();
      this.skip(after);
    } else this.push('text', content, start, after);
    return true;
  }

  private unicode(): void {
    const character = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    const end = this.at + character.length;
    const operator = operatorsByCharacter.get(character);
    if (operator !== undefined) {
      if (operator === "''") {
        this.push('op', "'", this.at, this.at);
        this.push('op', "'", this.at, end);
      } else this.push('op', operator === '|' ? (this.bar ?? '|') : operator, this.at, end);
      return;
    }
    if (constantNames.has(character)) {
      this.constant(character, this.at, end);
      return;
    }
    const greek = greekCharacters.get(character);
    const fraction = vulgarFractions[character];
    if (greek !== undefined) this.push('name', greek, this.at, end);
    else if (fraction !== undefined) this.vulgarFraction(fraction, end);
    else if (superscripts.includes(character)) this.raised('^', superscripts, superscriptValues);
    else if (subscripts.includes(character)) this.raised('_', subscripts, subscriptValues);
    else if (/\p{M}/u.test(character)) this.at = end;
    else if (this.match(foreignWord) !== undefined)
      this.fail(`I don't know the word “${this.match(foreignWord)?.[0] ?? ''}”.`);
    else if (/\p{L}/u.test(character)) this.push('name', character, this.at, end);
    else this.fail(`I don't understand the character “${character}”.`);
  }

  private vulgarFraction([above, below]: readonly [string, string], end: number): void {
    const start = this.at;
    this.push('command', 'frac', start, start);
    for (const digit of [above, below]) this.tokens.push({ ...this.digitToken(digit), start, end });
    this.at = end;
  }

  private digitToken(digit: string): Token {
    const found = scanNumber(digit, 0, { isCommaSeparator: true, hasScientific: false });
    if (found === undefined || found === 'too-long') throw new ParseFailure('I expected a digit.', this.at);
    const { value, notation, text } = found;
    return {
      type: 'number',
      text,
      start: this.at,
      end: this.at + 1,
      isSpaced: false,
      number: { value, notation, text },
    };
  }

  /** x² and x₁₂: a run of raised or lowered characters is one group. */
  private raised(sign: string, alphabet: string, values: string): void {
    const start = this.at;
    let [end, plain] = [start, ''];
    while (end < this.source.length && alphabet.includes(this.source.charAt(end))) {
      plain += values.charAt(alphabet.indexOf(this.source.charAt(end)));
      end += 1;
    }
    const inner = new Tokenizer(plain, this.options);
    while (inner.at < plain.length) inner.step();
    this.push('op', sign, start, start);
    this.push('op', '{', start, start);
    for (const token of inner.tokens)
      this.tokens.push({ ...token, start: start + token.start, end: start + token.end });
    this.push('op', '}', end, end);
  }

  private fail(message: string): never {
    throw new ParseFailure(message, this.at);
  }
}
