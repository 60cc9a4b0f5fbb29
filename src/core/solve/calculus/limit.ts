import { add, divide, e, equals, limit as limitNode, negate, num, power, sym } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { degree, leadingCoefficient } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import { toPolynomial } from '../../math/polynomial/toPolynomial.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, freeSymbols, hasSymbol, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import { combineFractions, hasLettersBelow } from '../expressions/fractions.ts';
import { abstractKernels } from '../expressions/kernels.ts';
import { Lines } from '../expressions/lines.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { asQuotient, hospital } from './hospital.ts';
import { factoredQuotient } from './limitFactor.ts';
import {
  absoluteAway,
  asExponential,
  byLaws,
  conjugate,
  leadingPowers,
  productAsQuotient,
  squeezed,
  type EndingRule,
  type RewritingRule,
} from './limitRules.ts';
import { onlySide } from './limitDomain.ts';
import { swinging } from './limitSwings.ts';
import { limitVerdict } from './limitVerdict.ts';
import { isInfinite } from './limitValue.ts';
import { approachOf, shownLimit, type LimitWork } from './limitWork.ts';
import { inSineAndCosine } from './sineAndCosine.ts';
import { numberOf, tidy } from './tidy.ts';
import { weakest } from '../verdicts.ts';

/** Limits: by putting in, cancelling, dividing by the highest power, and L'Hôpital's rule. */
export const limit: Kind = {
  id: 'limit',
  tasks: ['limit'],
  ways(task): readonly Way[] {
    if (task.kind !== 'limit') return [];
    return [{ id: 'limit-laws', name: 'the laws of limits', derive: () => derive(task) }];
  },
};

const mostRounds = 10;

/** Each of these ends the work, or not. */
const endings: readonly EndingRule[] = [byLaws, leadingPowers, squeezed];
/** Each of these leaves a simpler limit, or not. */
const rewritings: readonly RewritingRule[] = [
  absoluteAway,
  conjugate,
  factoredQuotient,
  simplified,
  hospital,
  // Without the rule of L'Hôpital at once the quotient would be simplified back to the product.
  (work) => productAsQuotient(work) && (hospital(work) || true),
  asExponential,
];

function derive(task: TaskOf<'limit'>): Derivation {
  if (!isContinuousWhereDefined(task.expr)) return stuck();
  const swings = swinging(task);
  if (swings !== undefined) return swings;
  const work: LimitWork = { task, moves: [], expr: task.expr, isExponent: false, isExact: true };
  for (let round = 0; round < mostRounds; round += 1) {
    const value = ended(work);
    if (value !== undefined) return finish(work, value);
    if (!rewritings.some((rule) => rule(work))) break;
  }
  return onlyFromInside(task) ?? fromBothSides(task, work) ?? fromMinusInfinity(task) ?? stuck();
}

/** Where the expression has values on one side of the target only, the limit is the one from that side. */
function onlyFromInside(task: TaskOf<'limit'>): Derivation | undefined {
  const found = onlySide(task);
  if (found === undefined) return undefined;
  const inner = derive({ ...task, side: found.side });
  if (inner.type !== 'solved') return undefined;
  const [first, ...others] = inner.moves;
  return first && { ...inner, moves: [{ ...first, text: `${found.sentence} ${first.text}` }, ...others] };
}

/** x → -∞ is -x → ∞. */
function fromMinusInfinity(task: TaskOf<'limit'>): Derivation | undefined {
  const { variable, target } = task;
  if (!isInfinite(target) || target.kind !== 'negate') return undefined;
  const letter = ['t', 'u', 's'].find((name) => !freeSymbols(task.expr).includes(name)) ?? 't';
  const turned = tidy(substitute(task.expr, { [variable]: negate(sym(letter)) }));
  const next: TaskOf<'limit'> = { ...task, expr: turned, variable: letter, target: target.operand };
  const found = derive(next);
  if (found.type !== 'solved') return undefined;
  const opening: Move = {
    text: `Put $${toTex(equals(sym(variable), negate(sym(letter))))}$: then $${letter}$ grows beyond every bound.`,
    latex: toTex(equals(limitNode(task.expr, variable, target), limitNode(turned, letter, target.operand))),
    why: 'What happens far to the left of a graph happens far to the right of its mirror image.',
    rule: 'substitution',
    claim: { type: 'equal', left: turned, right: substitute(task.expr, { [variable]: negate(sym(letter)) }) },
  };
  return { ...found, moves: [opening, ...found.moves] };
}

function ended(work: LimitWork): Expr | undefined {
  const value = isInfinite(work.task.target) ? atInfinity(work) : byPuttingIn(work);
  if (value !== undefined) return value;
  for (const rule of endings) {
    const found = rule(work);
    if (found !== undefined) return found;
  }
  return termByTerm(work);
}

/** A sum whose terms need different rules. */
function termByTerm(work: LimitWork): Expr | undefined {
  const terms = work.expr.kind === 'add' ? work.expr.terms : [];
  if (terms.length < 2 || work.isExponent) return undefined;
  const found = terms.map((term) => derive({ ...work.task, expr: term }));
  const values = found.map((each) => (each.type === 'solved' ? each.answer.value : undefined));
  if (!values.every((value) => value !== undefined && !isInfinite(value))) return undefined;
  const finite = values.filter((value) => value !== undefined);
  if (found.some((each) => each.type === 'solved' && each.answer.verdict.kind !== 'proved')) work.isExact = false;
  const normal = toRationalFunction(add(...finite));
  if (normal === undefined) return undefined;
  const value = rationalFunctionToExpr(normal);
  const parts = found.flatMap((each) => (each.type === 'solved' ? each.moves : []));
  const sums = terms.map((term, index) => `$${toTex(term)} \\to ${toTex(finite[index] ?? value)}$`);
  work.moves.push({
    text: `Take the limit term by term: ${sums.join(', ')}.`,
    latex: toTex(equals(shownLimit(work, work.expr), value)),
    why: 'The limit of a sum is the sum of the limits, where each of them exists.',
    rule: 'limit-laws',
    claim: { type: 'none' },
    parts: parts.length > 1 ? parts : undefined,
  });
  return value;
}

/** Where the two sides must be looked at each by itself. */
function fromBothSides(task: TaskOf<'limit'>, work: LimitWork): Derivation | undefined {
  if (task.side !== undefined || isInfinite(task.target)) return undefined;
  // What was factored and cancelled holds for both sides; the rule of L’Hôpital says nothing where no limit is found.
  const isKept =
    !work.isExponent && work.moves.every(({ rule }) => rule === 'limit-factor' || rule === 'limit-simplify');
  const [opening, expr] = isKept ? [work.moves, work.expr] : [[], task.expr];
  const [left, right] = (['left', 'right'] as const).map((side) => derive({ ...task, expr, side }));
  if (left?.type !== 'solved' || right?.type !== 'solved') return undefined;
  const [below, above] = [left.answer.value, right.answer.value];
  if (below === undefined || above === undefined) return undefined;
  const moves = [...opening, ...asOneSide('left', left), ...asOneSide('right', right)];
  const isSame = sameExpr(below, above) || toText(below) === toText(above);
  const verdict = weakest([left.answer.verdict, right.answer.verdict]) ?? left.answer.verdict;
  const shown = limitNode(task.expr, task.variable, task.target);
  if (isSame) {
    moves.push({
      text: 'Both sides have the same limit.',
      latex: toTex(equals(shown, above)),
      why: 'A limit exists where the limits from the left and from the right are the same.',
      rule: 'limit-sides',
      claim: { type: 'none' },
    });
    return { type: 'solved', moves, answer: { text: toText(above), latex: toTex(above), value: above, verdict } };
  }
  moves.push({
    text: `From the left the limit is $${toTex(below)}$, from the right $${toTex(above)}$: they differ, so the limit does not exist.`,
    latex: `${toTex(shown)} \\text{ does not exist}`,
    why: 'A limit exists where the limits from the left and from the right are the same.',
    rule: 'limit-sides',
    claim: { type: 'none' },
  });
  return {
    type: 'solved',
    moves,
    answer: { text: 'The limit does not exist', latex: '\\text{does not exist}', verdict },
  };
}

function asOneSide(side: 'left' | 'right', found: Extract<Derivation, { type: 'solved' }>): readonly Move[] {
  const { moves, answer } = found;
  return moves.map((move, index) => ({
    ...move,
    text: index === 0 ? `From the ${side}: ${move.text}` : move.text,
    claim:
      index === moves.length - 1 && move.claim.type === 'none'
        ? { type: 'decided', verdict: answer.verdict }
        : move.claim,
  }));
}

function stuck(): Derivation {
  return { type: 'stuck', reason: 'unsupported', detail: 'I find no rule that settles this limit.' };
}

/** Built from functions that are continuous wherever they have a value: then putting in is allowed. */
function isContinuousWhereDefined(expr: Expr): boolean {
  const jumps = new Set(['floor', 'ceil', 'round', 'sign', 'mod', 'gcd', 'lcm']);
  return !contains(expr, (node) => node.kind === 'piecewise' || (node.kind === 'call' && jumps.has(node.name)));
}

/** Exact value of the expression at the target, where every part of it has one. */
function valueAtTarget(work: LimitWork, expr: Expr): Expr | undefined {
  const put = substitute(expr, { [work.task.variable]: work.task.target });
  const value = toRationalFunction(put);
  if (value === undefined) return undefined;
  const result = rationalFunctionToExpr(value);
  // A letterless value that is no real number (√−1, ln 0) is no value.
  return freeSymbols(result).length > 0 || Number.isFinite(evaluate(put)) ? result : undefined;
}

function byPuttingIn(work: LimitWork): Expr | undefined {
  const value = valueAtTarget(work, work.expr);
  const { variable, target } = work.task;
  const at = toTex(equals(sym(variable), target));
  if (value !== undefined) {
    const put = substitute(work.expr, { [variable]: target });
    work.moves.push({
      text: `Put $${at}$ in: nothing stands in the way.`,
      latex: toTex(
        sameExpr(put, value)
          ? equals(shownLimit(work, work.expr), value)
          : { kind: 'relation', operands: [shownLimit(work, work.expr), put, value], operators: ['=', '='] },
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
function pole(work: LimitWork): Expr | undefined {
  const quotient = asQuotient(work.expr);
  if (quotient === undefined) return undefined;
  const [above, below] = [valueAtTarget(work, quotient.numerator), valueAtTarget(work, quotient.denominator)];
  const top = above === undefined ? undefined : numberOf(above);
  if (above === undefined || below === undefined || numberOf(below)?.n !== 0n || top?.n === 0n) return undefined;
  const sign = approachOf(work).signNear(quotient.denominator);
  const first = top === undefined ? approachOf(work).signNear(work.expr) : top.s > 0n ? sign : -sign;
  if (first === 0) return undefined;
  const value: Expr = { kind: 'constant', name: 'infinity' };
  const result = first > 0 ? value : negate(value);
  work.moves.push({
    text: `The numerator tends to $${toTex(above)}$ and the denominator to $0$, so the quotient grows beyond every bound; near $${toTex(equals(sym(work.task.variable), work.task.target))}$ it is ${first > 0 ? 'positive' : 'negative'}.`,
    latex: toTex(equals(shownLimit(work, work.expr), result)),
    why: 'Dividing by ever smaller numbers gives ever larger ones; the sign decides the direction.',
    rule: 'limit-pole',
    claim: { type: 'none' },
  });
  return result;
}

/** Quotients of polynomials: the highest powers decide. */
function atInfinity(work: LimitWork): Expr | undefined {
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
      latex: toTex(equals(shownLimit(work, work.expr), value)),
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
function probed(work: LimitWork): Expr | undefined {
  if (hasSymbol(work.expr, work.task.variable)) return undefined;
  work.moves.push({
    text: 'What is left does not change any more.',
    latex: toTex(equals(shownLimit(work, work.expr), work.expr)),
    why: 'The limit of a constant is the constant.',
    rule: 'limit-put-in',
    claim: { type: 'none' },
  });
  return work.expr;
}

/** Brings the expression to one reduced fraction; true where that changed it. */
function simplified(work: LimitWork): boolean {
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
    latex: `= ${toTex(shownLimit(work, result))}`,
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

function finish(work: LimitWork, found: Expr): Derivation {
  const value = work.isExponent ? exponentialOf(work, found) : found;
  return {
    type: 'solved',
    moves: work.moves,
    answer: { text: toText(value), latex: toTex(value), value, verdict: limitVerdict(work, value) },
  };
}

/** The exponent tends to `exponent`, so the power tends to e^exponent. */
function exponentialOf(work: LimitWork, exponent: Expr): Expr {
  const limits = isInfinite(exponent) ? (exponent.kind === 'negate' ? num(0) : exponent) : undefined;
  const normal = limits === undefined ? toRationalFunction(power(e, exponent)) : undefined;
  const value = limits ?? (normal === undefined ? power(e, exponent) : rationalFunctionToExpr(normal));
  work.moves.push({
    text: `The exponent tends to $${toTex(exponent)}$, so the power tends to $${toTex(value)}$.`,
    latex: toTex(equals(limitNode(work.task.expr, work.task.variable, work.task.target, work.task.side), value)),
    why: 'The exponential function is continuous.',
    rule: 'limit-exponential',
    claim: { type: 'none' },
  });
  return value;
}
