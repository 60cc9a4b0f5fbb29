import { add, divide, i, multiply, negate, num, root, sqrt } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd, integerRoot, lcm, splitPower } from '../../math/integers.ts';
import {
  absolute,
  isZero,
  minus,
  negated,
  numeratorOf,
  over,
  plus,
  rational,
  signOf,
  times,
  type Rational,
} from '../../math/rational.ts';

/** whole + part·√radicand, or with i·√radicand where `isImaginary`; the radicand is square-free and positive (1 for rational numbers). */
export interface Surd {
  readonly whole: Rational;
  readonly part: Rational;
  readonly radicand: bigint;
  readonly isImaginary: boolean;
}

/** √value for a rational number: part·√radicand, imaginary where the value is negative. */
export function squareRootOf(value: Rational): Pick<Surd, 'part' | 'radicand' | 'isImaginary'> {
  const size = absolute(value);
  // √(n/d) = √(n·d)/d
  const { outside, inside } = splitPower(size.n * size.d, 2);
  return {
    part: isZero(value) ? rational(0) : rational(outside, size.d),
    radicand: inside,
    isImaginary: signOf(value) < 0,
  };
}

/** The two solutions (the same one twice where they coincide) of ax² + bx + c = 0, the smaller or lower one first. */
export function quadraticSurds(a: Rational, b: Rational, c: Rational): readonly [Surd, Surd] {
  const discriminant = minus(times(b, b), times(rational(4), times(a, c)));
  const { part, radicand, isImaginary } = squareRootOf(discriminant);
  const double = times(rational(2), a);
  const whole = over(negated(b), double);
  const step = absolute(over(part, double));
  if (radicand === 1n && !isImaginary) {
    return [
      { whole: minus(whole, step), part: rational(0), radicand, isImaginary },
      { whole: plus(whole, step), part: rational(0), radicand, isImaginary },
    ];
  }
  return [
    { whole, part: negated(step), radicand, isImaginary },
    { whole, part: step, radicand, isImaginary },
  ];
}

/** Over one denominator, as it is written on a board: (−3 + √5)/2. */
export function surdExpr({ whole, part, radicand, isImaginary }: Surd): Expr {
  if (isZero(part)) return num(whole);
  const denominator = lcm(whole.d, part.d);
  const [n, p] = [numeratorOf(whole) * (denominator / whole.d), numeratorOf(part) * (denominator / part.d)];
  const shared = gcd(gcd(n, p), denominator);
  const root = rootTerm(p / shared, radicand, isImaginary);
  const top = n === 0n ? root : add(num(n / shared), root);
  const bottom = denominator / shared;
  if (bottom === 1n) return top;
  if (top.kind === 'negate') return negate(divide(top.operand, num(bottom)));
  return divide(top, num(bottom));
}

/** p·i·√radicand without a factor 1 and with the sign in front. */
function rootTerm(p: bigint, radicand: bigint, isImaginary: boolean): Expr {
  const size = p < 0n ? -p : p;
  const factors: Expr[] = [];
  if (size !== 1n || (radicand === 1n && !isImaginary)) factors.push(num(size));
  if (isImaginary) factors.push(i);
  if (radicand !== 1n) factors.push(sqrt(num(radicand)));
  const term = multiply(...factors);
  return p < 0n ? negate(term) : term;
}

/** The positive root of a positive rational number, with whole powers in front of the root. */
export function rootOfRational(value: Rational, index: number): Expr {
  const [top, bottom] = [integerRoot(value.n, index), integerRoot(value.d, index)];
  if (top !== undefined && bottom !== undefined) return num(rational(top, bottom));
  // ⁿ√(p/q) = ⁿ√(p·qⁿ⁻¹)/q
  const { outside, inside } = splitPower(value.n * value.d ** BigInt(index - 1), index);
  const front = over(rational(outside), rational(value.d));
  const sign = index === 2 ? sqrt(num(inside)) : root(num(inside), num(index));
  const scaled = front.n === 1n ? sign : multiply(num(front.n), sign);
  return front.d === 1n ? scaled : { kind: 'divide', numerator: scaled, denominator: num(front.d), style: 'fraction' };
}
