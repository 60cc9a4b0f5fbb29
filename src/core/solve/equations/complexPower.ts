import { add, call, i, multiply, num, pi } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { rational, signOf, type Rational } from '../../math/rational.ts';
import type { Board } from './board.ts';
import type { Setting, Solutions } from './outcome.ts';
import { rootsLine } from './quadratic.ts';
import { rootOfRational } from './surd.ts';
import { tidy } from './tidy.ts';
import { math } from './words.ts';

/** The board stands at x^degree = value: all complex roots, the real ones first. Writes on the board. */
export function complexPower(board: Board, value: Rational, degree: number, setting: Setting): Solutions {
  const size = rootOfRational(value.abs(), degree);
  const half = signOf(value) < 0 ? 1 : 0;
  const roots = Array.from({ length: degree }, (_, index) => turned(size, rational(2 * index + half, degree)));
  const real = roots.filter((root) => !isImaginary(root));
  const ordered = [...real, ...roots.filter((root) => isImaginary(root))];
  board.write({
    text: `One root has the absolute value ${math(size)}; the others arise by turning it by $\\frac{1}{${degree.toString()}}$ of a full turn in the complex plane.`,
    to: rootsLine(setting.unknown, ordered),
    rule: 'roots-of-unity',
    why: 'When complex numbers are multiplied, their absolute values are multiplied and their angles added.',
  });
  return { type: 'roots', roots: ordered.map((root) => ({ value: root })) };
}

/** size · (cos πt + i sin πt) */
function turned(size: Expr, turns: Rational): Expr {
  const angle = tidy(multiply(num(turns), pi));
  return tidy(multiply(size, add(call('cos', angle), multiply(i, call('sin', angle)))));
}

function isImaginary(expr: Expr): boolean {
  if (expr.kind === 'constant') return expr.name === 'i';
  return 'terms' in expr
    ? expr.terms.some(isImaginary)
    : 'factors' in expr
      ? expr.factors.some(isImaginary)
      : 'operand' in expr
        ? isImaginary(expr.operand)
        : expr.kind === 'divide' && (isImaginary(expr.numerator) || isImaginary(expr.denominator));
}
