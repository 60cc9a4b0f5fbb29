import type { Expr } from '../../math/expr.ts';
import { emptySet, quantity } from '../../math/build.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import type { ParseOptions } from '../../math/read/token.ts';
import { mapExpr, sameExpr } from '../../math/tree.ts';
import { defaultConventions, type Conventions } from '../conventions.ts';
import { cutLine, type Cut } from './cutLine.ts';
import type { FormulaPart, Line, Part, Role } from './line.ts';
import { inPlainSigns } from './inPlainSigns.ts';
import { peel } from './peel.ts';
import { asMeant, everything, isStatementLike } from './shape.ts';
import { allNumbers, isRefusal, isRefusedBefore, noSolution, roleAfter } from './words.ts';

export interface ReadLineOptions {
  readonly conventions?: Partial<Conventions> | undefined;
  /** Functions and letters that the lines before have introduced. */
  readonly parse?: ParseOptions | undefined;
}

/** "or" in other languages, at least as long as the word that takes its place. */
const otherOr = /\s(?:oder|ou)\s|\\text\{\s*(?:oder|ou)\s*\}/g;

/** Longer lines are no lines that somebody wrote, in characters. */
const longest = 20_000;

/** Reads one line of somebody's work: LaTeX or ASCII, words, or both. Never throws. */
export function readLine(written: string, options: ReadLineOptions = {}): Line {
  const line = readPlain(inPlainSigns(written), options);
  const other = line.other && { ...line.other, text: written };
  return { ...line, text: written, ...(other && { other }) };
}

function readPlain(text: string, options: ReadLineOptions): Line {
  if (text.length > longest) {
    const message = 'This line is too long to be checked.';
    return { text, parts: [{ type: 'unread', message, start: 0, end: text.length }], lead: 'none', notes: [] };
  }
  const conventions = { ...defaultConventions, ...options.conventions };
  const parse: ParseOptions = {
    ...options.parse,
    ...(conventions.decimalMark !== 'auto' && { decimalMark: conventions.decimalMark === 'comma' ? ',' : '.' }),
  };
  const reader = (isHyphenMark: boolean, isLabelled: boolean) => {
    const { lead, start, end } = peel(text, { isHyphenMark, isLabelled });
    return build(text, lead, cutLine(text, start, end, parse.unitOf), conventions, parse);
  };
  const line = reader(true, true);
  const [plain, marked] = [peel(text, {}), peel(text, { isHyphenMark: true, isLabelled: true })];
  if (plain.start === marked.start && plain.end === marked.end) return line;
  return { ...line, other: reader(false, false) };
}

function build(
  text: string,
  lead: Line['lead'],
  cuts: readonly Cut[],
  conventions: Conventions,
  parse: ParseOptions,
): Line {
  const parts: Part[] = [];
  const notes: string[] = [];
  let before = '';
  for (const [index, cut] of cuts.entries()) {
    if (cut.type === 'words') {
      before = cut.text;
      parts.push(cut, ...spokenClaims(cut, parts));
      continue;
    }
    const source = text
      .slice(cut.start, cut.end)
      .replaceAll(otherOr, (word) => ' or '.slice(0, word.length) + ' '.repeat(Math.max(0, word.length - 4)));
    const inUnits = parseMath(source, parse);
    const result =
      inUnits.type === 'failed' && parse.unitOf ? parseMath(source, { ...parse, unitOf: undefined }) : inUnits;
    if (result.type === 'failed') {
      parts.push(
        cut.isSure
          ? { type: 'unread', message: result.message, start: cut.start + result.at, end: cut.end }
          : { ...cut, type: 'words', text: text.slice(cut.start, cut.end) },
      );
      continue;
    }
    const next = cuts[index + 1];
    const behind = next?.type === 'words' ? next.text : '';
    notes.push(...result.notes);
    const isConjunction = /\band\b|∧|\\(?:land|wedge)\b/.test(text.slice(cut.start, cut.end));
    const part = formulaPart(asMeant(result.expr, conventions, isConjunction), cut, before, behind);
    const other = otherReading(source, result.expr, parse);
    parts.push(other ? { ...part, otherExpr: asMeant(other, conventions, isConjunction) } : part);
    before = '';
  }
  return { text, parts: joinAlternatives(parts), lead, notes };
}

function otherReading(source: string, expr: Expr, parse: ParseOptions): Expr | undefined {
  const inDegrees = mapExpr(expr, (node) => {
    const [angle] = node.kind === 'call' && /^(?:sin|cos|tan|cot|sec|csc)$/.test(node.name) ? node.args : [];
    const isBare = angle?.kind === 'number' && angle.value.n !== 0n;
    return node.kind === 'call' && angle && isBare ? { ...node, args: [quantity(angle, '°')] } : node;
  });
  if (!sameExpr(inDegrees, expr)) return inDegrees;
  if (!/[/÷]|\\div/.test(source)) return undefined;
  const other = parseMath(source, { ...parse, isOtherReach: true });
  return other.type === 'parsed' && !sameExpr(other.expr, expr) ? other.expr : undefined;
}

function formulaPart(expr: Expr, { start, end }: Cut, before: string, behind: string): FormulaPart {
  const isContinuation = expr.kind === 'relation' && expr.isContinuation === true;
  const role: Role = /^\s*:\s*$/.test(before) ? 'claim' : roleAfter(before);
  return {
    type: 'formula',
    role:
      role === 'claim' && /^\s*:(?=\s*\S)/.test(behind) && isStatementLike(expr) && /case|if/i.test(before)
        ? 'case'
        : role,
    expr,
    isContinuation,
    isRefused: isRefusal(behind.slice(0, 60)) || isRefusedBefore(before.slice(-60)),
    start,
    end,
  };
}

/** "no solution", "all real numbers": statements that are made in words. */
function spokenClaims(cut: Cut & { readonly text: string }, parts: readonly Part[]): readonly Part[] {
  const make = (expr: Expr, match: RegExpExecArray): readonly Part[] => [
    {
      type: 'formula',
      role: 'claim',
      expr,
      isContinuation: false,
      isRefused: false,
      start: cut.start + match.index,
      end: cut.start + match.index + match[0].length,
    },
  ];
  const none = noSolution.exec(cut.text);
  if (none) return make(emptySet, none);
  const all = parts.some((part) => part.type === 'formula') ? null : allNumbers.exec(cut.text);
  return all ? make(everything, all) : [];
}

/** $x = 2$ or $x = 3$: one statement, though there are words between its formulas. */
function joinAlternatives(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const [words, last] = [joined.at(-1), joined.at(-2)];
    const isJoint =
      part.type === 'formula' &&
      last?.type === 'formula' &&
      words?.type === 'words' &&
      /^\s*,?\s*(?:or|oder|ou|\\text\{\s*(?:or|oder|ou)\s*\}|\\(?:lor|vee))\s*$/i.test(words.text) &&
      isStatementLike(last.expr);
    if (!isJoint) {
      joined.push(part);
      continue;
    }
    joined.length -= 2;
    joined.push({ ...last, expr: alternatives(last.expr, part.expr), isRefused: part.isRefused, end: part.end });
  }
  return joined;
}

function alternatives(first: Expr, second: Expr): Expr {
  const [head] = first.kind === 'or' ? first.items : [first];
  const isBare = !isStatementLike(second) && head?.kind === 'relation' && head.operands.length === 2;
  const item: Expr = isBare ? { ...head, operands: [head.operands[0] ?? second, second] } : second;
  return { kind: 'or', items: [...(first.kind === 'or' ? first.items : [first]), item] };
}
