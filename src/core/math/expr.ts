import type { Rational } from './rational.ts';

/** Where a node was written: UTF-16 offsets into the source text, half open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How a number was written; kept so that steps can be printed in the author's own notation. */
export type Notation = 'integer' | 'decimal' | 'recurring' | 'mixed' | 'scientific' | 'percent' | 'base';

export type ConstantName = 'pi' | 'e' | 'i' | 'infinity';
export type RelationOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'approx';

interface Node {
  readonly span?: Span | undefined;
}

/**
 * One typed tree for everything that Thunk reads, shared by solver, checker, linter and equivalence.
 * The tree keeps the author's structure: `a - b` is add[a, negate b], `a/b` is divide, `(…)` around a sum inside a
 * product is implied by nesting. Nothing is simplified while reading.
 */
export type Expr =
  /** A number literal, exact: 0.3 is 3/10. Never negative (a minus sign is `negate`) and never a plain fraction (that is `divide`). */
  | (Node & { readonly kind: 'number'; readonly value: Rational; readonly notation: Notation; readonly text: string })
  /** A letter or a named unknown: `x`, `x_1`, `\alpha` (name 'alpha'), `f'` has primes in the name of the call instead. */
  | (Node & { readonly kind: 'symbol'; readonly name: string })
  | (Node & { readonly kind: 'constant'; readonly name: ConstantName })
  | (Node & { readonly kind: 'add'; readonly terms: readonly Expr[] })
  | (Node & { readonly kind: 'negate'; readonly operand: Expr })
  /** `sign` is how the author wrote the product: 2x, 2·x, 2×3. */
  | (Node & {
      readonly kind: 'multiply';
      readonly factors: readonly Expr[];
      readonly sign: 'implicit' | 'dot' | 'times';
    })
  /** `style`: \frac{a}{b} or a/b against a ÷ b. */
  | (Node & {
      readonly kind: 'divide';
      readonly numerator: Expr;
      readonly denominator: Expr;
      readonly style: 'fraction' | 'obelus';
    })
  | (Node & { readonly kind: 'power'; readonly base: Expr; readonly exponent: Expr })
  /** The real root where there is one; `index` is absent for a square root. */
  | (Node & { readonly kind: 'root'; readonly radicand: Expr; readonly index?: Expr | undefined })
  | (Node & { readonly kind: 'abs'; readonly operand: Expr })
  | (Node & { readonly kind: 'factorial'; readonly operand: Expr })
  /** ± or ∓ as a prefix (`operand`) inside an `add`, standing for two values. */
  | (Node & { readonly kind: 'plusMinus'; readonly operand: Expr; readonly isMinusPlus: boolean })
  /**
   * A function applied to arguments. Known names are lower case: sin … acoth, exp, ln, log (args [x] is base 10 or as the
   * document says, [x, base] otherwise), floor, ceil, round, sign, gcd, lcm, min, max, mod, binomial.
   * Others are the author's own (`f`, `g'`); `primes` counts primes.
   */
  | (Node & {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expr[];
      readonly primes?: number | undefined;
    })
  | (Node & {
      readonly kind: 'derivative';
      readonly body: Expr;
      readonly variable: string;
      readonly order: number;
      readonly isPartial: boolean;
    })
  | (Node & {
      readonly kind: 'integral';
      readonly body: Expr;
      readonly variable: string;
      readonly lower?: Expr | undefined;
      readonly upper?: Expr | undefined;
    })
  | (Node & {
      readonly kind: 'limit';
      readonly body: Expr;
      readonly variable: string;
      readonly target: Expr;
      readonly side?: 'left' | 'right' | undefined;
    })
  | (Node & {
      readonly kind: 'bigOperator';
      readonly operator: 'sum' | 'product';
      readonly body: Expr;
      readonly variable: string;
      readonly lower: Expr;
      readonly upper: Expr;
    })
  | (Node & { readonly kind: 'matrix'; readonly rows: readonly (readonly Expr[])[] })
  | (Node & {
      readonly kind: 'piecewise';
      readonly branches: readonly { readonly value: Expr; readonly condition?: Expr | undefined }[];
    })
  | (Node & { readonly kind: 'tuple'; readonly items: readonly Expr[] })
  | (Node & { readonly kind: 'set'; readonly items: readonly Expr[] })
  | (Node & {
      readonly kind: 'interval';
      readonly lower: Expr;
      readonly upper: Expr;
      readonly isLowerClosed: boolean;
      readonly isUpperClosed: boolean;
    })
  | (Node & { readonly kind: 'union'; readonly items: readonly Expr[] })
  | (Node & { readonly kind: 'emptySet' })
  /** A quantity: `3 km`, `20%` is a number with notation percent instead. `unit` is a canonical unit symbol such as `km`, `m/s`, `°`. */
  | (Node & { readonly kind: 'quantity'; readonly value: Expr; readonly unit: string })
  /** `a = b = c`, `a < b ≤ c`: operands.length === operators.length + 1 ≥ 2. The first operand is missing (absent text) never; see `continues`. */
  | (Node & {
      readonly kind: 'relation';
      readonly operands: readonly Expr[];
      readonly operators: readonly RelationOperator[];
      /** True for a line that begins with its operator (`= 3x`), continuing the line before; operands[0] is then that line's last operand once resolved, and a `hole` until then. */
      readonly isContinuation?: boolean | undefined;
    })
  | (Node & { readonly kind: 'hole' })
  | (Node & { readonly kind: 'and'; readonly items: readonly Expr[] })
  | (Node & { readonly kind: 'or'; readonly items: readonly Expr[] })
  | (Node & { readonly kind: 'not'; readonly operand: Expr });

export type ExprKind = Expr['kind'];
export type ExprOf<Kind extends ExprKind> = Extract<Expr, { readonly kind: Kind }>;
