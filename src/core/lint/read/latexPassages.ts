import type { Passage } from '../passage.ts';
import { closeOfBrace, skipSpace } from './braces.ts';
import { isDisplayEnvironment } from './environments.ts';
import { definitionCommand, type Macros, readDefinitions } from './macros.ts';
import { opaque } from './opaque.ts';
import { PassageWriter } from './passageWriter.ts';

const rawEnvironments =
  /^(?:[vV]erbatim|lstlisting|minted|comment|tikzpicture|tikzcd|filecontents|asy|asypicture|thebibliography|pspicture|picture|algorithm|algorithmic|algorithm2e|alltt|pycode|sagesilent|forest|circuitikz|axis|luacode|code|Code)\*?$/;
const quoteEnvironments = /^(?:quote|quotation|displayquote|verse)$/;
/** Statements and the like, in which letters begin to mean something new. */
const scopeEnvironments =
  /^(?:problem|exercise|question|task|theorem|thm|lemma|lem|proposition|prop|corollary|cor|claim|conjecture|definition|defn|example|remark|exo|exer|prob|aufgabe|satz|exercice)s?\*?$/i;
const sectionCommand = /^\\(?:(?:sub)*section|chapter|part|paragraph|subparagraph|title)$/;
/** What stands in their arguments isn't said to the reader. */
const silent =
  /^\\(?:label|ref|eqref|pageref|autoref|[cC]ref|nameref|cite\w*|[tp]cite|footcite|textcite|parencite|vspace|hspace|vskip|hskip|includegraphics|usepackage|RequirePackage|documentclass|input|include|bibliography|bibliographystyle|pagestyle|thispagestyle|setlength|addtolength|setcounter|addtocounter|stepcounter|url|href|hypersetup|geometry|color|definecolor|newtheorem|theoremstyle|bibitem|index|newcounter|renewcommand|newenvironment|renewenvironment|newlength|numberwithin|allowdisplaybreaks|tikz\w*|usetikzlibrary|pgf\w*|lstset|lstinputlisting|graphicspath|hyphenation|fontsize|selectfont|pdf\w*|author|date|email|address|affil\w*|thanks|rule|includepdf|DeclareUnicodeCharacter|DeclareFont\w*|Declare\w+|message|typeout|csname|si|SI|num|qty|unit|ce)$/;
/** Their argument is text like the text around. */
const transparent =
  /^\\(?:text(?:bf|it|rm|sf|tt|sl|sc|up|md|normal)|emph|underline|uline|mbox|fbox|centerline|item|noindent|bf|it|rm|sf|em|itshape|bfseries|par|quad|qquad|large|Large|small|footnotesize|normalsize|centering|hfill|newline|medskip|smallskip|bigskip|enspace|ldots|dots|newpage|clearpage|maketitle|indent|left|right|textquote|enquote)$/;

const token =
  /\\(begin|end)\s*\{([^{}\n]{1,60})\}|\\verb\*?([^A-Za-z\s*])|\\lstinline(?:\[[^\]\n]*\])?([^A-Za-z\s[])|\\(?:[A-Za-z@]+\*?|[^])|%[^\n]*|\$\$?|\n[ \t\r]*(?:\n[ \t\r]*)+|[{}&~]/g;

/** The passages of a LaTeX document. One pass, in time that grows with its length. */
export function latexPassages(source: string, macros?: Macros): Passage[] {
  return new LatexReader(source, macros).read();
}

class LatexReader {
  readonly #source: string;
  readonly #writer: PassageWriter;
  readonly #matcher = new RegExp(token);
  /** Text since the last formula, a character for each of the document. */
  #text: string[] = [];
  #textStart = 0;
  #textEnd = 0;
  #quotes = 0;
  #isItem = false;
  /** Below this place no dollar is closed at its own depth of braces. */
  #unbalancedUntil = 0;
  readonly #missing = new Set<string>();

  constructor(source: string, macros: Macros | undefined) {
    this.#source = source;
    this.#writer = new PassageWriter(macros);
  }

  read(): Passage[] {
    const source = this.#source;
    const begin = /^[^%\n]*\\begin\{document\}/m.exec(source);
    let from = 0;
    if (begin !== null) {
      from = begin.index + begin[0].length;
      this.#readPreamble(source.slice(0, begin.index));
    }
    this.#restart(from);
    const matcher = this.#matcher;
    matcher.lastIndex = from;
    for (let found = matcher.exec(source); found !== null; found = matcher.exec(source)) {
      this.#keep(found.index);
      const end = this.#token(found, found.index + found[0].length);
      if (end === undefined) return this.#finish();
      matcher.lastIndex = end;
    }
    this.#keep(source.length);
    return this.#finish();
  }

  #finish(): Passage[] {
    this.#flush();
    this.#writer.end();
    return this.#writer.passages;
  }

  #readPreamble(preamble: string): void {
    for (const [name, macro] of readDefinitions(preamble)) this.#writer.macros.set(name, macro);
  }

  /** Handles a token and returns where to go on; undefined at the end of the document. */
  #token(found: RegExpExecArray, end: number): number | undefined {
    const [sign, edge, name, verb, listing] = found;
    const start = found.index;
    if (edge === 'begin' && name !== undefined) return this.#begin(name, start, end);
    if (edge === 'end' && name !== undefined) return this.#end(name, end);
    const quote = verb ?? listing;
    if (quote !== undefined) {
      const close = this.#source.indexOf(quote === '{' ? '}' : quote, end);
      const line = this.#source.indexOf('\n', end);
      const isClosed = close !== -1 && (line === -1 || close < line);
      return this.#hide(start, isClosed ? close + 1 : end);
    }
    if (sign === '$' || sign === '$$') return this.#dollars(sign, start, end);
    if (sign === '\\(' || sign === '\\[') return this.#brackets(sign, start, end);
    if (sign.startsWith('%')) {
      // `50%` was meant as a percentage, and is none.
      if (/\d ?$/.test(this.#source.slice(start - 2, start))) this.#hide(start, start + 1);
      return this.#blank(start, end);
    }
    if (sign.startsWith('\n')) {
      this.#blank(start, end);
      return this.#paragraph(end);
    }
    if (sign.startsWith('\\')) return this.#command(sign, start, end);
    if (sign === '&') return this.#paragraph(end);
    if (sign === '~') return this.#blank(start, end);
    return this.#brace(start, end);
  }

  // Text

  /** The text up to `end` is what it looks like. */
  #keep(end: number): void {
    if (end <= this.#textEnd) return;
    this.#text.push(this.#source.slice(this.#textEnd, end));
    this.#textEnd = end;
  }

  #blank(start: number, end: number): number {
    return this.#replace(start, end, ' ');
  }

  #hide(start: number, end: number): number {
    return this.#replace(start, end, opaque);
  }

  #replace(start: number, end: number, by: string): number {
    this.#keep(start);
    if (end > this.#textEnd) this.#text.push(by.repeat(end - this.#textEnd));
    this.#textEnd = Math.max(end, this.#textEnd);
    return end;
  }

  #restart(at: number): void {
    this.#text = [];
    this.#textStart = at;
    this.#textEnd = at;
  }

  #flush(): void {
    this.#writer.words(this.#text.join('').replace(/\r/g, ' '), this.#textStart);
  }

  #paragraph(at: number): number {
    this.#flush();
    this.#writer.begin(this.#quotes > 0 ? 'quote' : this.#isItem ? 'item' : 'paragraph');
    this.#restart(at);
    return at;
  }

  /** Braces in a text set its type; between digits they aren't taken for nothing. */
  #brace(start: number, end: number): number {
    const isLoose = /\s/.test(this.#source.charAt(start - 1)) || /\s/.test(this.#source.charAt(end));
    return isLoose ? this.#blank(start, end) : this.#hide(start, end);
  }

  // Mathematics

  #formula(start: number, contentEnd: number, end: number, isDisplay: boolean, environment?: string): number {
    const text = this.#source.slice(start, contentEnd);
    this.#flush();
    this.#writer.formula({ text, start, isDisplay, environment, hasComments: true });
    this.#restart(end);
    return end;
  }

  #dollars(sign: string, start: number, end: number): number {
    if (sign === '$$') {
      const close = this.#indexOf('$$', end);
      if (close === -1 || close === end) return this.#hide(start, end);
      this.#keep(start);
      return this.#formula(end, close, close + 2, true);
    }
    const close = this.#closeOfDollar(end);
    if (close === undefined) return this.#hide(start, end);
    this.#keep(start);
    return this.#formula(end, close, close + 1, false);
  }

  /** The dollar that ends what begins at `from`: not one of a text inside of it, and not beyond the paragraph. */
  #closeOfDollar(from: number): number | undefined {
    const source = this.#source;
    const isBalanced = from >= this.#unbalancedUntil;
    let depth = 0;
    for (let at = from; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      if (code === 92) at += 1;
      else if (code === 123 && isBalanced) depth += 1;
      else if (code === 125 && isBalanced) depth -= 1;
      else if (code === 36 && depth <= 0) return at === from ? undefined : at;
      else if (code === 10 && /^\n[ \t\r]*\n/.test(source.slice(at, at + 80))) {
        if (!isBalanced || depth === 0) return undefined;
        this.#unbalancedUntil = at;
        return this.#closeOfDollar(from);
      }
    }
    if (!isBalanced || depth === 0) return undefined;
    this.#unbalancedUntil = source.length;
    return this.#closeOfDollar(from);
  }

  #brackets(sign: string, start: number, end: number): number {
    const close = this.#indexOf(sign === '\\(' ? '\\)' : '\\]', end);
    if (close === -1) return this.#hide(start, end);
    this.#keep(start);
    return this.#formula(end, close, close + 2, sign === '\\[');
  }

  /** indexOf that remembers what isn't there any more: a document full of openings takes no longer. */
  #indexOf(text: string, from: number): number {
    if (this.#missing.has(text)) return -1;
    const found = this.#source.indexOf(text, from);
    if (found === -1) this.#missing.add(text);
    return found;
  }

  // Commands

  #begin(name: string, start: number, end: number): number | undefined {
    const plain = name.replace(/\*$/, '');
    if (rawEnvironments.test(plain)) {
      const close = this.#indexOf(`\\end{${name}}`, end);
      const after = close === -1 ? this.#source.length : close + name.length + 6;
      this.#blank(start, start);
      return this.#paragraph(after);
    }
    if (isDisplayEnvironment(name)) {
      const close = this.#closeOfEnvironment(name, end);
      if (close !== -1) {
        this.#keep(start);
        return this.#formula(end, close, close + name.length + 6, true, name);
      }
    }
    this.#keep(start);
    if (scopeEnvironments.test(plain)) {
      this.#paragraph(end);
      this.#writer.section += 1;
    }
    if (quoteEnvironments.test(plain)) this.#quotes += 1;
    const options = /^(?:\s*(?:\[[^\]\n]{0,200}\]|\{[^{}\n]{0,200}\}))*/.exec(this.#source.slice(end, end + 600));
    const hasArguments =
      /^(?:tab|array|long|mini|multicol|wrap|enum|item|figure|table|adjust|thm|theorem|lemma|frame|tasks|column)/;
    const length = hasArguments.test(plain) || /^\s*\[/.test(options?.[0] ?? '') ? (options?.[0].length ?? 0) : 0;
    return this.#paragraph(end + length);
  }

  #closeOfEnvironment(name: string, from: number): number {
    return this.#indexOf(`\\end{${name}}`, from);
  }

  #end(name: string, end: number): number | undefined {
    if (name === 'document') return undefined;
    const plain = name.replace(/\*$/, '');
    if (quoteEnvironments.test(plain)) this.#quotes = Math.max(0, this.#quotes - 1);
    if (/^(?:enumerate|itemize|questions|parts|description)$/.test(plain)) this.#isItem = false;
    return this.#paragraph(end);
  }

  #command(sign: string, start: number, end: number): number {
    const source = this.#source;
    const plain = sign.replace(/\*$/, '');
    if (definitionCommand.test(source.slice(start, start + 40))) {
      const after = this.#writer.define(source, start);
      return this.#hide(start, after ?? end);
    }
    if (sectionCommand.test(plain)) return this.#heading(start, end);
    if (/^\\(?:item|question|part|task)$/.test(plain)) {
      this.#paragraph(end);
      this.#isItem = true;
      const option = /^\s*\[[^\]\n]{0,80}\]/.exec(source.slice(end, end + 100))?.[0].length ?? 0;
      return this.#paragraph(end + option);
    }
    if (plain === '\\par') return this.#paragraph(end);
    if (plain === '\\iffalse') {
      const close = this.#indexOf('\\fi', end);
      return this.#hide(start, close === -1 ? end : close + 3);
    }
    const macro = this.#writer.macros.get(plain);
    const alias = macro === undefined ? null : /^\s*\\begin\{([A-Za-z]+\*?)\}\s*$/.exec(macro.body);
    if (alias?.[1] !== undefined && isDisplayEnvironment(alias[1])) return this.#aliased(alias[1], start, end);
    if (/^\\[,;:! /]$/.test(plain)) return this.#betweenDigits(start, end);
    if (/^\\[$%&#]$/.test(plain)) {
      this.#blank(start, start + 1);
      return end;
    }
    if (plain === '\\\\') return this.#paragraphLine(start, end);
    if (silent.test(plain)) return this.#hide(start, this.#afterArguments(end));
    if (transparent.test(plain)) {
      this.#blank(start, end);
      if (source.charAt(end) !== '{') return end;
      // Its closing brace is taken when it comes.
      return this.#blank(end, end + 1);
    }
    return this.#hide(start, end);
  }

  /** `\be … \ee`, defined as the beginning and the end of a display. */
  #aliased(name: string, start: number, end: number): number {
    const closing = [...this.#writer.macros].find(([, { body }]) => body.trim() === `\\end{${name}}`)?.[0];
    const close = closing === undefined ? -1 : this.#indexOf(closing, end);
    if (close === -1 || closing === undefined) return this.#hide(start, end);
    this.#keep(start);
    return this.#formula(end, close, close + closing.length, true, name);
  }

  #betweenDigits(start: number, end: number): number {
    const isNumber = /\d/.test(this.#source.charAt(start - 1)) && /\d/.test(this.#source.charAt(end));
    return isNumber ? this.#hide(start, end) : this.#blank(start, end);
  }

  /** A line that was broken by hand. */
  #paragraphLine(start: number, end: number): number {
    this.#keep(start);
    this.#text.push('\n', ' '.repeat(end - start - 1));
    this.#textEnd = end;
    return end;
  }

  #afterArguments(from: number): number {
    let at = from;
    for (let count = 0; count < 4; count += 1) {
      const next = skipSpace(this.#source, at);
      const open = this.#source.charAt(next);
      if (open === '[') {
        const close = this.#source.slice(next, next + 400).indexOf(']');
        if (close === -1) return at;
        at = next + close + 1;
      } else if (open === '{') {
        const close = closeOfBrace(this.#source, next, next + 2_000);
        if (close === -1) return at;
        at = close + 1;
      } else return at;
    }
    return at;
  }

  #heading(start: number, end: number): number {
    const open = skipSpace(this.#source, end);
    const title = this.#source.charAt(open) === '{' ? closeOfBrace(this.#source, open, open + 1_000) : -1;
    this.#keep(start);
    this.#flush();
    if (title === -1) {
      this.#restart(end);
      return this.#paragraph(end);
    }
    const words = this.#source.slice(open + 1, title);
    const isSame = /^\s*(?:solution|proof|answer|hint|lösung|beweis|solución)/i.test(words);
    this.#writer.begin('heading');
    if (!isSame) this.#writer.section += 1;
    if (!/[\\$]/.test(words)) this.#writer.words(words, open + 1);
    this.#restart(title + 1);
    this.#isItem = false;
    this.#writer.begin('paragraph');
    return title + 1;
  }
}
