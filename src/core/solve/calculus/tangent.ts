import { add, equals, multiply, negate, num, subtract, sym } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { substitute } from '../../math/tree.ts';
import { checkClaim } from '../../check/claims.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { weakest } from '../verdicts.ts';
import { differentiated, variableOf } from './derivative.ts';
import { numberOf } from './tidy.ts';

/** The tangent line of a graph at a point. */
export const tangent: Kind = {
  id: 'tangent',
  tasks: ['tangent'],
  ways(task): readonly Way[] {
    if (task.kind !== 'tangent') return [];
    const variable = task.variable ?? variableOf(task.expr);
    return [{ id: 'point-and-slope', name: 'point and slope', derive: () => derive(task, variable) }];
  },
};

function derive(task: TaskOf<'tangent'>, variable: string): Derivation {
  const x = sym(variable);
  const slopeFunction = differentiated(task.expr, variable);
  const plain = differentiate(task.expr, variable);
  const [height, slope] = [
    valueAt(task.expr, variable, task.at),
    slopeFunction && valueAt(slopeFunction.result, variable, task.at),
  ];
  if (slopeFunction === undefined || plain === undefined || height === undefined || slope === undefined) {
    return {
      type: 'stuck',
      reason: 'unsupported',
      detail: `The curve has no tangent that I can work out at $${toTex(equals(x, task.at))}$.`,
    };
  }
  const line = lineThrough(x, task.at, height, slope);
  const at = toTex(equals(x, task.at));
  const moves: Move[] = [
    {
      text: `The point of contact: put $${at}$ into the function.`,
      latex: toTex(equals(substitute(task.expr, { [variable]: task.at }), height)),
      why: 'The tangent touches the curve in this point.',
      rule: 'put-in',
      claim: { type: 'equal', left: substitute(task.expr, { [variable]: task.at }), right: height },
    },
    ...slopeFunction.moves,
    {
      text: `The slope there: put $${at}$ into the derivative.`,
      latex: toTex(equals(substitute(slopeFunction.result, { [variable]: task.at }), slope)),
      why: 'The derivative is the slope of the tangent.',
      rule: 'put-in',
      claim: { type: 'equal', left: substitute(slopeFunction.result, { [variable]: task.at }), right: slope },
    },
    {
      text: `The line through the point with this slope, multiplied out.`,
      latex: toTex(equals(sym('y'), line)),
      why: "$y = f(a) + f'(a)\\,(x - a)$.",
      rule: 'point-slope',
      claim: { type: 'equal', left: add(height, multiply(slope, subtract(x, task.at))), right: line },
    },
  ];
  const meets = checkClaim({
    type: 'equal',
    left: substitute(line, { [variable]: task.at }),
    right: substitute(task.expr, { [variable]: task.at }),
  });
  const hasSlope = checkClaim({
    type: 'equal',
    left: differentiate(line, variable) ?? line,
    right: substitute(plain, { [variable]: task.at }),
  });
  const touches = weakest([meets, hasSlope]) ?? meets;
  const verdict: Verdict =
    touches.kind === 'invalid' || touches.kind === 'unknown'
      ? touches
      : {
          ...touches,
          evidence: `At $${at}$ the line and the curve have the same value, $${toTex(height)}$, and the same slope, $${toTex(slope)}$.`,
        };
  return {
    type: 'solved',
    moves,
    answer: {
      text: toText(equals(sym('y'), line)),
      latex: toTex(equals(sym('y'), line)),
      value: line,
      verdict,
    },
  };
}

function valueAt(expr: Expr, variable: string, at: Expr): Expr | undefined {
  const value = toRationalFunction(substitute(expr, { [variable]: at }));
  return value && rationalFunctionToExpr(value);
}

/** slope · x + intercept in the usual order. */
function lineThrough(x: Expr, at: Expr, height: Expr, slope: Expr): Expr {
  const intercept = toRationalFunction(subtract(height, multiply(slope, at)));
  const constant = intercept === undefined ? subtract(height, multiply(slope, at)) : rationalFunctionToExpr(intercept);
  const [m, b] = [numberOf(slope), numberOf(constant)];
  const linear =
    m === undefined
      ? multiply(slope, x)
      : m.n === 0n
        ? undefined
        : m.n === 1n && m.d === 1n
          ? m.s < 0n
            ? negate(x)
            : x
          : m.s < 0n
            ? negate(multiply(num(m.neg()), x))
            : multiply(slope, x);
  if (linear === undefined) return constant;
  return b?.n === 0n ? linear : add(linear, constant);
}
