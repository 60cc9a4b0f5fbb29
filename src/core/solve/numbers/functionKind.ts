import { areEqual } from '../../math/equality.ts';
import { certifiedSign } from '../../math/certify.ts';
import { evaluate } from '../../math/evaluate.ts';
import { call, divide, multiply, num, power, subtract } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { isInteger } from '../../math/rational.ts';
import { children, contains, mapChildren, sameExpr, sizeOf } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import { complexMoves } from './complexMoves.ts';
import { evaluateMoves } from './evaluateMoves.ts';
import { exactForm, hasCall, hasImaginary, rationalForm } from './exactForm.ts';
import { exactNumber } from './exactNumber.ts';
import { functionPiece, isFunctionValue } from './functionPiece.ts';
import { isPiece, equalClaim, equality, type Piece } from './piece.ts';
import { answerOf, listWords, math, stuck, tex, way } from './write.ts';

const most = 400;

const kinds = new Set<Expr['kind']>([
  'number',
  'constant',
  'quantity',
  'add',
  'negate',
  'multiply',
  'divide',
  'power',
  'root',
  'abs',
  'factorial',
  'call',
]);

/** Numbers with functions, powers of e or i in them: exact values, then the arithmetic that is left. */
export const functionKind: Kind = {
  id: 'function-values',
  tasks: ['evaluate', 'simplify', 'expand', 'collect', 'combine', 'rationalizeDenominator'],
  ways: (task, work) => {
    if (!('expr' in task) || sizeOf(task.expr) > most || !isWanted(task.expr)) return [];
    const { expr } = task;
    if (!hasImaginary(expr) && exactNumber(expr, work).type !== 'other') return [];
    return [way('function-values', 'exact values', () => derive(expr, work))];
  },
};

function isWanted(expr: Expr): boolean {
  if (contains(expr, isForeign)) return false;
  return contains(expr, (node) => isFunctionValue(node) || (node.kind === 'constant' && node.name !== 'e'));
}

function isForeign(node: Expr): boolean {
  if (node.kind === 'constant') return node.name === 'infinity';
  if (node.kind === 'quantity') return node.unit !== '°';
  return !kinds.has(node.kind);
}

function derive(expr: Expr, work: ExactWork): Derivation {
  const moves: Move[] = [];
  let current = expr;
  for (;;) {
    work.check();
    const round = innermost(current);
    const pieces: Piece[] = [];
    for (const node of round) {
      const piece = argumentPiece(node, work) ?? functionPiece(node);
      if (piece === undefined) continue;
      if (!isPiece(piece))
        return piece.type === 'undefined' ? stuck('nothing-to-do', piece.detail) : stuck('unsupported', noValue(expr));
      if (!sameExpr(piece.before, piece.after)) pieces.push(piece);
    }
    if (pieces.length === 0) break;
    const after = replaced(current, pieces);
    moves.push(moveOf(pieces, current, after));
    current = after;
  }
  const joined = hasCall(current) ? joinedLogarithms(current) : undefined;
  if (joined !== undefined) {
    moves.push(...joined.moves);
    current = joined.after;
  }
  const collected = hasCall(current) && joined === undefined ? collectedCalls(current) : undefined;
  if (collected !== undefined) {
    moves.push(collected.move);
    current = collected.after;
  } else if (hasCall(current) && joined === undefined) return stuck('nothing-to-do', noValue(expr));
  const rest = hasCall(current) ? [] : restMoves(current, work);
  const result = rest === undefined || hasCall(current) ? current : (exactForm(current) ?? current);
  if (rest === undefined) return stuck('unsupported', noValue(expr));
  const all = [...moves, ...rest];
  const verdict = verdictOf(expr, result);
  if (all.length === 0)
    return {
      type: 'solved',
      moves: [
        {
          text: `${math(expr)} is in its simplest form already, so there is nothing left to work out.`,
          latex: tex(result),
          rule: 'state-answer',
          claim: equalClaim(expr, result),
        },
      ],
      answer: answerOf(result, verdict),
    };
  return { type: 'solved', moves: all, answer: answerOf(result, verdict) };
}

function noValue(expr: Expr): string {
  const near = evaluate(expr);
  const about = Number.isFinite(near) ? `; it is about $${Number(near.toPrecision(6)).toString()}$` : '';
  return `${math(expr)} has no exact value that I know in whole numbers, fractions, roots, $\\pi$ and $e$${about}.`;
}

/** The functions inside which no other function is left, those above an unknown value not counted. */
function innermost(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const walk = (node: Expr): boolean => {
    const inside = children(node).map(walk).includes(true);
    if (!isFunctionValue(node)) return inside;
    if (!inside || functionPiece(node) !== undefined) found.push(node);
    return true;
  };
  walk(expr);
  return found.filter((node, index) => found.findIndex((other) => sameExpr(other, node)) === index);
}

/** log(10 · 100): what stands in the brackets comes first, unless it is a power that the logarithm undoes. */
function argumentPiece(node: Expr, work: ExactWork): Piece | undefined {
  if (node.kind !== 'call') return undefined;
  const [argument] = node.args;
  if (argument?.kind !== 'add' && argument?.kind !== 'multiply') return undefined;
  const value = exactNumber(argument, work);
  const after = value.type === 'number' ? exactForm(argument) : undefined;
  if (after === undefined || sameExpr(after, argument)) return undefined;
  const plain = rationalForm(argument);
  if (plain === undefined) return undefined;
  return {
    before: argument,
    after,
    words: `Work out the number in the brackets first: $${equality(argument, after)}$.`,
    why: 'A function is applied to one number, so that number has to be known.',
    rule: 'innermost-first',
    weight: 1,
  };
}

function replaced(expr: Expr, pieces: readonly Piece[]): Expr {
  const piece = pieces.find(({ before }) => sameExpr(before, expr));
  return piece?.after ?? mapChildren(expr, (child) => replaced(child, pieces));
}

function moveOf(pieces: readonly Piece[], before: Expr, after: Expr): Move {
  const [only] = pieces;
  const latex = equality(before, after);
  const claim = equalClaim(before, after);
  if (pieces.length === 1 && only !== undefined)
    return { text: only.words, latex, why: only.why, rule: only.rule, claim };
  return {
    text: `Put in the exact values: ${listWords(pieces.map((piece) => `$${equality(piece.before, piece.after)}$`))}.`,
    latex,
    why: only?.why,
    rule: only?.rule ?? 'number-function',
    claim,
    parts: pieces.map((piece, index) => ({
      text: piece.words,
      latex: index === pieces.length - 1 ? latex : equality(piece.before, piece.after),
      why: piece.why,
      rule: piece.rule,
      claim: equalClaim(piece.before, piece.after),
    })),
  };
}

/** What is left is arithmetic: with numbers and roots, with i, or with π and e. */
function restMoves(expr: Expr, work: ExactWork): readonly Move[] | undefined {
  const result = exactForm(expr);
  if (result === undefined) return undefined;
  if (sameExpr(expr, result)) return [];
  if (hasImaginary(expr)) return complexMoves(expr);
  if (exactNumber(expr, work).type === 'number') {
    const evaluated = evaluateMoves(expr, 'fraction', work);
    if (evaluated.type === 'evaluated') return evaluated.moves;
  }
  if (tex(expr) === tex(result)) return [];
  return [
    {
      text: 'Collect the multiples: $\\pi$ and $e$ count like letters.',
      latex: equality(expr, result),
      why: 'Multiples of the same number are added by their coefficients.',
      rule: 'add-and-subtract',
      claim: equalClaim(expr, result),
    },
  ];
}

/** 2 sin 1 + 3 sin 1, sin² + cos²: the values are not known exactly, but equal ones may be collected. */
function collectedCalls(expr: Expr): { readonly move: Move; readonly after: Expr } | undefined {
  const after = exactForm(expr);
  if (after === undefined || sizeOf(after) >= sizeOf(expr)) return undefined;
  const squares = contains(expr, (node) => node.kind === 'power' && node.base.kind === 'call');
  const undoes = contains(expr, (node) => node.kind === 'power' && hasCall(node.exponent));
  if (undoes)
    return {
      after,
      move: {
        text: `A power and the logarithm to the same base undo each other: $${equality(expr, after)}$.`,
        latex: equality(expr, after),
        why: 'A logarithm is the exponent that turns its base into the number.',
        rule: 'logarithm',
        claim: equalClaim(expr, after),
      },
    };
  return {
    after,
    move: {
      text: squares
        ? 'Use $\\sin^2 t + \\cos^2 t = 1$ and collect equal terms.'
        : 'Collect equal terms: a value that is not known exactly counts like a letter.',
      latex: equality(expr, after),
      why: squares
        ? 'On the unit circle cosine and sine are the legs of a right triangle whose longest side is 1.'
        : 'Multiples of the same number are added by their coefficients.',
      rule: squares ? 'exact-angle' : 'add-and-subtract',
      claim: equalClaim(expr, after),
    },
  };
}

/** log 20 + log 5 = log 100: logarithms of one base as the logarithm of one number. */
function joinedLogarithms(expr: Expr): { readonly moves: readonly Move[]; readonly after: Expr } | undefined {
  const terms = expr.kind === 'add' ? expr.terms : [expr];
  const logs = terms.map(logarithmTerm);
  const [first] = logs;
  if (first === undefined || logs.some((log) => log?.baseTex !== first.baseTex)) return ratio(expr);
  const known = logs.filter((log) => log !== undefined);
  if (known.length < 2) return undefined;
  const top = known.filter(({ factor }) => factor > 0).map(({ argument, factor }) => raised(argument, factor));
  const bottom = known.filter(({ factor }) => factor < 0).map(({ argument, factor }) => raised(argument, -factor));
  const above = top.length === 0 ? num(1) : product(top);
  const inside = bottom.length === 0 ? above : divide(above, product(bottom));
  const value = exactForm(inside);
  if (value === undefined || rationalForm(inside) === undefined) return undefined;
  const one = call(first.name, value, ...first.base);
  const open = call(first.name, inside, ...first.base);
  const join: Move = {
    text: `Write the logarithms as one: a sum becomes a product${bottom.length > 0 ? ', a difference a quotient' : ''}${known.some(({ factor }) => Math.abs(factor) > 1) ? ', a factor in front an exponent' : ''}.`,
    latex: `${tex(expr)} = ${tex(open)}${sameExpr(open, one) ? '' : ` = ${tex(one)}`}`,
    why: 'Multiplying powers of one base adds their exponents, and logarithms are these exponents.',
    rule: 'logarithm',
    claim: equalClaim(expr, one),
  };
  const piece = functionPiece(one);
  if (piece === undefined || !isPiece(piece)) return { moves: [join], after: one };
  return { moves: [join, moveOf([piece], one, piece.after)], after: piece.after };
}

interface LogarithmTerm {
  readonly name: string;
  readonly argument: Expr;
  readonly base: readonly Expr[];
  readonly baseTex: string;
  readonly factor: number;
}

function logarithmTerm(expr: Expr): LogarithmTerm | undefined {
  if (expr.kind === 'negate') {
    const inner = logarithmTerm(expr.operand);
    return inner && { ...inner, factor: -inner.factor };
  }
  if (expr.kind === 'multiply' && expr.factors.length === 2) {
    const [factor, log] = expr.factors;
    const inner = log && logarithmTerm(log);
    const count = factor && rationalForm(factor);
    if (inner === undefined || count === undefined || !isInteger(count) || count.n > 12n || count.s <= 0n)
      return undefined;
    return { ...inner, factor: inner.factor * Number(count.n) };
  }
  if (expr.kind !== 'call' || (expr.name !== 'ln' && expr.name !== 'log')) return undefined;
  const [argument, ...base] = expr.args;
  if (argument === undefined) return undefined;
  return { name: expr.name, argument, base, baseTex: `${expr.name} ${base.map(tex).join()}`, factor: 1 };
}

/** ln 8 / ln 2: how often the exponent of the one goes into the other. */
function ratio(expr: Expr): { readonly moves: readonly Move[]; readonly after: Expr } | undefined {
  if (expr.kind !== 'divide') return undefined;
  const [above, below] = [logarithmTerm(expr.numerator), logarithmTerm(expr.denominator)];
  const value = rationalForm(expr);
  if (above?.factor !== 1 || below?.factor !== 1 || above.baseTex !== below.baseTex || value === undefined)
    return undefined;
  const after = num(value);
  return {
    moves: [
      {
        text: `Since $${tex(power(below.argument, after))} = ${tex(above.argument)}$, the logarithm above is ${math(after)} times the one below.`,
        latex: equality(expr, after),
        why: 'The logarithm of a power is the exponent times the logarithm of its base.',
        rule: 'logarithm',
        claim: equalClaim(expr, after),
      },
    ],
    after,
  };
}

function raised(argument: Expr, factor: number): Expr {
  return factor === 1 ? argument : power(argument, num(factor));
}

function product(factors: readonly Expr[]): Expr {
  const [only, ...others] = factors;
  return only !== undefined && others.length === 0 ? only : multiply(...factors);
}

/** By the exact normal form; and where the number is real by intervals as well, which know nothing of exact values. */
function verdictOf(expr: Expr, result: Expr): Verdict {
  const equal = areEqual(expr, result);
  const sign = hasImaginary(expr) ? undefined : certifiedSign(subtract(expr, result));
  const isApart = sign?.type === 'sign' && sign.sign !== 0;
  if (equal.result === 'different' || isApart)
    return {
      kind: 'invalid',
      how: 'certified',
      relation: 'different',
      evidence: 'Evaluated with certified digits, the two differ.',
    };
  if (equal.result !== 'equal') return { kind: 'unknown', how: 'none' };
  const near = sign?.type === 'nearZero' || sign?.type === 'sign' ? ', and more than $100$ certified digits agree' : '';
  return {
    kind: equal.how === 'points' ? 'valid' : 'proved',
    how: equal.how,
    relation: 'equal',
    evidence: `Both have the same exact normal form${near}.`,
  };
}
