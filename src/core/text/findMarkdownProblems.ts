import { type FoundProblem, withRegions } from './foundProblem.ts';
import { applyInstruction, isInstruction, isOnlyMathematics } from './instructions.ts';
import { columnsOf, forEachLine, type MarkdownLine } from './markdownLines.ts';
import { hasMathematics, posesProblem } from './posesProblem.ts';
import { firstWords, readLabel } from './problemTitle.ts';

type Found = Omit<FoundProblem, 'regionEnd'>;

/** A block that may turn out to be a problem, while its lines are being read. */
interface Block {
  readonly kind: 'heading' | 'item' | 'label' | 'paragraph';
  readonly anchor: number;
  readonly start: number;
  end: number;
  text: string;
  readonly title: string | undefined;
  readonly isExercise: boolean;
  readonly number: string | undefined;
  readonly prefix: string;
  /** Column of the list marker, or of the text. */
  readonly column: number;
  isPaused: boolean;
}

interface Section {
  readonly level: number;
  readonly title: string;
  readonly role: 'plain' | 'exercises' | 'solution';
}

interface Fence {
  readonly close: RegExp;
  readonly problem: { readonly line: MarkdownLine; readonly title: string; readonly lines: string[] } | undefined;
}

const heading = /^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const item = /^([-*+]|\d{1,9}[.)]|[a-zA-Z][.)]|\([a-z0-9]{1,3}\))([ \t]+)(?:\[[ xX]\][ \t]+)?(.*)$/;
const fenceOpening = /^(`{3,}|~{3,}|:{3,})[ \t]*\{?([A-Za-z]*)\}?(.*)$/;
const problemFence = /^(?:problem|exercise|question)$/i;
const rule = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const exercisesHeading =
  /\b(?:exercises|problems|homework|practice|worksheet|quiz|assignment|tasks|questions|aufgaben|übungen|exercices|ejercicios)\b/i;
const solutionHeading =
  /^(?:\d+[.)]?\s*)?(?:solutions?|answers?|proof|steps|how to|worked|method|procedure|algorithm|hints?|lösung|beweis|recipe)\b/i;
const solutionLabel =
  /^(?:\*\*|__|\*|_)?(?:solutions?|answers?|proof|hints?|lösung|beweis)(?:\s+\d+)?\s*(?:\*\*|__|\*|_)?\s*[.:]/i;

/** Problems of a Markdown document, in their order. */
export function findMarkdownProblems(source: string): FoundProblem[] {
  const finder = new MarkdownFinder();
  forEachLine(source, (line) => finder.read(line));
  return finder.finish(source.length);
}

class MarkdownFinder {
  readonly #found: Found[] = [];
  /** Starts of headings and rules: what belongs to a problem ends there. */
  readonly #boundaries: number[] = [];
  #sections: Section[] = [];
  #block: Block | undefined;
  #instruction: { text: string; column: number } | undefined;
  /** A heading such as "Exercise 3" that waits for its text. */
  #waiting: { anchor: number; title: string; isNumbered: boolean } | undefined;
  #solutionColumn: number | undefined;
  #fence: Fence | undefined;
  #isInMath = false;
  #isInComment = false;
  #isInFrontMatter = false;

  read(line: MarkdownLine): void {
    if (this.#isInFrontMatter) {
      if (/^(?:---|\.\.\.)\s*$/.test(line.text)) this.#isInFrontMatter = false;
      return;
    }
    if (this.#fence !== undefined) return this.#readFenced(line, this.#fence);
    if (this.#isInComment) {
      if (line.text.includes('-->')) this.#isInComment = false;
      return;
    }
    const { text } = line;
    if (this.#isInMath) {
      this.#append(line);
      if (/\$\$|\\\]/.test(text)) this.#isInMath = false;
      return;
    }
    if (text === '') {
      if (this.#block !== undefined) this.#block.isPaused = true;
      return;
    }
    switch (text.charCodeAt(0)) {
      case 35: // #
        if (this.#readHeading(line)) return;
        break;
      case 96: // `
      case 126: // ~
      case 58: // :
        if (this.#openFence(line)) return;
        break;
      case 60: // <
        if (text.startsWith('<!--')) {
          this.#isInComment = !text.includes('-->', 4);
          return;
        }
        break;
      case 36: // $
      case 92: // \
        if (text.startsWith('$$') || text.startsWith('\\[')) {
          this.#readDisplayMath(line);
          return;
        }
        break;
      case 45: // -
      case 42: // *
      case 95: // _
        if (rule.test(text)) {
          this.#readRule(line);
          return;
        }
        break;
    }
    this.#readText(line);
  }

  finish(length: number): FoundProblem[] {
    this.#close();
    return withRegions(this.#found, this.#boundaries, length);
  }

  #readRule(line: MarkdownLine): void {
    if (line.start === 0 && line.text.startsWith('---')) {
      this.#isInFrontMatter = true;
      return;
    }
    this.#close();
    this.#boundaries.push(line.start);
    this.#instruction = undefined;
    this.#solutionColumn = undefined;
  }

  #readHeading(line: MarkdownLine): boolean {
    const match = heading.exec(line.text);
    if (match === null || columnsOf(line.indent) > 3) return false;
    this.#close();
    this.#boundaries.push(line.start);
    this.#instruction = undefined;
    this.#solutionColumn = undefined;
    this.#waiting = undefined;
    const level = (match[1] ?? '').length;
    const text = match[2] ?? '';
    this.#sections = this.#sections.filter((section) => section.level < level);
    const label = readLabel(text);
    const role = solutionHeading.test(text)
      ? 'solution'
      : exercisesHeading.test(text) && label?.isNumbered !== true
        ? 'exercises'
        : 'plain';
    const isInSolution = this.#isInSolution();
    this.#sections.push({ level, title: firstWords(text), role });
    if (isInSolution || role === 'solution') return true;
    const body = label === undefined ? text.replace(/^\d+(?:\.\d+)*[.)]?\s+/, '') : text.slice(label.length);
    if (posesProblem(body)) {
      const title = label?.isNumbered === true ? label.title : firstWords(body);
      this.#push({
        kind: 'heading',
        anchor: line.start,
        start: line.start,
        end: line.end,
        text: body,
        title,
        prefix: line.quote,
      });
    } else if (label !== undefined && role === 'plain') {
      this.#waiting = { anchor: line.start, title: firstWords(text), isNumbered: label.isNumbered };
    } else if (isInstruction(body)) this.#instruction = { text: body, column: 0 };
    return true;
  }

  #openFence(line: MarkdownLine): boolean {
    const match = fenceOpening.exec(line.text);
    if (match === null) return false;
    const [, signs = '', language = '', rest = ''] = match;
    const isProblem = problemFence.test(language);
    // `:::` opens a fence only for problems; other directives hold ordinary text.
    if (signs.startsWith(':') && !isProblem) return false;
    if (signs.startsWith('`') && rest.includes('`')) return false;
    this.#close();
    const problem = isProblem && !this.#isInSolution() ? { line, title: rest.trim(), lines: [] } : undefined;
    this.#fence = { close: new RegExp(`^${signs.charAt(0)}{${signs.length},}[ \\t]*$`), problem };
    return true;
  }

  #readFenced(line: MarkdownLine, fence: Fence): void {
    if (!fence.close.test(line.text)) {
      fence.problem?.lines.push(line.text);
      return;
    }
    this.#fence = undefined;
    if (fence.problem === undefined) return;
    const text = fence.problem.lines.join('\n').trim();
    if (text === '') return;
    const { line: opening, title } = fence.problem;
    const prefix = opening.quote + opening.indent;
    this.#push({
      kind: 'fence',
      anchor: opening.start,
      start: opening.start,
      end: line.end,
      text,
      title: title || firstWords(text),
      prefix,
    });
  }

  #readDisplayMath(line: MarkdownLine): void {
    const block = this.#block;
    const isWanted =
      block !== undefined && (!block.isPaused || /:\s*$/.test(block.text) || !hasMathematics(block.text));
    if (!isWanted) this.#close();
    this.#append(line);
    const closing = line.text.startsWith('$$') ? '$$' : '\\]';
    this.#isInMath = !line.text.includes(closing, 2);
  }

  #readText(line: MarkdownLine): void {
    const column = columnsOf(line.indent);
    const listItem = item.exec(line.text);
    if (listItem !== null) return this.#openItem(line, column, listItem);
    const block = this.#block;
    if (block !== undefined && !block.isPaused) return this.#append(line);
    // Indented code; below a list item it is the item's own text.
    if (column >= 4 && block?.kind !== 'item') return;
    this.#close();
    if (solutionLabel.test(line.text)) {
      this.#solutionColumn = column;
      return;
    }
    const prefix = line.quote + line.indent;
    const label = readLabel(line.text);
    if (label?.isMarked === true) {
      this.#solutionColumn = undefined;
      const text = line.text.slice(label.length);
      this.#open({ kind: 'label', line, text, title: label.title, isExercise: label.isNumbered, prefix, column });
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) {
      const { title, isNumbered: isExercise, anchor } = waiting;
      this.#open({ kind: 'heading', line, text: line.text, title, isExercise, prefix, column, anchor });
    } else
      this.#open({ kind: 'paragraph', line, text: line.text, title: undefined, isExercise: false, prefix, column });
  }

  #openItem(line: MarkdownLine, column: number, match: RegExpExecArray): void {
    const [, marker = '', space = '', text = ''] = match;
    const parent = this.#block;
    if (parent !== undefined) {
      // A sentence over a list, "Solve:", is said once for all of its items.
      const isAbove = parent.kind !== 'item' || parent.column < column;
      if (isAbove && isInstruction(parent.text) && /:\s*$|^[^$`\\]*$/.test(parent.text)) {
        this.#instruction = { text: parent.text, column };
        this.#block = undefined;
      } else this.#close();
    }
    if (this.#instruction !== undefined && column < this.#instruction.column) this.#instruction = undefined;
    if (this.#solutionColumn !== undefined && column < this.#solutionColumn) this.#solutionColumn = undefined;
    this.#waiting = undefined;
    const number = /\d|^\(?[a-z][.)]/.test(marker) ? marker.replace(/[().]/g, '') : undefined;
    const gap = columnsOf(space) > 4 ? ' ' : space.replace(/\t/g, ' ');
    const prefix = `${line.quote}${line.indent}${' '.repeat(marker.length)}${gap}`;
    const label = readLabel(text);
    const body = label?.isMarked === true ? text.slice(label.length) : text;
    const title = label?.isMarked === true ? label.title : undefined;
    this.#open({
      kind: 'item',
      line,
      text: body,
      title,
      isExercise: label?.isNumbered === true,
      number,
      prefix,
      column,
    });
  }

  #open(from: {
    kind: Block['kind'];
    line: MarkdownLine;
    text: string;
    title: string | undefined;
    isExercise: boolean;
    number?: string | undefined;
    prefix: string;
    column: number;
    anchor?: number;
  }): void {
    const { kind, line, text, title, isExercise, number, prefix, column } = from;
    const { start, end } = line;
    const anchor = from.anchor ?? start;
    this.#block = {
      kind,
      anchor,
      start: anchor,
      end,
      text,
      title,
      isExercise,
      number,
      prefix,
      column,
      isPaused: false,
    };
  }

  #append(line: MarkdownLine): void {
    const block = this.#block;
    if (block === undefined) return;
    block.text += `\n${line.text}`;
    block.end = line.end;
    block.isPaused = false;
  }

  /** The block that was read is whole: is it a problem, an instruction for the list below, or prose? */
  #close(): void {
    const block = this.#block;
    this.#block = undefined;
    if (block === undefined) return;
    const text = block.text.trim();
    if (block.kind === 'paragraph') {
      this.#instruction = isInstruction(text) ? { text, column: block.column } : undefined;
      return;
    }
    if (this.#isInSolution()) return;
    const asked = this.#textOf(block, text);
    if (asked === undefined) return;
    const title = block.title ?? this.#itemTitle(block, asked);
    const { kind, anchor, start, end, prefix } = block;
    this.#push({ kind, anchor, start, end, text: asked, title, prefix });
  }

  #textOf(block: Block, text: string): string | undefined {
    if (posesProblem(text)) return text;
    if (block.isExercise && hasMathematics(text)) return text;
    if (block.kind !== 'item' || !isOnlyMathematics(text)) return undefined;
    const instruction = this.#instruction;
    if (instruction !== undefined && block.column >= instruction.column)
      return applyInstruction(instruction.text, text);
    return this.#sections.at(-1)?.role === 'exercises' && block.number !== undefined ? text : undefined;
  }

  #itemTitle(block: Block, text: string): string {
    const section = this.#sections.at(-1);
    if (block.number === undefined || section === undefined) return firstWords(text);
    return `${section.title}, ${block.number}`;
  }

  #isInSolution(): boolean {
    return this.#solutionColumn !== undefined || this.#sections.some((section) => section.role === 'solution');
  }

  #push(from: Omit<Found, 'format' | 'place'> & { prefix: string }): void {
    const { prefix, ...problem } = from;
    this.#found.push({ ...problem, format: 'markdown', place: { form: 'markdown', prefix, suffix: '' } });
  }
}
