import type { Expr } from '../../math/expr.ts';
import { rational, type Rational } from '../../math/rational.ts';
import { constantValue } from '../../math/polynomial.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';

/**
 * The value of `left` in the notation of the number `right`: decimals stay decimals, percentages percentages, and thousands
 * are parted where they were. `length`: how many characters the number takes in the document.
 */
export function rightValue(left: Expr, right: Expr, length: number): string | undefined {
  const plain = plainValue(left, right);
  const written = right.kind === 'negate' ? right.operand : right;
  if (plain === undefined || written.kind !== 'number' || /[/ %]/.test(plain)) return plain;
  const padded = isInCents(written.text) && /\.\d$/.test(plain) ? `${plain}0` : plain;
  const commas = Math.floor((/^\d+/.exec(written.text)?.[0].length ?? 1) - 1) / 3;
  const bareLength = written.text.length + (right.kind === 'negate' ? 1 : 0);
  const isParted = commas >= 1 && length === bareLength + Math.floor(commas);
  return isParted ? padded.replace(/\d(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, '$&,') : padded;
}

/** 3.25: the other amounts of money have two places as well. */
function isInCents(text: string): boolean {
  return /^\d+\.\d\d$/.test(text);
}

function plainValue(left: Expr, right: Expr): string | undefined {
  const value = exactValue(left);
  const written = right.kind === 'negate' ? right.operand : right;
  if (value === undefined || written.kind !== 'number') return undefined;
  switch (written.notation) {
    case 'percent':
      return asDecimal(value.mul(rational(100n)))?.concat('%');
    case 'integer':
    case 'decimal':
      return asDecimal(value) ?? value.toFraction();
    case 'mixed':
      return value.toFraction(true);
    default:
      return undefined;
  }
}

function exactValue(expr: Expr): Rational | undefined {
  const form = toRationalFunction(expr);
  const [above, below] = [form && constantValue(form.numerator), form && constantValue(form.denominator)];
  return above === undefined || below === undefined || below.equals(0) ? undefined : above.div(below);
}

/** The finite decimal, where there is a short one. */
function asDecimal(value: Rational): string | undefined {
  let [denominator, places] = [value.d, 0];
  while (denominator % 10n === 0n) [denominator, places] = [denominator / 10n, places + 1];
  for (const prime of [2n, 5n])
    while (denominator % prime === 0n) [denominator, places] = [denominator / prime, places + 1];
  if (denominator !== 1n || places > 12) return undefined;
  const scaled = value.mul(rational(10n ** BigInt(places)));
  const digits = scaled.n.toString().padStart(places + 1, '0');
  const sign = value.s < 0n ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
