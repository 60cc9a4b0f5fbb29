import { gcd, lcm, modulo } from '../integers.ts';
import { floorOf, isInteger, isZero, numeratorOf, rational } from '../rational.ts';
import { TooLarge } from '../tooLarge.ts';
import {
  abs,
  addValues,
  divideValues,
  exactValueOf,
  expValue,
  intervalOf,
  lnValue,
  multiplyValues,
  negateValue,
  OutOfDomain,
  rootOfValue,
  signOfValue,
  Undecided,
  Unsupported,
  within,
  type Certified,
} from './certified.ts';
import { atanInterval, halfPi, sineCosine } from './elementary.ts';
import { floorDivide } from './fixed.ts';

const one = exactValueOf(rational(1));
const two = exactValueOf(rational(2));

/** The known functions of certified numbers. */
export function certifiedCall(name: string, args: readonly Certified[], bits: number): Certified {
  const [x, y] = args;
  if (x === undefined) throw new Unsupported();
  const subtract = (a: Certified, b: Certified) => addValues(a, negateValue(b), bits);
  const divide = (a: Certified, b: Certified) => divideValues(a, b, bits);
  const half = (a: Certified) => divideValues(a, two, bits);
  const square = (a: Certified) => multiplyValues(a, a, bits);
  const root = (a: Certified) => rootOfValue(a, two, bits);
  const of = (other: string, ...values: readonly Certified[]) => certifiedCall(other, values, bits);
  switch (name) {
    case 'exp':
      return expValue(x, bits);
    case 'ln':
      return lnValue(x, bits);
    case 'log': {
      const base = lnValue(y ?? exactValueOf(rational(10)), bits);
      return divide(lnValue(x, bits), base);
    }
    case 'sqrt':
      return root(x);
    case 'cbrt':
      return rootOfValue(x, exactValueOf(rational(3)), bits);
    case 'abs':
      return abs(x);
    case 'sin':
      return isExactZero(x) ? x : within(sineCosine(intervalOf(x, bits), bits).sine);
    case 'cos':
      return isExactZero(x) ? one : within(sineCosine(intervalOf(x, bits), bits).cosine);
    case 'tan':
      return divide(of('sin', x), of('cos', x));
    case 'cot':
      return divide(of('cos', x), of('sin', x));
    case 'sec':
      return divide(one, of('cos', x));
    case 'csc':
      return divide(one, of('sin', x));
    case 'atan':
      return isExactZero(x) ? x : within(atanInterval(intervalOf(x, bits), bits));
    case 'acot':
      return subtract(within(halfPi(bits)), of('atan', x));
    case 'asin': {
      const cosine = root(subtract(one, square(x)));
      return multiplyValues(two, of('atan', divide(x, addValues(one, cosine, bits))), bits);
    }
    case 'acos':
      return subtract(within(halfPi(bits)), of('asin', x));
    case 'asec':
      return of('acos', divide(one, x));
    case 'acsc':
      return of('asin', divide(one, x));
    case 'sinh':
      return half(subtract(of('exp', x), of('exp', negateValue(x))));
    case 'cosh':
      return half(addValues(of('exp', x), of('exp', negateValue(x)), bits));
    case 'tanh':
      return divide(of('sinh', x), of('cosh', x));
    case 'coth':
      return divide(of('cosh', x), of('sinh', x));
    case 'sech':
      return divide(one, of('cosh', x));
    case 'csch':
      return divide(one, of('sinh', x));
    case 'asinh': {
      const size = abs(x);
      const value = of('ln', addValues(size, root(addValues(square(size), one, bits)), bits));
      return isExactZero(x) ? x : signOfValue(x) < 0 ? negateValue(value) : value;
    }
    case 'acosh':
      if (signOfValue(subtract(x, one)) < 0) throw new OutOfDomain();
      return of('ln', addValues(x, root(subtract(square(x), one)), bits));
    case 'atanh':
      return half(of('ln', divide(addValues(one, x, bits), subtract(one, x))));
    case 'acoth':
      return of('atanh', divide(one, x));
    case 'sign':
      return exactValueOf(rational(signOfValue(x)));
    case 'floor':
      return exactValueOf(rational(floorOfValue(x, bits)));
    case 'ceil':
      return exactValueOf(rational(-floorOfValue(negateValue(x), bits)));
    case 'round':
      return exactValueOf(rational(floorOfValue(addValues(x, exactValueOf(rational(1, 2)), bits), bits)));
    case 'min':
      return args.reduce((a, b) => (signOfValue(subtract(b, a)) < 0 ? b : a));
    case 'max':
      return args.reduce((a, b) => (signOfValue(subtract(b, a)) > 0 ? b : a));
    default:
      return exactValueOf(rational(ofIntegers(name, args)));
  }
}

function isExactZero(value: Certified): boolean {
  return value.type === 'exact' && isZero(value.value);
}

function floorOfValue(value: Certified, bits: number): bigint {
  if (value.type === 'exact') return floorOf(value.value);
  const unit = 1n << BigInt(bits);
  const [low, high] = [floorDivide(value.interval.lo, unit), floorDivide(value.interval.hi, unit)];
  if (low !== high) throw new Undecided();
  return low;
}

function ofIntegers(name: string, args: readonly Certified[]): bigint {
  const values = args.map((arg) => (arg.type === 'exact' && isInteger(arg.value) ? numeratorOf(arg.value) : undefined));
  if (!values.every((value) => value !== undefined)) throw new Unsupported();
  const [n = 0n, k] = values;
  switch (name) {
    case 'factorial': {
      if (n < 0n) throw new OutOfDomain();
      if (n > 5000n) throw new TooLarge('factorial');
      let product = 1n;
      for (let factor = 2n; factor <= n; factor += 1n) product *= factor;
      return product;
    }
    case 'gcd':
      return gcd(...values);
    case 'lcm':
      return lcm(...values);
    case 'mod':
      if (k === undefined || k === 0n) throw new OutOfDomain();
      return k > 0n ? modulo(n, k) : -modulo(-n, -k);
    case 'binomial': {
      if (k === undefined || n < 0n || k < 0n || n > 5000n) throw new Unsupported();
      let result = k > n ? 0n : 1n;
      for (let step = 1n; step <= k && k <= n; step += 1n) result = (result * (n - k + step)) / step;
      return result;
    }
    default:
      throw new Unsupported();
  }
}
