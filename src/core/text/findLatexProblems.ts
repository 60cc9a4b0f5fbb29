import { type FoundProblem, withRegions } from './foundProblem.ts';
import { applyInstruction, isInstruction, isOnlyMathematics } from './instructions.ts';
import { hasMathematics, posesProblem } from './posesProblem.ts';
import { firstWords, readLabel } from './problemTitle.ts';

type Found = Omit<FoundProblem, 'regionEnd'>;

interface Environment {
  readonly name: string;
  readonly start: number;
  readonly contentStart: number;
  /** Number of problems found when it began: were any found inside? */
  readonly foundBefore: number;
  /** For a list: what stands over its items, and the item that is being read. */
  readonly instruction: string | undefined;
  item: { readonly start: number; readonly contentStart: number; readonly number: number } | undefined;
  items: number;
}

const problemNames =
  /^(?:problem|prob|exercise|exer|exo|question|task|theorem|thm|lemma|lem|proposition|prop|corollary|cor|claim|conjecture|aufgabe|exercice|ejercicio|problema)s?$/i;
const printedNames =
  /^(?:problem|exercise|question|task|theorem|lemma|proposition|corollary|claim|conjecture|aufgabe|satz|exercice|théorème|ejercicio|problema)/i;
const solutionNames = /^(?:solution|sol|proof|answer|hint|remark|lösung|beweis|solutionorbox)s?$/i;
const listNames = /^(?:enumerate|itemize|questions|parts|subparts|tasks|compactenum|compactitem)$/;
const rawNames = /^(?:verbatim|lstlisting|minted|comment|tikzpicture|filecontents)$/;
/** A problem that holds nothing else must ask something; theorem-like statements are to be proved as they stand. */
const token =
  /\\(begin|end)\{([^{}\n]{1,40})\}|\\(item|question|part|task)(?![A-Za-z])|\\((?:sub)*section|chapter|paragraph)\*?\{([^{}\n]*)\}|\\newtheorem\*?\{([^{}\n]+)\}(?:\[[^\]\n]*\])?\{([^{}\n]*)\}|\\[^]|%[^\n]*/g;

/** Problems of a LaTeX document, in their order. */
export function findLatexProblems(source: string): FoundProblem[] {
  return new LatexFinder(source).find();
}

class LatexFinder {
  readonly #source: string;
  readonly #found: Found[] = [];
  readonly #boundaries: number[] = [];
  readonly #counts = new Map<string, number>();
  /** Names that the document itself declares, with what they print. */
  readonly #declared = new Map<string, string>();
  readonly #stack: Environment[] = [];
  #solutionDepth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  find(): FoundProblem[] {
    token.lastIndex = 0;
    const matcher = new RegExp(token);
    for (let match = matcher.exec(this.#source); match !== null; match = matcher.exec(this.#source)) {
      const [whole, edge, name, item, section, sectionTitle, declared, printed] = match;
      const end = match.index + whole.length;
      if (edge === 'begin' && name !== undefined) matcher.lastIndex = this.#begin(name, match.index, end);
      else if (edge === 'end' && name !== undefined) this.#end(name, match.index, end);
      else if (item !== undefined) this.#item(match.index, end);
      else if (section !== undefined) this.#section(match.index, end, sectionTitle ?? '');
      else if (declared !== undefined && printed !== undefined) this.#declared.set(declared, printed);
    }
    this.#found.sort((a, b) => a.start - b.start);
    this.#boundaries.sort((a, b) => a - b);
    return withRegions(this.#found, this.#boundaries, this.#source.length);
  }

  /** Returns where to go on reading. */
  #begin(name: string, start: number, contentStart: number): number {
    const plain = name.replace(/\*$/, '');
    if (rawNames.test(plain)) {
      const close = this.#source.indexOf(`\\end{${name}}`, contentStart);
      return close === -1 ? this.#source.length : close + name.length + 6;
    }
    if (solutionNames.test(plain)) this.#solutionDepth += 1;
    const parent = this.#stack.at(-1);
    const above = parent?.item?.contentStart ?? parent?.contentStart;
    const instruction = listNames.test(plain) ? this.#instructionAbove(start, above) : undefined;
    this.#stack.push({
      name,
      start,
      contentStart,
      foundBefore: this.#found.length,
      instruction,
      item: undefined,
      items: 0,
    });
    return contentStart;
  }

  /** The sentence over a list: the paragraph that ends at the list's start. */
  #instructionAbove(listStart: number, above: number | undefined): string | undefined {
    const from = Math.max(above ?? 0, listStart - 400);
    const text =
      cleanTex(this.#source.slice(from, listStart))
        .split(/\n\s*\n/)
        .at(-1)
        ?.trim() ?? '';
    const sentence = text.replace(/^[^]*\}\s*(?=[A-Z])/, '');
    return isInstruction(sentence) ? sentence : undefined;
  }

  #end(name: string, start: number, end: number): void {
    const depth = this.#stack.findLastIndex((environment) => environment.name === name);
    if (name === 'document') this.#boundaries.push(start);
    const environment = this.#stack[depth];
    if (environment === undefined) return;
    this.#stack.length = depth;
    const plain = name.replace(/\*$/, '');
    if (solutionNames.test(plain)) this.#solutionDepth -= 1;
    else if (listNames.test(plain)) {
      this.#endItem(environment, start);
      this.#boundaries.push(start);
    } else this.#endProblem(environment, plain, start, end);
  }

  #endProblem(environment: Environment, name: string, contentEnd: number, end: number): void {
    const printed = this.#declared.get(environment.name);
    const isProblem = problemNames.test(name) || (printed !== undefined && printedNames.test(printed));
    if (!isProblem || this.#solutionDepth > 0) return;
    const word = printed ?? name.charAt(0).toUpperCase() + name.slice(1);
    const count = (this.#counts.get(word) ?? 0) + 1;
    this.#counts.set(word, count);
    if (this.#found.length > environment.foundBefore) return;
    const body = this.#source.slice(environment.contentStart, contentEnd);
    const named = /^\s*\[([^\]]*)\]/.exec(body);
    const text = cleanTex(named === null ? body : body.slice(named[0].length));
    if (text === '') return;
    this.#push('environment', environment.start, end, text, named?.[1]?.trim() || `${word} ${count}`);
  }

  #item(start: number, end: number): void {
    const list = this.#stack.at(-1);
    if (list === undefined || !listNames.test(list.name)) return;
    this.#endItem(list, start);
    list.items += 1;
    const option = /^\s*\[[^\]\n]*\]/.exec(this.#source.slice(end, end + 40));
    list.item = { start, contentStart: end + (option?.[0].length ?? 0), number: list.items };
  }

  #endItem(list: Environment, contentEnd: number): void {
    const { item } = list;
    list.item = undefined;
    if (item === undefined || this.#solutionDepth > 0) return;
    // Items of a list inside this item were taken one by one.
    if ((this.#found.at(-1)?.start ?? -1) > item.start) return;
    const source = this.#source.slice(item.contentStart, contentEnd);
    const end = item.contentStart + source.trimEnd().length;
    // What the learner and the steps wrote below the item stands in paragraphs of its own.
    const paragraph = /\n[ \t]*\r?\n|\n[ \t]*\\textbf\{/.exec(source);
    const bodyEnd =
      paragraph === null || source.slice(0, paragraph.index).trim() === '' ? end : item.contentStart + paragraph.index;
    const body = cleanTex(this.#source.slice(item.contentStart, bodyEnd));
    const { instruction } = list;
    const text = posesProblem(body)
      ? body
      : instruction !== undefined && isOnlyMathematics(body)
        ? applyInstruction(instruction, body)
        : list.name === 'questions' && hasMathematics(body)
          ? body
          : undefined;
    if (text !== undefined) this.#push('item', item.start, bodyEnd, text, firstWords(text));
  }

  /** `\section*{Problem 3}` with the paragraph below it. */
  #section(start: number, end: number, title: string): void {
    this.#boundaries.push(start);
    const label = readLabel(title);
    if (label?.isNumbered !== true || this.#solutionDepth > 0) return;
    const body =
      /^\s*((?:(?!\\begin|\\(?:sub)*section|\\end)[^])+?)(?=\n\s*\n|\n?\s*\\(?:begin|end|(?:sub)*section|chapter|paragraph)\b|\s*$)/.exec(
        this.#source.slice(end, end + 2000),
      );
    const text = cleanTex(body?.[1] ?? '');
    if (body !== null && hasMathematics(text))
      this.#push('heading', start, end + body[0].length, text, firstWords(title));
  }

  #push(kind: Found['kind'], start: number, end: number, text: string, title: string): void {
    const lineStart = this.#source.lastIndexOf('\n', start - 1) + 1;
    const prefix = /^[ \t]*/.exec(this.#source.slice(lineStart, start))?.[0] ?? '';
    this.#found.push({
      kind,
      anchor: lineStart,
      start,
      end,
      text,
      title,
      format: 'latex',
      place: { form: 'latex', prefix, suffix: '' },
    });
  }
}

/** Without comments and labels, which aren't part of the problem. */
function cleanTex(source: string): string {
  return source
    .replace(/(^|[^\\])%[^\n]*/g, '$1')
    .replace(/\\label\{[^}]*\}/g, '')
    .replace(/[ \t]*\r?\n[ \t]*/g, '\n')
    .trim();
}
