import type { Expr } from './expr.ts';
import { isZeroQuotient, type Quotient } from './kernel/quotient.ts';
import { readQuotient } from './kernel/readQuotient.ts';
import { KernelSpace, NotANumber, Undefined, type Kernel, type SpaceOptions } from './kernel/space.ts';
import { quotientToExpr } from './kernel/toExpr.ts';
import type { Polynomial } from './polynomial.ts';
import { TooLarge } from './tooLarge.ts';

/**
 * numerator / denominator without a common factor, in letters and kernels: names that begin with '#' stand for what is
 * no rational function of the letters (roots, sin x, 2^n, π), and `kernels` tells what each is.
 */
export interface RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
  readonly kernels: ReadonlyMap<string, Kernel>;
}

export type RationalFunctionReading =
  | { readonly type: 'value'; readonly value: RationalFunction }
  /** A denominator is zero whatever the letters are. */
  | { readonly type: 'undefined' }
  /** A relation, a set, a limit, …: nothing that has one value. */
  | { readonly type: 'notANumber' }
  | { readonly type: 'tooLarge' };

export function readRationalFunction(expr: Expr, options: SpaceOptions = {}): RationalFunctionReading {
  const space = new KernelSpace(options);
  return guarded(() => ({ ...readQuotient(space, expr), kernels: space.kernels }));
}

/** The normal form, or undefined where there is none (see `readRationalFunction` for the reason). */
export function toRationalFunction(expr: Expr, options: SpaceOptions = {}): RationalFunction | undefined {
  const reading = readRationalFunction(expr, options);
  return reading.type === 'value' ? reading.value : undefined;
}

/** As an expression: one fraction, both parts expanded and descending in `variable`. */
export function rationalFunctionToExpr(value: RationalFunction, variable?: string): Expr {
  return quotientToExpr(value, value.kernels, variable);
}

export type DifferenceReading =
  | { readonly type: 'value'; readonly isZero: boolean; readonly difference: RationalFunction }
  | Exclude<RationalFunctionReading, { readonly type: 'value' }>;

/** left - right in one space, so that kernels of both meet. */
export function readDifference(left: Expr, right: Expr, options: SpaceOptions = {}): DifferenceReading {
  const space = new KernelSpace(options);
  const reading = guarded((): Quotient & { readonly kernels: ReadonlyMap<string, Kernel> } => {
    const [a, b] = [readQuotient(space, left), readQuotient(space, right)];
    return { ...space.subtract(a, b), kernels: space.kernels };
  });
  if (reading.type !== 'value') return reading;
  return { type: 'value', isZero: isZeroQuotient(reading.value), difference: reading.value };
}

function guarded(compute: () => RationalFunction): RationalFunctionReading {
  try {
    return { type: 'value', value: compute() };
  } catch (error) {
    if (error instanceof Undefined) return { type: 'undefined' };
    if (error instanceof NotANumber) return { type: 'notANumber' };
    if (error instanceof TooLarge) return { type: 'tooLarge' };
    throw error;
  }
}
