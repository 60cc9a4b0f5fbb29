import type { Expr } from '../math/expr.ts';
import type { Rational } from '../math/rational.ts';

/** What a problem asks for, after its words were read. One entry a kind of question; `answer` forms follow the question. */
export type Task =
  /** Solve equations, inequalities or a system. `unknowns` empty: the solver chooses and says so. */
  | {
      readonly kind: 'solve';
      /** One relation, or several that hold together. */
      readonly statements: readonly Expr[];
      /** Asked for; the other letters are either further unknowns of a system or parameters. */
      readonly unknowns: readonly string[];
      readonly domain: 'real' | 'complex';
      /** "the largest root of", "the sum of the solutions of". */
      readonly select?: 'largest' | 'smallest' | 'sum' | 'product' | 'count' | undefined;
      /** The method that the problem itself prescribes ("by completing the square"). */
      readonly method?: string | undefined;
      /** 'roots' where the question lists zeros of an expression. */
      readonly wording?: 'solve' | 'roots' | undefined;
    }
  /** Is this statement true? ("Is 1/2 < 2/3?", "Are 3 and 3.0 equal?"). */
  | { readonly kind: 'decide'; readonly statement: Expr }
  | { readonly kind: 'evaluate'; readonly expr: Expr }
  | { readonly kind: 'simplify'; readonly expr: Expr; readonly positive: readonly string[] }
  | { readonly kind: 'expand'; readonly expr: Expr }
  | { readonly kind: 'factor'; readonly expr: Expr }
  | { readonly kind: 'collect'; readonly expr: Expr; readonly variable?: string | undefined }
  /** One fraction with expanded numerator and denominator. */
  | { readonly kind: 'combine'; readonly expr: Expr }
  | { readonly kind: 'rationalizeDenominator'; readonly expr: Expr }
  /** "Rearrange 5x + 3 to the form ax + b and give a": the coefficient of `form` named `name`; with `term`, "the coefficient of x² in …". */
  | { readonly kind: 'coefficient'; readonly expr: Expr; readonly form: Expr; readonly name: string }
  | { readonly kind: 'coefficient'; readonly expr: Expr; readonly term: Expr }
  | { readonly kind: 'completeSquare'; readonly expr: Expr; readonly variable?: string | undefined }
  | { readonly kind: 'partialFractions'; readonly expr: Expr; readonly variable?: string | undefined }
  | {
      readonly kind: 'polynomialDivision';
      readonly dividend: Expr;
      readonly divisor: Expr;
      readonly ask: 'both' | 'quotient' | 'remainder';
    }
  | {
      readonly kind: 'derivative';
      readonly expr: Expr;
      readonly variable?: string | undefined;
      readonly order: number;
      readonly at?: Expr | undefined;
      /** Written with ∂. */
      readonly isPartial?: boolean | undefined;
    }
  | {
      readonly kind: 'integral';
      readonly expr: Expr;
      readonly variable?: string | undefined;
      readonly lower?: Expr | undefined;
      readonly upper?: Expr | undefined;
    }
  | {
      readonly kind: 'limit';
      readonly expr: Expr;
      readonly variable: string;
      readonly target: Expr;
      readonly side?: 'left' | 'right' | undefined;
    }
  | { readonly kind: 'sum'; readonly expr: Expr; readonly variable: string; readonly lower: Expr; readonly upper: Expr }
  | { readonly kind: 'tangent'; readonly expr: Expr; readonly variable?: string | undefined; readonly at: Expr }
  | {
      readonly kind: 'extrema';
      readonly expr: Expr;
      readonly variable?: string | undefined;
      /** 'points' lists where the slope is 0 or missing, whatever happens there. */
      readonly ask?: 'all' | 'maximum' | 'minimum' | 'maximumValue' | 'minimumValue' | 'points' | undefined;
    }
  | { readonly kind: 'gcd'; readonly values: readonly Expr[] }
  | { readonly kind: 'lcm'; readonly values: readonly Expr[] }
  | { readonly kind: 'commonDenominator'; readonly values: readonly Expr[] }
  | { readonly kind: 'isPrime'; readonly value: Expr; readonly ask: 'prime' | 'composite' }
  | { readonly kind: 'primeFactors'; readonly value: Expr; readonly ask: 'list' | 'factorization' }
  | {
      readonly kind: 'integerDivision';
      readonly dividend: Expr;
      readonly divisor: Expr;
      readonly ask: 'both' | 'quotient' | 'remainder';
    }
  | { readonly kind: 'divides'; readonly divisor: Expr; readonly dividend: Expr }
  /** `place` is the power of ten: 0 units, 2 hundreds, -1 tenths. */
  | { readonly kind: 'digit'; readonly value: Expr; readonly place: number }
  /** `place` as above: -2 is two decimal places, 3 the nearest thousand; `significant` instead for significant figures. */
  | {
      readonly kind: 'round';
      readonly value: Expr;
      readonly place?: number | undefined;
      readonly significant?: number | undefined;
    }
  | { readonly kind: 'baseConversion'; readonly digits: string; readonly from: number; readonly to: number }
  /** "In base 13, what is 7a - -5?": digits as written (0-9, a-z), an optional minus sign in front. */
  | {
      readonly kind: 'baseArithmetic';
      readonly base: number;
      readonly left: string;
      readonly operator: '+' | '-' | '*' | '/';
      readonly right: string;
    }
  /** "What is 180 minutes before 4:45 PM?": `time` in minutes after midnight, `shift` in minutes, negative for before. */
  | { readonly kind: 'clockShift'; readonly time: number; readonly shift: Expr; readonly clock: '12-hour' | '24-hour' }
  /** "How many minutes are there between 1:20 PM and 9:09 PM?": both in minutes after midnight; an earlier `to` is on the next day. */
  | {
      readonly kind: 'clockSpan';
      readonly from: number;
      readonly to: number;
      readonly unit: 'minutes' | 'hours' | 'hours-and-minutes';
      readonly clock: '12-hour' | '24-hour';
    }
  /** Simplify the ratio 12 : 18; with `share`: divide that amount in this ratio. */
  | { readonly kind: 'ratio'; readonly parts: readonly Expr[]; readonly share?: Expr | undefined }
  /** 'rate': which percentage of `whole` is `part`; 'whole': `part` is `rate` percent of what. `rate` 15 means 15 %. */
  | { readonly kind: 'percentage'; readonly ask: 'rate'; readonly part: Expr; readonly whole: Expr }
  | { readonly kind: 'percentage'; readonly ask: 'whole'; readonly part: Expr; readonly rate: Expr }
  /** 'change': by how many percent `from` becomes `to`, negative for a fall; asked for as a `decrease`, a fall is positive. */
  | {
      readonly kind: 'percentage';
      readonly ask: 'change';
      readonly from: Expr;
      readonly to: Expr;
      readonly direction?: 'decrease' | undefined;
    }
  /** Increase or decrease `value` by `rate` percent. */
  | { readonly kind: 'percentage'; readonly ask: 'increase' | 'decrease'; readonly value: Expr; readonly rate: Expr }
  /** Write the same number in another form. */
  | {
      readonly kind: 'changeForm';
      readonly value: Expr;
      readonly to: 'fraction' | 'mixed' | 'decimal' | 'percent' | 'scientific';
    }
  | { readonly kind: 'average'; readonly values: readonly Expr[]; readonly ask: 'mean' | 'median' | 'mode' | 'range' }
  /** `unit` names as in expr.ts; the source is `value` of them: 'three fifths of a litre' is value 3/5. */
  | { readonly kind: 'convertUnit'; readonly value: Expr; readonly from: string; readonly to: string }
  | {
      readonly kind: 'compare';
      readonly left: Expr;
      readonly right: Expr;
      readonly ask: 'greater' | 'smaller' | 'equal' | 'relation';
      /** The letters of the text that stand for the two values, where they are letters. */
      readonly names?: { readonly left?: string | undefined; readonly right?: string | undefined } | undefined;
    }
  | { readonly kind: 'sort'; readonly items: readonly ListItem[]; readonly order: 'ascending' | 'descending' }
  /** `rank` 1 is the biggest (or smallest). */
  | {
      readonly kind: 'kth';
      readonly items: readonly ListItem[];
      readonly rank: number;
      readonly from: 'biggest' | 'smallest';
    }
  | { readonly kind: 'closest'; readonly items: readonly ListItem[]; readonly to: Expr }
  | {
      readonly kind: 'sequence';
      readonly terms: readonly Expr[];
      readonly ask: 'next' | 'general';
      readonly index?: string | undefined;
    }
  | {
      readonly kind: 'urn';
      readonly counts: readonly UrnLetter[];
      readonly draws: readonly string[];
      readonly ask: 'sequence' | 'set';
    }
  /** "exactly one is red", "the second is red": `drawn` at random, each put back before the next where `isReplaced`. */
  | {
      readonly kind: 'urn';
      readonly counts: readonly UrnLetter[];
      readonly drawn: number;
      readonly isReplaced: boolean;
      readonly event: UrnEvent;
      readonly ask: 'event';
    };

export type TaskKind = Task['kind'];
export type TaskOf<Kind extends TaskKind> = Extract<Task, { readonly kind: Kind }>;

/**
 * `label` is the letter of a multiple-choice list: the answer is then the label. `name` is the letter of the text that
 * stands for the value ("Sort 4, c, -5"): the answer keeps it.
 */
export interface ListItem {
  readonly value: Expr;
  readonly label?: string | undefined;
  readonly name?: string | undefined;
}

export interface UrnLetter {
  readonly letter: string;
  readonly count: number;
}

/** `least` and `most` count what is drawn of the letter; `places` begin with 1, and draws that aren't named may be any. */
export type UrnEvent =
  | { readonly type: 'count'; readonly letter: string; readonly least: number; readonly most: number }
  | { readonly type: 'hand'; readonly letters: readonly string[] }
  | { readonly type: 'same' }
  | { readonly type: 'different' }
  | { readonly type: 'places'; readonly places: readonly { readonly place: number; readonly letter: string }[] };

/** What the text gives before it asks. They are worked through in order, each a step or several. */
export type Given =
  /** "Let m be u/(-9) + …", "Let c be the units digit of 54": the value is the answer to a question of its own. */
  | { readonly type: 'value'; readonly name: string; readonly task: Task }
  /** "Let f(x) = …", "Let u(k) be the first derivative of …". */
  | { readonly type: 'function'; readonly name: string; readonly parameters: readonly string[]; readonly task: Task }
  /** "Suppose -3u + 5i = 26, 3i - 14 = u": fixes letters that are used later. */
  | { readonly type: 'suppose'; readonly statements: readonly Expr[] };

export interface Reading {
  readonly givens: readonly Given[];
  readonly task: Task;
  /** Said in the first step where the text has several readings: "I read `a/bx` as (a/b)·x." */
  readonly note?: string | undefined;
  /** Every number that occurs in the problem, for the tests of hints. */
  readonly numbers: readonly Rational[];
}

export type ReadResult =
  | { readonly type: 'read'; readonly reading: Reading }
  /** `detail`: one plain sentence: what was not understood; `at`: offset in the problem's text. */
  | { readonly type: 'notUnderstood'; readonly detail: string; readonly at?: number | undefined };
