import type { Expr } from '../../../math/expr.ts';
import type { Move } from '../../derivation.ts';
import type { ExactWork } from '../../exactWork.ts';

/** One line of the working on one integral: what takes the place of the line (or the integral) before. */
export interface Stage {
  readonly to: Expr;
  readonly text: string;
  readonly why: string;
  readonly rule: string;
  /** Side work that is shown before the line. */
  readonly before?: readonly Move[] | undefined;
}

/** A new letter for a part of the integrand: `letter` = `value`, and what to do with a result in it. */
export interface Substitution {
  readonly letter: string;
  /** In the variable of the integral that was asked for. */
  readonly value: Expr;
}

/** How one integral is found. The last stage may hold integrals that are still wanted; `children` are theirs in reading order. */
export interface Plan {
  readonly integrand: Expr;
  readonly variable: string;
  readonly stages: readonly Stage[];
  readonly children: readonly Plan[];
  readonly substitution?: Substitution | undefined;
  /** The antiderivative, without a constant. */
  readonly result: Expr;
}

/** The search for a plan: rules try each other through `integrate`, which forbids loops and too deep a search. */
export interface Search {
  readonly work: ExactWork;
  /** A way to the antiderivative, or undefined where the rules find none. */
  integrate(integrand: Expr, variable: string): Plan | undefined;
  /** A letter that occurs nowhere yet. */
  freshLetter(...wanted: readonly string[]): string;
}

/** A rule: a plan for the integral of f by x. */
export type IntegrationRule = (f: Expr, x: string, search: Search) => Plan | undefined;
