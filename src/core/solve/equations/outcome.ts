import type { Expr } from '../../math/expr.ts';
import type { Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';

/** One solution, exact unless `digits` is present. */
export interface Root {
  readonly value: Expr;
  /** What must hold for letters that are not asked for: a ≠ 0. */
  readonly condition?: Expr | undefined;
  /** A root that has no closed form here: `value` is a decimal that is right to this many places. */
  readonly places?: number | undefined;
}

/** The solutions of an equation in one unknown. */
export type Solutions =
  | { readonly type: 'roots'; readonly roots: readonly Root[] }
  /** Every number for which both sides mean something. */
  | { readonly type: 'every'; readonly except?: readonly Expr[] | undefined }
  | {
      readonly type: 'none';
      readonly note?: string | undefined;
      /** Nothing at all solves it, so that "real" needs no word. */
      readonly isImpossible?: boolean | undefined;
      /** Solutions beyond the real numbers, worth a word where there are no others. */
      readonly complex?: readonly Expr[] | undefined;
    }
  /** x = value, for every integer `letter`. */
  | { readonly type: 'families'; readonly values: readonly Expr[]; readonly letter: string }
  /** Inequalities: an interval, a union, the empty set. */
  | { readonly type: 'set'; readonly set: Expr };

export type Solved = { readonly type: 'solved'; readonly moves: readonly Move[]; readonly solutions: Solutions };
export type Stuck = {
  readonly type: 'stuck';
  readonly reason: 'unsupported' | 'too-large' | 'nothing-to-do';
  readonly detail: string;
};
export type Outcome = Solved | Stuck;

/** What a piece of working knows about the problem that it is part of. */
export interface Setting {
  readonly unknown: string;
  readonly domain: 'real' | 'complex';
  readonly work: ExactWork;
  /** The problem writes numbers with a decimal point, so its answer does too where it can. */
  readonly hasDecimals: boolean;
  /** The ids of the method that the caller wants, where it applies. */
  readonly method?: string | undefined;
  /** All roots are wanted, the complex ones too, so that powers are factored rather than undone by real roots. */
  readonly wantsAllRoots?: boolean | undefined;
  /** How deep the working is nested: an equation inside an equation. */
  readonly depth: number;
  /** The equation came out of raising both sides of another one, which checks the candidates itself. */
  readonly isInsideRadical?: boolean | undefined;
  /** Solves an equation that turns up on the way, in `unknown` of the setting it is given. */
  readonly solve: (line: Expr, setting: Setting) => Outcome;
}

export function stuck(detail: string, reason: Stuck['reason'] = 'unsupported'): Stuck {
  return { type: 'stuck', reason, detail };
}
