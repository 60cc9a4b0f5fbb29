import { add, equals, integral, limit as limitNode, negate, sym } from '../../math/build.ts';
import { domainConditions } from '../../math/domain.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols, hasSymbol, substitute } from '../../math/tree.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import { hasNoGap, isDefinedOn, poleBetween } from './continuity.ts';
import type { Antiderivative } from './antiderivative.ts';
import { antiderivativeVerdict } from './integration/slope.ts';
import { present } from './integration/present.ts';
import { limit } from './limit.ts';
import { isZeroValue } from './limitValue.ts';
import { quadrature } from './quadrature.ts';
import { tidy } from './tidy.ts';

/** The value of F at a bound: put in, or as a limit. */
type BoundValue =
  | {
      readonly type: 'value';
      readonly value: Expr;
      readonly moves: readonly Move[];
      readonly isLimit: boolean;
      readonly isProved: boolean;
    }
  | { readonly type: 'infinite'; readonly isProved: boolean }
  | { readonly type: 'unknown' };

/** Puts the bounds into an antiderivative, after the interval was looked at for poles. */
export function definiteIntegral(
  f: Expr,
  x: string,
  lower: Expr,
  upper: Expr,
  found: Antiderivative,
  work: ExactWork,
): Derivation {
  const F = found.result;
  const whole = integral(f, x, [lower, upper]);
  const hasNumbers = freeSymbols(whole).length === 0;
  const pole = hasNumbers ? poleBetween(f, x, lower, upper, work) : undefined;
  if (pole !== undefined) {
    return (
      divergentAtPole(f, x, whole, found, pole, work) ?? {
        type: 'stuck',
        reason: 'unsupported',
        detail: `$${toTex(f)}$ is not defined at $${toTex(equals(sym(x), pole))}$, which lies between the bounds, so an antiderivative may not simply be taken across it. I do not take such integrals apart.`,
      }
    );
  }
  const ends = [
    valueAt(F, x, lower, isBelow(lower, upper) ? 'right' : 'left', work),
    valueAt(F, x, upper, isBelow(lower, upper) ? 'left' : 'right', work),
  ] as const;
  const [bottom, top] = ends;
  if (bottom.type === 'infinite' || top.type === 'infinite')
    return divergent({ whole, f, F, x, before: found.moves }, atBound(top, bottom, lower, upper), work);
  if (bottom.type === 'unknown' || top.type === 'unknown') {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `The antiderivative $${toTex(F)}$ has no value that I can work out at both bounds.`,
    };
  }
  const normal = toRationalFunction(add(top.value, negate(bottom.value)));
  const value =
    normal === undefined ? tidy(add(top.value, negate(bottom.value))) : tidy(rationalFunctionToExpr(normal));
  const verdict = verdictFor(
    { f, F, x, lower, upper, value, isProved: top.isProved && bottom.isProved, hasNumbers },
    work,
  );
  if (verdict === undefined) {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `The antiderivative that I find, $${toTex(F)}$, jumps between the bounds, so its values there do not give the integral.`,
    };
  }
  const moves = [
    ...found.moves,
    ...bottom.moves,
    ...top.moves,
    boundsMove({ whole, F, x, lower, upper, bottom, top, value, verdict }),
  ];
  return { type: 'solved', moves, answer: { text: toText(value), latex: toTex(value), value, verdict } };
}

function isBelow(lower: Expr, upper: Expr): boolean {
  return !(evaluate(lower) > evaluate(upper)) && !isMinusInfinity(upper);
}

function isMinusInfinity(expr: Expr): boolean {
  return expr.kind === 'negate' && isInfinity(expr.operand);
}

function isInfinity(expr: Expr): boolean {
  return expr.kind === 'constant' && expr.name === 'infinity';
}

function valueAt(F: Expr, x: string, at: Expr, side: 'left' | 'right', work: ExactWork): BoundValue {
  const isInfinite = isInfinity(at) || isMinusInfinity(at);
  if (!isInfinite) {
    const put = present(substitute(F, { [x]: at }));
    const normal = toRationalFunction(put);
    const isReal = freeSymbols(put).length > 0 || Number.isFinite(evaluate(put));
    if (normal !== undefined && isReal)
      return { type: 'value', value: tidy(rationalFunctionToExpr(normal)), moves: [], isLimit: false, isProved: true };
  }
  const task = { kind: 'limit', expr: F, variable: x, target: at, ...(isInfinite ? {} : { side }) } as const;
  const ways = limit.ways(task, work);
  const [way] = Array.isArray(ways) ? (ways as readonly { derive(): Derivation }[]) : [];
  const derivation = way?.derive();
  if (derivation?.type !== 'solved' || derivation.answer.value === undefined) return { type: 'unknown' };
  const { value } = derivation.answer;
  if (isInfinity(value) || isMinusInfinity(value))
    return { type: 'infinite', isProved: derivation.answer.verdict.kind === 'proved' };
  const shown: Move = {
    text: `The antiderivative has no value at the bound $${toTex(at)}$, so take its limit there.`,
    latex: toTex(equals(limitNode(F, x, at, isInfinite ? undefined : side), value)),
    why: 'An improper integral is the limit of integrals over intervals that grow towards the bound.',
    rule: 'improper-integral',
    claim: { type: 'decided', verdict: derivation.answer.verdict },
    parts: derivation.moves.length > 1 ? derivation.moves : undefined,
  };
  return { type: 'value', value, moves: [shown], isLimit: true, isProved: derivation.answer.verdict.kind === 'proved' };
}

/** Where the antiderivative grows beyond every bound, in words and as a limit. */
interface Growth {
  readonly sentence: string;
  readonly latex: string;
  readonly isProved: boolean;
}

function atBound(top: BoundValue, bottom: BoundValue, lower: Expr, upper: Expr): (F: Expr, x: string) => Growth {
  const [at, value] = top.type === 'infinite' ? [upper, top] : [lower, bottom];
  return (F, x) => ({
    sentence: `Towards the bound $${toTex(at)}$ the antiderivative grows beyond every bound, so the integral has no finite value.`,
    latex: `\\lim_{${toTex(sym(x))} \\to ${toTex(at)}} \\left|${toTex(F)}\\right| = \\infty`,
    isProved: value.type === 'infinite' && value.isProved,
  });
}

/** A pole between the bounds: the integral diverges where the antiderivative grows beyond every bound on one of its sides. */
function divergentAtPole(
  f: Expr,
  x: string,
  whole: Expr,
  found: Antiderivative,
  pole: Expr,
  work: ExactWork,
): Derivation | undefined {
  const conditions = domainConditions(f).filter(({ expr }) => hasSymbol(expr, x));
  const isExact = conditions.some(({ expr }) => isZeroValue(substitute(expr, { [x]: pole })));
  if (!isExact || conditions.some(({ type }) => type !== 'nonzero')) return undefined;
  for (const side of ['left', 'right'] as const) {
    const value = valueAt(found.result, x, pole, side, work);
    if (value.type !== 'infinite') continue;
    const growth = (F: Expr): Growth => ({
      sentence: `$${toTex(f)}$ is not defined at $${toTex(equals(sym(x), pole))}$ between the bounds, and towards it the antiderivative grows beyond every bound: the part up to there has no finite value, so the whole has none.`,
      latex: `\\lim_{${toTex(sym(x))} \\to ${toTex(pole)}^{${side === 'left' ? '-' : '+'}}} \\left|${toTex(F)}\\right| = \\infty`,
      isProved: value.isProved,
    });
    const derivation = divergent({ whole, f, F: found.result, x, before: found.moves }, growth, work);
    if (derivation.type === 'solved' && derivation.answer.verdict.kind === 'proved') return derivation;
  }
  return undefined;
}

interface Improper {
  readonly whole: Expr;
  readonly f: Expr;
  readonly F: Expr;
  readonly x: string;
  readonly before: readonly Move[];
}

function divergent(
  { whole, f, F, x, before }: Improper,
  growthOf: (F: Expr, x: string) => Growth,
  work: ExactWork,
): Derivation {
  const growth = growthOf(F, x);
  const slope = antiderivativeVerdict(F, f, x, work);
  const verdict: Verdict = {
    kind: growth.isProved && slope.kind === 'proved' ? 'proved' : 'valid',
    how: 'symbolic',
    evidence: 'Differentiating the antiderivative gives the integrand back, and it grows beyond every bound.',
  };
  return {
    type: 'solved',
    moves: [
      ...before,
      {
        text: growth.sentence,
        latex: `${growth.latex},\\quad ${toTex(whole)} \\text{ diverges}`,
        why: 'An improper integral is the limit of integrals over intervals that grow towards the place where it is open.',
        rule: 'improper-integral',
        claim: { type: 'decided', verdict },
      },
    ],
    answer: { text: 'The integral diverges', latex: `${toTex(whole)} \\text{ diverges}`, verdict },
  };
}

interface Bounds {
  readonly whole: Expr;
  readonly F: Expr;
  readonly x: string;
  readonly lower: Expr;
  readonly upper: Expr;
  readonly bottom: Extract<BoundValue, { type: 'value' }>;
  readonly top: Extract<BoundValue, { type: 'value' }>;
  readonly value: Expr;
  readonly verdict: Verdict;
}

function boundsMove({ whole, F, x, lower, upper, bottom, top, value, verdict }: Bounds): Move {
  const bracket = `\\left[${toTex(F)}\\right]_{${toTex(lower)}}^{${toTex(upper)}}`;
  const difference = toTex(add(top.value, negate(bottom.value)));
  const end = difference === toTex(value) ? '' : ` = ${toTex(value)}`;
  const put = (at: Expr, found: BoundValue): Move[] => {
    if (found.type !== 'value' || found.isLimit) return [];
    const filled = substitute(F, { [x]: at });
    return [
      {
        text: `Put $${toTex(equals(sym(x), at))}$ into the antiderivative.`,
        latex: toTex(equals(filled, found.value)),
        rule: 'put-in',
        claim: { type: 'equal', left: filled, right: found.value },
      },
    ];
  };
  const last: Move = {
    text: 'Put the bounds into the antiderivative: the value at the upper one minus the value at the lower one.',
    latex: `${toTex(whole)} = ${bracket} = ${difference}${end}`,
    why: '$\\int_a^b f(x)\\,dx = F(b) - F(a)$ for an antiderivative $F$ of $f$.',
    rule: 'put-bounds-in',
    claim: { type: 'decided', verdict },
  };
  const parts = [...put(upper, top), ...put(lower, bottom), last];
  return parts.length > 1 ? { ...last, parts } : last;
}

interface Found {
  readonly f: Expr;
  readonly F: Expr;
  readonly x: string;
  readonly lower: Expr;
  readonly upper: Expr;
  readonly value: Expr;
  readonly isProved: boolean;
  readonly hasNumbers: boolean;
}

/** Undefined where the value is refuted by the numbers: then the antiderivative was no continuous one. */
function verdictFor(
  { f, F, x, lower, upper, value, isProved, hasNumbers }: Found,
  work: ExactWork,
): Verdict | undefined {
  const slope = antiderivativeVerdict(F, f, x, work);
  if (slope.kind === 'invalid') return slope;
  if (!hasNumbers) {
    const isEntire = !hasSymbol(f, x) || (isDefinedOn(f, x, -1e6, 1e6, 0) && isDefinedOn(F, x, -1e6, 1e6, 0));
    return isEntire && slope.kind === 'proved'
      ? { ...slope, evidence: 'The antiderivative has the integrand as its derivative everywhere.' }
      : { kind: 'unknown', how: 'none' };
  }
  const [from, to] = [numberAt(lower), numberAt(upper)];
  const approximation = quadrature(f, x, from, to);
  const exact = evaluate(value);
  const agrees = approximation !== undefined && Math.abs(approximation - exact) <= 1e-5 * (1 + Math.abs(exact));
  if (approximation !== undefined && !agrees) return undefined;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const isContinuous = isProved && (hasNoGap(F, x, low, high, work) || isDefinedOn(F, x, low, high, 12));
  if (slope.kind === 'proved' && isContinuous) {
    return {
      kind: 'proved',
      how: 'symbolic',
      relation: 'equal',
      evidence: 'The antiderivative has the integrand as its derivative and no gap between the bounds.',
    };
  }
  return agrees
    ? {
        kind: 'valid',
        how: 'points',
        relation: 'equal',
        points: 1,
        evidence: 'Adding up many thin strips gives the same value.',
      }
    : { kind: 'unknown', how: 'none' };
}

function numberAt(bound: Expr): number {
  return isInfinity(bound) ? Infinity : isMinusInfinity(bound) ? -Infinity : evaluate(bound);
}
