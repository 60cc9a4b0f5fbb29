import { add, call, multiply, negate, num } from '../../../math/build.ts';
import type { Expr } from '../../../math/expr.ts';
import { toText } from '../../../math/print/toText.ts';
import { absolute, negated, plus, rational, times, type Rational, over, one } from '../../../math/rational.ts';
import { tidy } from '../tidy.ts';
import { isZeroExpr, normalForm } from './forms.ts';

/** coefficient · sin angle, or cos angle (the constant is cos 0). Hyperbolic ones with `isHyperbolic`. */
interface Wave {
  readonly coefficient: Rational;
  readonly angle: Expr;
  readonly isSine: boolean;
}

/** A product of powers of sines and cosines as a sum of single sines and cosines of multiples and sums of the angles. */
export function productToSum(
  factors: readonly {
    readonly name: 'sin' | 'cos' | 'sinh' | 'cosh';
    readonly angle: Expr;
    readonly exponent: number;
  }[],
): Expr {
  const isHyperbolic = factors.some(({ name }) => name.endsWith('h'));
  let waves: readonly Wave[] = [{ coefficient: one, angle: num(0), isSine: false }];
  for (const { name, angle, exponent } of factors) {
    for (let k = 0; k < exponent; k += 1) {
      const wave: Wave = { coefficient: one, angle, isSine: name.startsWith('sin') };
      waves = collected(waves.flatMap((other) => product(other, wave, isHyperbolic)));
    }
  }
  return tidy(add(...waves.map((wave) => waveToExpr(wave, isHyperbolic))));
}

function waveToExpr({ coefficient, angle, isSine }: Wave, isHyperbolic: boolean): Expr {
  if (isZeroExpr(angle)) return num(isSine ? rational(0) : coefficient);
  const name = `${isSine ? 'sin' : 'cos'}${isHyperbolic ? 'h' : ''}`;
  return multiply(num(coefficient), call(name, angle));
}

/** sin a cos b = ½[sin(a+b) + sin(a−b)] and its like. */
function product(a: Wave, b: Wave, isHyperbolic: boolean): readonly Wave[] {
  const coefficient = over(times(a.coefficient, b.coefficient), rational(2));
  const sum = normalForm(add(a.angle, b.angle));
  const difference = normalForm(add(a.angle, negate(b.angle)));
  if (a.isSine && b.isSine) {
    // sin a sin b = ½[cos(a−b) − cos(a+b)]; sinh a sinh b = ½[cosh(a+b) − cosh(a−b)].
    const [plusWave, minusWave] = isHyperbolic ? [sum, difference] : [difference, sum];
    return [
      { coefficient, angle: plusWave, isSine: false },
      { coefficient: negated(coefficient), angle: minusWave, isSine: false },
    ];
  }
  if (!a.isSine && !b.isSine) {
    return [
      { coefficient, angle: sum, isSine: false },
      { coefficient, angle: difference, isSine: false },
    ];
  }
  const turned = a.isSine ? difference : normalForm(negate(difference));
  return [
    { coefficient, angle: sum, isSine: true },
    { coefficient, angle: turned, isSine: true },
  ];
}

/** Angles without a minus sign in front, equal ones added. */
function collected(waves: readonly Wave[]): readonly Wave[] {
  const found = new Map<string, Wave>();
  for (const wave of waves) {
    const isTurned = startsNegative(wave.angle);
    const angle = isTurned ? normalForm(negate(wave.angle)) : wave.angle;
    const coefficient = isTurned && wave.isSine ? negated(wave.coefficient) : wave.coefficient;
    if (wave.isSine && isZeroExpr(angle)) continue;
    const key = `${String(wave.isSine)} ${toText(angle)}`;
    found.set(key, { ...wave, angle, coefficient: plus(found.get(key)?.coefficient ?? rational(0), coefficient) });
  }
  return [...found.values()].filter(({ coefficient }) => absolute(coefficient).n !== 0n);
}

function startsNegative(expr: Expr): boolean {
  if (expr.kind === 'negate') return true;
  if (expr.kind === 'add') return expr.terms[0] !== undefined && startsNegative(expr.terms[0]);
  if (expr.kind === 'divide') return startsNegative(expr.numerator);
  return expr.kind === 'multiply' && expr.factors[0] !== undefined && startsNegative(expr.factors[0]);
}
