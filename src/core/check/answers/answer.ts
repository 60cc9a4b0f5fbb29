import type { Expr } from '../../math/expr.ts';
import type { Rational } from '../../math/rational.ts';

/** What is named on the left of `=`: `x`, `f(x)`, `AB`, in the words of the text without spaces. */
export interface Label {
  readonly text: string;
  /** `f` of `f(x)`; absent for other names. */
  readonly functionName?: string | undefined;
  readonly argument?: string | undefined;
}

/** What a number is a number of. */
export type AnswerUnit =
  /** `factor` into the base unit of the dimension; a currency is a dimension of its own. */
  | { readonly type: 'known'; readonly dimension: string; readonly factor: Rational; readonly name: string }
  /** Nouns that are counted, as words: apples, ways. */
  | { readonly type: 'counted'; readonly name: string };

interface Part {
  readonly label?: Label | undefined;
  /** The whole of it as a relation, where it has a label: `y = 2x + 3`. */
  readonly relation?: Expr | undefined;
}

export type SpecialName =
  'no solution' | 'none' | 'undefined' | 'infinity' | 'minus infinity' | 'infinitely many' | 'every number';

/** A final answer, read. */
export type Answer = Part &
  (
    | {
        readonly type: 'value';
        readonly expr: Expr;
        readonly unit?: AnswerUnit | undefined;
        readonly isPercent?: boolean;
        readonly isRounded?: boolean;
      }
    /** 'tuple' in its order; 'set' in braces; 'row' is several answers in one line: any order. */
    | { readonly type: 'list'; readonly order: 'tuple' | 'set' | 'row'; readonly items: readonly Answer[] }
    | { readonly type: 'range'; readonly expr: Expr }
    | { readonly type: 'statement'; readonly expr: Expr }
    | {
        readonly type: 'choice';
        readonly letter: string;
        readonly rest?: Answer | undefined;
        /** What stands behind the letter. */
        readonly text: string;
        readonly isBare: boolean;
      }
    | { readonly type: 'truth'; readonly value: boolean }
    | { readonly type: 'special'; readonly name: SpecialName }
    /** Minutes since midnight; where neither a.m. nor p.m. is said and the hour is 12 or less, the half of the day is open. */
    | {
        readonly type: 'time';
        readonly minutes: number;
        readonly seconds: number;
        readonly isHalfOpen: boolean;
        readonly isHalfSaid: boolean;
      }
    | { readonly type: 'date'; readonly day: number; readonly month: number; readonly year?: number | undefined }
    | { readonly type: 'congruence'; readonly residues: readonly Expr[]; readonly modulus: Expr }
    | { readonly type: 'ratio'; readonly parts: readonly Expr[] }
    | { readonly type: 'words'; readonly words: readonly string[] }
  );

export type AnswerOf<Type extends Answer['type']> = Extract<Answer, { readonly type: Type }>;

/** Of two answers. `how` is one plain phrase. */
export interface Comparison {
  /** null: can't be said. */
  readonly equal: boolean | null;
  readonly how: string;
  /** Equal, but not in the form that the question asks for. */
  readonly form?: 'not-as-asked';
}

export interface FinalText {
  readonly text: string;
  readonly answer: Answer | undefined;
  /** Taken from the end of a longer text where no mark announces it. */
  readonly isWork: boolean;
}
