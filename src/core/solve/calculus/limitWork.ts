import { e, limit as limitNode, power } from '../../math/build.ts';
import { certifiedSign } from '../../math/certify.ts';
import { differentiate } from '../../math/differentiate.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, freeSymbols, substitute } from '../../math/tree.ts';
import type { Move } from '../derivation.ts';
import type { TaskOf } from '../task.ts';
import { isInfinite, type Approach } from './limitValue.ts';
import { tidy } from './tidy.ts';

/** The limit that is being worked out; every rule adds a move and either ends it or leaves a simpler one. */
export interface LimitWork {
  readonly task: TaskOf<'limit'>;
  readonly moves: Move[];
  expr: Expr;
  /** The limit that is looked for is e to the power of that of `expr`. */
  isExponent: boolean;
  /** False once a sign or a growth was read off numbers close to the target. */
  isExact: boolean;
}

/** The limit of an expression as it stands in a line. */
export function shownLimit(work: LimitWork, expr: Expr): Expr {
  const { variable, target, side } = work.task;
  const inner = limitNode(expr, variable, target, side);
  return work.isExponent ? power(e, inner) : inner;
}

export function approachOf(work: LimitWork): Approach {
  const { variable, target, side } = work.task;
  return {
    variable,
    target,
    side,
    signNear: (expr) => {
      const exact = isInfinite(target) ? undefined : exactSignNear(work, expr);
      if (exact !== undefined) return exact;
      work.isExact = false;
      const directions = side === 'left' ? [-1] : side === 'right' ? [1] : [-1, 1];
      const signs = isInfinite(target)
        ? [signFarOut(work, expr)]
        : directions.map((direction) => signNear(work, expr, direction));
      const [first] = signs;
      return first !== undefined && signs.every((sign) => sign === first) ? first : 0;
    },
  };
}

const mostDerivatives = 5;

/** By the first derivative at the target that is not 0, as Taylor's formula says; undefined where that can't be told. */
function exactSignNear(work: LimitWork, expr: Expr): Sign | undefined {
  const { variable, target, side } = work.task;
  // What is not 0 all the way has a zero at the target at most: its absolute value is positive beside it.
  if (expr.kind === 'abs') {
    const oneSided = { ...work, task: { ...work.task, side: 'right' } } as const;
    return exactSignNear(oneSided, expr.operand) === undefined ? undefined : 1;
  }
  if (contains(expr, (node) => node.kind === 'abs' || node.kind === 'root')) return undefined;
  let current: Expr | undefined = expr;
  for (let order = 0; order <= mostDerivatives && current !== undefined; order += 1) {
    const value: Expr = substitute(current, { [variable]: target });
    const normal = toRationalFunction(value);
    if (normal === undefined || freeSymbols(value).length > 0) return undefined;
    if (normal.numerator.terms.length > 0) {
      const reading = certifiedSign(value);
      if (reading.type !== 'sign') return undefined;
      const isOdd = order % 2 === 1;
      if (!isOdd || side === 'right') return reading.sign;
      return side === 'left' ? (-reading.sign as Sign) : 0;
    }
    const slope = differentiate(current, variable);
    current = slope && tidy(slope);
  }
  return undefined;
}

type Sign = -1 | 0 | 1;

function signNear(work: LimitWork, expr: Expr, direction: number): Sign {
  const target = evaluate(work.task.target);
  return common([1e-3, 1e-4, 1e-5].map((step) => evaluate(expr, { [work.task.variable]: target + direction * step })));
}

function signFarOut(work: LimitWork, expr: Expr): Sign {
  const direction = work.task.target.kind === 'negate' ? -1 : 1;
  return common([50, 120, 300].map((size) => evaluate(expr, { [work.task.variable]: direction * size })));
}

function common(values: readonly number[]): Sign {
  const signs = values.map((value) => Math.sign(value));
  const [first] = signs;
  return signs.every((sign) => sign === first) && (first === 1 || first === -1) ? first : 0;
}
