import { call, divide, equals, limit as limitNode, negate, num, sym } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { degree, leadingCoefficient } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, freeSymbols, hasSymbol, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import { combineFractions, hasLettersBelow } from '../expressions/fractions.ts';
import { abstractKernels } from '../expressions/kernels.ts';
import { Lines } from '../expressions/lines.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { numberOf, tidy } from './tidy.ts';

/** Limits: by putting in, cancelling, dividing by the highest power, and L'Hôpital's rule. */
export const limit: Kind = {
  id: 'limit',
  tasks: ['limit'],
  ways(task): readonly Way[] {
    if (task.kind !== 'limit') return [];
    return [{ id: 'limit-laws', name: 'the laws of limits', derive: () => derive(task) }];
  },
};

const mostRounds = 6;

/** The limit that is being worked out; every rule adds a move and either ends it or leaves a simpler one. */
interface Work {
  readonly task: TaskOf<'limit'>;
  readonly moves: Move[];
  expr: Expr;
}

function derive(task: TaskOf<'limit'>): Derivation {
  const work: Work = { task, moves: [], expr: task.expr };
  if (!isContinuousWhereDefined(task.expr)) return stuck();
  for (let round = 0; round < mostRounds; round += 1) {
    const value = isInfinite(task.target) ? atInfinity(work) : byPuttingIn(work);
    if (value !== undefined) return finish(work, value);
    if (!simplified(work) && !hospital(work)) return stuck();
  }
  return stuck();
}

function stuck(): Derivation {
  return { type: 'stuck', reason: 'unsupported', detail: 'I find no rule that settles this limit.' };
}

/** Built from functions that are continuous wherever they have a value: then putting in is allowed. */
function isContinuousWhereDefined(expr: Expr): boolean {
  const jumps = new Set(['floor', 'ceil', 'round', 'sign', 'mod', 'gcd', 'lcm']);
  return !contains(expr, (node) => node.kind === 'piecewise' || (node.kind === 'call' && jumps.has(node.name)));
}

function isInfinite(target: Expr): boolean {
  return target.kind === 'constant'
    ? target.name === 'infinity'
    : target.kind === 'negate' && isInfinite(target.operand);
}

function shown(work: Work, expr: Expr): Expr {
  const { variable, target, side } = work.task;
  return limitNode(expr, variable, target, side);
}

/** Exact value of the expression at the target, where every part of it has one. */
function valueAtTarget(work: Work, expr: Expr): Expr | undefined {
  const put = substitute(expr, { [work.task.variable]: work.task.target });
  const value = toRationalFunction(put);
  if (value === undefined) return undefined;
  const result = rationalFunctionToExpr(value);
  // A letterless value that is no real number (√−1, ln 0) is no value.
  return freeSymbols(result).length > 0 || Number.isFinite(evaluate(put)) ? result : undefined;
}

function byPuttingIn(work: Work): Expr | undefined {
  const value = valueAtTarget(work, work.expr);
  const { variable, target } = work.task;
  const at = toTex(equals(sym(variable), target));
  if (value !== undefined) {
    const put = substitute(work.expr, { [variable]: target });
    work.moves.push({
      text: `Put $${at}$ in: nothing stands in the way.`,
      latex: toTex(
        sameExpr(put, value)
          ? equals(shown(work, work.expr), value)
          : { kind: 'relation', operands: [shown(work, work.expr), put, value], operators: ['=', '='] },
      ),
      why: 'The function is built from continuous functions and has a value there, so its limit is that value.',
      rule: 'limit-put-in',
      claim: { type: 'equal', left: put, right: value },
    });
    return value;
  }
  return pole(work);
}

/** Something but 0 over 0: the limit is infinite where both sides agree. */
function pole(work: Work): Expr | undefined {
  const quotient = asQuotient(work.expr);
  if (quotient === undefined) return undefined;
  const [above, below] = [valueAtTarget(work, quotient.numerator), valueAtTarget(work, quotient.denominator)];
  const top = above === undefined ? undefined : numberOf(above);
  if (above === undefined || below === undefined || numberOf(below)?.n !== 0n || top?.n === 0n) return undefined;
  const signs = (work.task.side === 'left' ? [-1] : work.task.side === 'right' ? [1] : [-1, 1]).map((direction) =>
    signNear(work, direction),
  );
  const [first] = signs;
  if (first === undefined || first === 0 || signs.some((sign) => sign !== first)) {
    return undefined;
  }
  const value: Expr = { kind: 'constant', name: 'infinity' };
  const result = first > 0 ? value : negate(value);
  work.moves.push({
    text: `The numerator tends to $${toTex(above)}$ and the denominator to $0$, so the quotient grows beyond every bound; near $${toTex(equals(sym(work.task.variable), work.task.target))}$ it is ${first > 0 ? 'positive' : 'negative'}.`,
    latex: toTex(equals(shown(work, work.expr), result)),
    why: 'Dividing by ever smaller numbers gives ever larger ones; the sign decides the direction.',
    rule: 'limit-pole',
    claim: { type: 'none' },
  });
  return result;
}

function signNear(work: Work, direction: number): number {
  const target = evaluate(work.task.target);
  const signs = [1e-3, 1e-4, 1e-5].map((step) =>
    Math.sign(evaluate(work.expr, { [work.task.variable]: target + direction * step })),
  );
  return signs.every((sign) => sign === signs[0]) ? (signs[0] ?? 0) : 0;
}

/** Quotients of polynomials: the highest powers decide. */
function atInfinity(work: Work): Expr | undefined {
  const { variable, target } = work.task;
  const quotient = asQuotient(work.expr) ?? { numerator: work.expr, denominator: num(1) };
  const [above, below] = [toPolynomial(quotient.numerator), toPolynomial(quotient.denominator)];
  if (above === undefined || below === undefined) return probed(work);
  const [m, n] = [degree(above, variable), degree(below, variable)];
  const ratio = toRationalFunction(
    divide(
      polynomialToExpr(leadingCoefficient(above, variable)),
      polynomialToExpr(leadingCoefficient(below, variable)),
    ),
  );
  if (ratio === undefined) return undefined;
  const lead = rationalFunctionToExpr(ratio);
  const leading = numberOf(lead);
  const x = toTex(sym(variable));
  const decided = (value: Expr, why: string): Expr => {
    work.moves.push({
      text:
        n === 0
          ? `The highest power of $${x}$ decides.`
          : `Divide above and below by the highest power of $${x}$ below, $${toTex(n === 1 ? sym(variable) : { kind: 'power', base: sym(variable), exponent: num(n) })}$: all that is divided by a power of $${x}$ tends to $0$.`,
      latex: toTex(equals(shown(work, work.expr), value)),
      why,
      rule: 'limit-highest-power',
      claim: { type: 'none' },
    });
    return value;
  };
  if (m < n) return decided(num(0), 'The denominator grows faster than the numerator.');
  if (m === n)
    return decided(
      lead,
      'Numerator and denominator grow equally fast, so the quotient of their leading numbers is left.',
    );
  if (leading === undefined) return undefined;
  const isTurned = target.kind === 'negate' && (m - n) % 2 === 1;
  const isPositive = leading.s > 0n !== isTurned;
  return decided(isPositive ? infinityExpr : negate(infinityExpr), 'The numerator grows faster than the denominator.');
}

const infinityExpr: Expr = { kind: 'constant', name: 'infinity' };

/** A constant needs no rule. */
function probed(work: Work): Expr | undefined {
  if (hasSymbol(work.expr, work.task.variable)) return undefined;
  work.moves.push({
    text: 'What is left does not change any more.',
    latex: toTex(equals(shown(work, work.expr), work.expr)),
    why: 'The limit of a constant is the constant.',
    rule: 'limit-put-in',
    claim: { type: 'none' },
  });
  return work.expr;
}

function asQuotient(expr: Expr): { readonly numerator: Expr; readonly denominator: Expr } | undefined {
  if (expr.kind === 'negate') {
    const inner = asQuotient(expr.operand);
    return inner && { ...inner, numerator: negate(inner.numerator) };
  }
  return expr.kind === 'divide' ? expr : undefined;
}

/** Brings the expression to one reduced fraction; true where that changed it. */
function simplified(work: Work): boolean {
  const prepared = mapExpr(work.expr, inSineAndCosine);
  const kernels = abstractKernels(prepared);
  if (!hasLettersBelow(kernels.expr)) return false;
  const lines = new Lines(kernels.expr, { show: kernels.show });
  if (!combineFractions(lines) || lines.moves.length === 0) return false;
  const result = kernels.show(lines.line);
  if (toTex(result) === toTex(work.expr)) return false;
  const isTrig = !sameExpr(prepared, work.expr);
  const last = lines.moves.at(-1);
  work.moves.push({
    text: isTrig
      ? 'Write everything with sine and cosine, and as one fraction.'
      : lines.moves.length === 1
        ? (last?.text ?? '')
        : 'Write it as one fraction and reduce it.',
    latex: `= ${toTex(shown(work, result))}`,
    why: isTrig
      ? '$\\tan u = \\frac{\\sin u}{\\cos u}$.'
      : 'The limit looks only at points near the target, not at the target itself, so a common factor may be cancelled.',
    rule: 'limit-simplify',
    claim: { type: 'equal', left: work.expr, right: result },
    parts: lines.moves.length > 1 && !isTrig ? lines.moves : undefined,
  });
  work.expr = result;
  return true;
}

function inSineAndCosine(node: Expr): Expr {
  const [u] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || u === undefined || node.args.length !== 1) return node;
  const [sine, cosine] = [call('sin', u), call('cos', u)];
  const forms: Readonly<Record<string, Expr>> = {
    tan: divide(sine, cosine),
    cot: divide(cosine, sine),
    sec: divide(num(1), cosine),
    csc: divide(num(1), sine),
  };
  return Object.hasOwn(forms, node.name) ? (forms[node.name] ?? node) : node;
}

/** 0/0 exactly, or ∞/∞ at infinity: differentiate above and below. */
function hospital(work: Work): boolean {
  const quotient = asQuotient(work.expr);
  const { variable } = work.task;
  if (quotient === undefined) return false;
  const form = indeterminateForm(work, quotient);
  const [above, below] = [differentiate(quotient.numerator, variable), differentiate(quotient.denominator, variable)];
  if (form === undefined || above === undefined || below === undefined) return false;
  const next = tidy(divide(tidy(above), tidy(below)));
  work.moves.push({
    text: `Numerator and denominator both tend to ${form}, so use L’Hôpital’s rule: differentiate each by itself.`,
    latex: `= ${toTex(shown(work, next))}`,
    why: 'Where both tend to $0$, or both beyond every bound, the quotient has the same limit as the quotient of the slopes, if that exists.',
    rule: 'hospital',
    claim: { type: 'equal', left: divide(above, below), right: next },
  });
  work.expr = next;
  return true;
}

function indeterminateForm(
  work: Work,
  quotient: { readonly numerator: Expr; readonly denominator: Expr },
): string | undefined {
  if (!isInfinite(work.task.target)) {
    const values = [quotient.numerator, quotient.denominator].map((part) => valueAtTarget(work, part));
    return values.every((value) => value !== undefined && numberOf(value)?.n === 0n) ? '$0$' : undefined;
  }
  const sign = work.task.target.kind === 'negate' ? -1 : 1;
  const grows = [quotient.numerator, quotient.denominator].every((part) => {
    const sizes = [10, 100, 600].map((x) => Math.abs(evaluate(part, { [work.task.variable]: sign * x })));
    return sizes.every((size, index) => index === 0 || size > (sizes[index - 1] ?? 0) * 1.2) && (sizes.at(-1) ?? 0) > 5;
  });
  return grows ? '$\\infty$' : undefined;
}

function finish(work: Work, value: Expr): Derivation {
  return {
    type: 'solved',
    moves: work.moves,
    answer: { text: toText(value), latex: toTex(value), value, verdict: verdictFor(work, value) },
  };
}

/** Its limits at infinity are a matter of degrees and leading numbers, both exact. */
function isQuotientOfPolynomials(expr: Expr): boolean {
  const normal = toRationalFunction(expr);
  return normal?.kernels.size === 0;
}

/**
 * Approaching the target by numbers agrees with the value: agreement at points. It is more where every step of the
 * working was exact: finite targets and exact values only.
 */
function verdictFor(work: Work, value: Expr): Verdict {
  const { variable, target, side, expr } = work.task;
  if (freeSymbols(expr).some((name) => name !== variable)) return { kind: 'unknown', how: 'none' };
  const goal = isInfinite(value) ? (value.kind === 'negate' ? -Infinity : Infinity) : evaluate(value);
  const near = isInfinite(target)
    ? [1e3, 1e4, 1e5, 1e6].map((size) => (target.kind === 'negate' ? -size : size))
    : [1e-2, 1e-3, 1e-4].flatMap((step) =>
        (side === 'left' ? [-step] : side === 'right' ? [step] : [-step, step]).map(
          (offset) => evaluate(target) + offset,
        ),
      );
  const values = near.map((x) => evaluate(expr, { [variable]: x })).filter((found) => Number.isFinite(found));
  if (values.length < 3) return { kind: 'unknown', how: 'none' };
  const distance = (found: number): number =>
    Number.isFinite(goal)
      ? Math.abs(found - goal) / (1 + Math.abs(goal))
      : goal > 0
        ? 1 / Math.max(found, 1e-9)
        : 1 / Math.max(-found, 1e-9);
  const [start, end] = [distance(values[0] ?? 0), distance(values.at(-1) ?? 0)];
  if (!(end < 0.02 || end < start / 5))
    return end > 0.5
      ? {
          kind: 'invalid',
          how: 'points',
          relation: 'different',
          evidence: `Close to the target the values do not approach $${toTex(value)}$.`,
        }
      : { kind: 'unknown', how: 'none' };
  const isExact = isInfinite(target)
    ? isQuotientOfPolynomials(work.task.expr)
    : !isInfinite(value) && work.moves.every((move) => move.claim.type !== 'none');
  const evidence = `Close to the target the values approach $${toTex(value)}$.`;
  return isExact
    ? { kind: 'proved', how: 'symbolic', evidence }
    : { kind: 'valid', how: 'points', points: values.length, evidence };
}
