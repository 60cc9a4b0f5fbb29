import { num } from '../../math/build.ts';
import { gcd, lcm } from '../../math/integers.ts';
import { numeratorOf, rational, signOf, times } from '../../math/rational.ts';
import type { Coefficients } from './coefficients.ts';
import { rationalCoefficients } from './quadraticForm.ts';

/** The multiple of the polynomial with whole coefficients without a common factor and a positive leading one; unchanged where they are not rational. */
export function reduceToWhole(items: Coefficients): Coefficients {
  const exact = rationalCoefficients(items);
  const leading = exact?.at(-1);
  if (exact === undefined || leading === undefined) return items;
  const multiple = lcm(1n, ...exact.map((item) => item.d));
  const whole = exact.map((item) => numeratorOf(times(item, rational(multiple))));
  const factor = gcd(...whole) * (signOf(leading) < 0 ? -1n : 1n);
  return whole.map((item) => num(item / factor));
}
