import { add, multiply, negate, num, power, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { gcd } from '../../math/integers.ts';
import { coefficientsIn as polynomialCoefficients, type Polynomial } from '../../math/polynomial.ts';
import { polynomialToExpr } from '../../math/polynomial/polynomialToExpr.ts';
import type { Rational } from '../../math/rational.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { contains, hasSymbol, mapExpr, sameExpr } from '../../math/tree.ts';
import { coefficient, coefficientsIn, degreeOf, trimmed, type Coefficients } from './coefficients.ts';
import { exactLogarithm } from './logarithm.ts';
import { rationalOf, tidy } from './tidy.ts';
import { sidesOf } from './tidySides.ts';

interface Found {
  readonly node: Expr;
  readonly base: Rational;
  readonly factor: Rational;
  readonly shift: Expr;
}

/**
 * The unknown occurs only in the exponents of powers of one number, as in 100^x − 17·10^x + 70 = 0: the line as a
 * polynomial in the smallest of these powers. The base stays as it is written: 10^x is not taken apart into 2^x·5^x.
 */
export function onePower(
  line: Expr,
  unknown: string,
): { readonly kernel: Expr; readonly items: Coefficients; readonly below: undefined } | undefined {
  const found: Found[] = [];
  contains(line, (node) => {
    const item = readPower(node, unknown);
    if (item !== undefined) found.push(item);
    return false;
  });
  const base = found.map((item) => item.base).reduce<Rational | undefined>(smaller, undefined);
  if (base === undefined || base.compare(1) < 0) return undefined;
  const exponents: bigint[] = [];
  const steps = new Map<Expr, { readonly exponent: bigint; readonly front: Expr }>();
  for (const { node, base: own, factor, shift } of found) {
    const turns = exactLogarithm(own, base);
    const exponent = turns?.mul(factor);
    if (turns === undefined || exponent?.d !== 1n) return undefined;
    const size = exponent.s * exponent.n;
    exponents.push(size);
    steps.set(node, { exponent: size, front: tidy(power(num(own), shift)) });
  }
  const step = gcd(...exponents);
  if (step === 0n) return undefined;
  const marked = mapExpr(line, (node) => {
    const entry = [...steps].find(([key]) => sameExpr(key, node))?.[1];
    return entry === undefined ? node : multiply(entry.front, power(sym('#u'), num(entry.exponent / step)));
  });
  if (hasSymbol(marked, unknown)) return undefined;
  const [left, right] = sidesOf(marked);
  const value = toRationalFunction(add(left, negate(right)));
  if (value === undefined) return undefined;
  const read = (p: Polynomial): Coefficients =>
    trimmed(
      polynomialCoefficients(p, '#u').map((item) =>
        tidy(polynomialToExpr(item, { symbolOf: (name) => value.kernels.get(name)?.expr ?? sym(name) })),
      ),
    );
  const exponent = step === 1n ? sym(unknown) : multiply(num(step), sym(unknown));
  return { kernel: power(num(base), exponent), items: read(value.numerator), below: undefined };
}

function smaller(one: Rational | undefined, other: Rational): Rational {
  return one === undefined || other.compare(one) < 0 ? other : one;
}

/** base^(factor·x + shift) with a rational base. */
function readPower(node: Expr, unknown: string): Found | undefined {
  if (node.kind !== 'power' || hasSymbol(node.base, unknown) || !hasSymbol(node.exponent, unknown)) return undefined;
  const base = rationalOf(node.base);
  const items = coefficientsIn(node.exponent, unknown);
  if (base === undefined || base.s < 0n || base.n === 0n || base.equals(1)) return undefined;
  if (items === undefined || degreeOf(items) !== 1) return undefined;
  const factor = rationalOf(coefficient(items, 1));
  return factor === undefined ? undefined : { node, base, factor, shift: coefficient(items, 0) };
}
