import { areEqual } from '../math/equality.ts';
import { evaluate } from '../math/evaluate.ts';
import type { Expr } from '../math/expr.ts';
import { parseMath } from '../math/read/parseMath.ts';
import { isStatement } from '../math/read/statements.ts';
import { contains, freeSymbols } from '../math/tree.ts';
import { answersEqual } from '../check/answers/answersEqual.ts';
import { checkEquivalent } from '../check/equivalent.ts';
import type { NextMove } from '../solve/builtin.ts';
import { type ExactWork, WorkInterrupted } from '../solve/exactWork.ts';

/** Whether a text of Markdown with $…$ tells the next line or the answer, in any form. */
export type LeakTest = (text: string) => boolean;

type Subject = 'this problem' | 'another problem';

const longest = 300;

/** What a hint must not tell. */
interface Secret {
  readonly values: readonly Expr[];
  /** Lines and answers that are relations. */
  readonly statements: readonly Expr[];
  /** Answers in words, dates and digits of other bases: as they are written. */
  readonly words: readonly string[];
}

/**
 * Compares every formula and every number of a text with the next line and the answer, by value and by solutions. Rather
 * too strict than too lax: a plainer hint is the price. A text about another problem may have one line of several in it,
 * and the numbers that stand in nearly every solution, unless they are all of the answer.
 */
export function createLeakTest(next: NextMove, work: ExactWork, about: Subject = 'this problem'): LeakTest {
  const secret = about === 'this problem' ? secretOf(next, true) : withoutCommon(secretOf(next, false), next);
  const unknowns = [...new Set(secret.statements.flatMap((statement) => [...freeSymbols(statement)]))];
  const known = new Map<string, boolean>();
  const lines = [next.answer.text, ...(next.stretch.latex === undefined ? [] : [`$${next.stretch.latex}$`])];
  const isAnswer = (source: string): boolean =>
    source.length < longest &&
    lines.some((line) => line.length < longest && answersEqual(line, `$${source}$`, { work }).equal === true);

  const isCommon = (source: string): boolean =>
    about === 'another problem' && /^\s*-?\s*(?:[01]|\\infty)\s*$/.test(source) && !isCommonAnswer(next);

  const tells = (source: string): boolean => {
    if (isCommon(source)) return false;
    const remembered = known.get(source);
    if (remembered !== undefined) return remembered;
    work.check();
    const expr = read(source);
    const found =
      isAnswer(source) ||
      (expr === undefined
        ? secret.words.some((word) => compact(word) === compact(source))
        : readings(expr, next.task.kind !== 'solve').some((part) =>
            isStatement(part)
              ? secret.statements.some((statement) => sayTheSame(part, statement, unknowns, work))
              : secret.values.some((value) => isSameValue(part, value, work)),
          ));
    known.set(source, found);
    return found;
  };

  return (text) => {
    const plain = text.toLowerCase();
    return secret.words.some((word) => standsIn(plain, word.toLowerCase())) || formulasOf(text).some(tells);
  };
}

function secretOf({ stretch, answer, task }: NextMove, isEachLine: boolean): Secret {
  const isSolving = task.kind === 'solve';
  const line = stretch.latex === undefined ? undefined : read(stretch.latex);
  const answers = [read(answer.latex), read(answer.text), answer.value, ...Object.values(answer.values ?? {})];
  const known = answers.filter((expr) => expr !== undefined).flatMap((expr) => readings(expr, !isSolving));
  const isOne = line?.kind === 'and' && !isEachLine;
  const parts = [...(line === undefined ? [] : isOne ? [line] : readings(line, !isSolving)), ...known];
  return {
    values: [...parts.filter((part) => !isStatement(part)), ...answers.flatMap((expr) => (expr ? valuesIn(expr) : []))],
    statements: parts.filter(isStatement),
    words: isSaid(answer.text) ? [answer.text] : [],
  };
}

/** Without the 0 of "one side is 0" and of "x = 0 or x = 5", which stand in nearly every solution of such a problem. */
function withoutCommon({ values, statements, words }: Secret, next: NextMove): Secret {
  if (isCommonAnswer(next)) return { values, statements, words };
  const isCommon = (statement: Expr): boolean =>
    isValue(statement) && statement.kind === 'relation' && isCommonValue(statement.operands[1]);
  return {
    words,
    values: values.filter((value) => !isCommonValue(value)),
    statements: statements.filter((statement) => !isCommon(statement)),
  };
}

function isCommonAnswer({ answer }: NextMove): boolean {
  return /^(?:\w+ = )?-?(?:[01]|infinity)$/.test(answer.text);
}

function isCommonValue(value: Expr | undefined): boolean {
  const size = value?.kind === 'negate' ? value.operand : value;
  return (
    (size?.kind === 'number' && (size.value.equals(0) || size.value.abs().equals(1))) ||
    (size?.kind === 'constant' && size.name === 'infinity')
  );
}

/** Answers that are no formula: "no solution", "4:45 PM", "1a3". */
function isSaid(text: string): boolean {
  return /[a-z]{3,}|\d:\d|\d[a-z]|[a-z]\d/i.test(text) && !/[=^\\]/.test(text);
}

/**
 * What a line says that may be compared: a statement about the unknowns, or the values of a chain of equal expressions.
 * Of "or" and of a list of values each part is as telling as the whole; x > 0 is not told by x > 0 and x > 3.
 */
function readings(expr: Expr, isChain: boolean): readonly Expr[] {
  if (expr.kind === 'or') return [expr, ...expr.items.flatMap((item) => readings(item, isChain))];
  if (expr.kind === 'and') {
    const values = expr.items.filter((item) => isChain || isValue(item));
    return [...(isChain ? [] : [expr]), ...values.flatMap((item) => readings(item, isChain))];
  }
  if (expr.kind !== 'relation') return [expr];
  const operands = expr.operands.filter((operand) => operand.kind !== 'hole');
  const isEquality = expr.operators.every((operator) => operator === '=' || operator === 'approx');
  return isChain && isEquality ? operands.slice(operands.length > 1 ? 1 : 0) : [expr];
}

/** x = 3 */
function isValue(expr: Expr): boolean {
  const [left, right] = expr.kind === 'relation' ? expr.operands : [];
  return left?.kind === 'symbol' && right !== undefined && freeSymbols(right).length === 0;
}

/** The v of `x = v`, alone or in a list. */
function valuesIn(expr: Expr): readonly Expr[] {
  if (expr.kind === 'and' || expr.kind === 'or' || expr.kind === 'set' || expr.kind === 'tuple')
    return expr.items.flatMap(valuesIn);
  if (expr.kind !== 'relation') return isStatement(expr) ? [] : [expr];
  const [left, right] = expr.operands;
  return left?.kind === 'symbol' && right !== undefined && expr.operators[0] === '=' ? valuesIn(right) : [];
}

function read(source: string): Expr | undefined {
  if (source.length > 2_000) return undefined;
  const result = parseMath(source);
  return result.type === 'parsed' ? result.expr : undefined;
}

const places: readonly number[] = [0.7310585, 1.3132616, -0.4401896];

function isSameValue(left: Expr, right: Expr, work: ExactWork): boolean {
  const names = [...new Set([...freeSymbols(left), ...freeSymbols(right)])];
  if (!isList(left) && !isList(right) && areClearlyApart(left, right, names)) return false;
  try {
    return areEqual(left, right, { work }).result === 'equal';
  } catch (fault) {
    if (fault instanceof WorkInterrupted) throw fault;
    return false;
  }
}

/** Cheap: nearly all pairs differ at the first point. */
function areClearlyApart(left: Expr, right: Expr, names: readonly string[]): boolean {
  return places.some((place) => {
    const environment = Object.fromEntries(names.map((name, index) => [name, place + index * 0.37]));
    const [a, b] = [evaluate(left, environment), evaluate(right, environment)];
    return Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) > 1e-6 * (Math.abs(a) + Math.abs(b) + 1e-6);
  });
}

function isList(expr: Expr): boolean {
  return contains(expr, ({ kind }) => kind === 'set' || kind === 'tuple' || kind === 'interval' || kind === 'matrix');
}

function sayTheSame(part: Expr, statement: Expr, unknowns: readonly string[], work: ExactWork): boolean {
  const letters = freeSymbols(part);
  if (letters.length === 0 || !letters.every((letter) => unknowns.includes(letter))) return false;
  try {
    const verdict = checkEquivalent(part, statement, { unknowns, work });
    return verdict.kind === 'proved' || verdict.kind === 'valid';
  } catch (fault) {
    if (fault instanceof WorkInterrupted) throw fault;
    return false;
  }
}

/** The formulas between dollar signs, and the numbers between them. */
export function formulasOf(text: string): readonly string[] {
  return text.split(/\$\$?/).flatMap((part, index) => {
    if (index % 2 === 1) return part.trim() === '' ? [] : [part];
    return part.match(/[-−]?\d+(?:[.,]\d+)*(?:\/\d+)?%?/g) ?? [];
  });
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + word.length] ?? '')) return true;
  }
  return false;
}

function compact(text: string): string {
  return text.replaceAll(/\\(?:text|left|right|[,;:! ])|[\s{}]/g, '').toLowerCase();
}
