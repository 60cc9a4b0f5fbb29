import { add, call, equals, multiply, negate, num, subtract, sym, tuple } from '../../math/build.ts';
import { differentiate } from '../../math/differentiate.ts';
import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { toText } from '../../math/print/toText.ts';
import { rationalFunctionToExpr, toRationalFunction } from '../../math/rationalFunction.ts';
import { freeSymbols, substitute } from '../../math/tree.ts';
import { checkClaim } from '../../check/claims.ts';
import type { Verdict } from '../../session/step.ts';
import type { Derivation, Move, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { weakest } from '../verdicts.ts';
import { differentiated, variableOf } from './derivative.ts';
import { numberOf, tidy } from './tidy.ts';

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
  const name = ['f', 'g', 'h'].find((letter) => !freeSymbols(task.expr).includes(letter)) ?? 'f';
  const f = { kind: 'call', name, args: [task.at] } as const;
  const atPoint = substitute(task.expr, { [variable]: task.at });
  const slopeAtPoint = substitute(slopeFunction.result, { [variable]: task.at });
  const rise = tidy(multiply(slope, subtract(x, task.at)));
  const moves: Move[] = [
    {
      text: `The point of contact: put $${at}$ into the function, $${toTex(equals(call(name, x), task.expr))}$.`,
      latex: chain(f, atPoint, height),
      why: 'The tangent touches the curve in this point.',
      rule: 'put-in',
      claim: { type: 'equal', left: atPoint, right: height },
    },
    ...slopeFunction.moves,
    {
      text: `The slope there: put $${at}$ into the derivative.`,
      latex: chain({ ...f, primes: 1 }, slopeAtPoint, slope),
      why: 'The derivative is the slope of the tangent.',
      rule: 'put-in',
      claim: { type: 'equal', left: slopeAtPoint, right: slope },
    },
    {
      text: `The line through the point $${toTex(tuple(task.at, height))}$ with the slope $${toTex(slope)}$.`,
      latex: toTex(equals(tidy(subtract(sym('y'), height)), rise)),
      why: "$y - f(a) = f'(a)\\,(x - a)$: from the point on, the height changes by the slope times the way in $x$.",
      rule: 'point-slope',
      claim: { type: 'equal', left: substitute(add(height, rise), { [variable]: task.at }), right: height },
    },
  ];
  const last = toTex(equals(sym('y'), line));
  if (moves.at(-1)?.latex !== last) {
    moves.push({
      text: 'Multiply out and solve for $y$.',
      latex: last,
      why: 'So the slope and the height at $0$ can be read off.',
      rule: 'tangent-line',
      claim: { type: 'equal', left: add(height, rise), right: line },
    });
  }
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

/** f(3) = 3^2 = 9, without saying anything twice. */
function chain(name: Expr, put: Expr, value: Expr): string {
  return toTex(
    toTex(put) === toTex(value)
      ? equals(name, value)
      : { kind: 'relation', operands: [name, put, value], operators: ['=', '='] },
  );
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
