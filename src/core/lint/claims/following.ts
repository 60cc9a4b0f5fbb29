import { num } from '../../math/build.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { univariateCoefficients } from '../../math/polynomial.ts';
import { toRationalFunction } from '../../math/rationalFunction.ts';
import { contains } from '../../math/tree.ts';
import type { Passage } from '../passage.ts';
import { isKnownRounding, unitInLastPlace } from './leeway.ts';
import type { ReadPart } from './readPart.ts';
import type { Facts } from './scope.ts';
import type { Statement } from './splitStatements.ts';

/** An equation in one letter that a later one may follow from. */
export interface Equation {
  readonly relation: ExprOf<'relation'>;
  readonly unknown: string;
  readonly index: number;
  readonly alignment?: number | undefined;
}

/** A whole equation in exactly one letter, without units, percentages and what is only roughly known; else undefined. */
export function equationOf(
  { statement, parts }: { statement: Statement; parts: readonly (ReadPart | undefined)[] },
  index: number,
  alignment: number | undefined,
  facts: Facts,
): Equation | undefined {
  const [left, right] = parts;
  if (statement.isUnclear || statement.signs.length !== 1 || statement.signs[0] !== '=') return undefined;
  if (left === undefined || right === undefined || left.hasUnknownNames || right.hasUnknownNames) return undefined;
  if ([left, right].some((part) => part.units.length > 0 || part.isAmbiguous)) return undefined;
  const letters = new Set([...left.letters, ...right.letters]);
  const [unknown] = letters;
  if (letters.size !== 1 || unknown === undefined) return undefined;
  const relation: ExprOf<'relation'> = { kind: 'relation', operands: [left.expr, right.expr], operators: ['='] };
  if (contains(relation, (node) => isInexact(node, facts)) && solvedFor(relation, unknown) === undefined)
    return undefined;
  return { relation, unknown, index, alignment };
}

function isInexact(node: Expr, facts: Facts): boolean {
  if (node.kind === 'derivative' || node.kind === 'integral' || node.kind === 'bigOperator') return true;
  if (node.kind !== 'number') return false;
  if (node.notation === 'percent' || node.notation === 'base' || node.notation === 'scientific') return true;
  if (node.notation !== 'decimal') return false;
  return facts.rounded.has(node.text) || isKnownRounding(node.text, evaluate(node));
}

/** The number in x = 5 or 5 = x. */
export function solvedFor({ operands }: ExprOf<'relation'>, unknown: string): Expr | undefined {
  const [left, right] = operands;
  if (left?.kind === 'symbol' && left.name === unknown) return right;
  return right?.kind === 'symbol' && right.name === unknown ? left : undefined;
}

/** Words between two equations that say that the second one follows from the first, and nothing else. */
const linking = new Set(
  (
    'so thus hence therefore then which this that it we giving gives give yields yielding yield implies implying imply means ' +
    'meaning get gets getting have find obtain obtaining can simplifies simplify simplifying reduces becomes become to is ' +
    'us the equation and dividing divide subtracting subtract adding add multiplying multiply both sides by from side each ' +
    'solving solve for as follows equivalent equivalently expanding collecting combining like terms rearranging leads in ' +
    'turn finally i e ie result resulting our of now moving terms term right left hand on isolate isolating be rewritten'
  ).split(' '),
);
const conclusion =
  /\b(?:so|thus|hence|therefore|giv(?:es?|ing)|yield(?:s|ing)?|gets?|getting|obtain(?:ing)?|impl(?:y|ies|ying)|mean(?:s|ing)|simplif(?:y|ies)|reduces|becomes?|find|i\.?e|equivalent(?:ly)?|leads)\b/i;

function areLinking(words: string): boolean {
  const plain = words.toLowerCase().match(/[a-z]+/g) ?? [];
  // Letters alone are unknowns: "solving for x".
  const isKnown = plain.every((word, at) => linking.has(word) || (word.length === 1 && plain[at - 1] === 'for'));
  return plain.length <= 14 && isKnown && conclusion.test(words) && !/[?!]/.test(words);
}

/** "Solve ¤: ¤" */
function isSolving(passage: Passage, { index }: Equation, between: string): boolean {
  const before = passage.pieces[index - 1];
  return (
    /^\s*:\s*$/.test(between) &&
    before?.type === 'words' &&
    /\bsolv(?:e|ing)\s+(?:the equation\s+)?$/i.test(before.text)
  );
}

/** "x = 3. Then ¤": what follows is worked out with the value. */
function isWorkedOut({ relation, unknown }: Equation, between: string): boolean {
  const value = solvedFor(relation, unknown);
  return value?.kind === 'number' && /^\s*[,.;]?\s*(?:and\s+)?then,?\s*$/i.test(between);
}

/** Whether the equation at `index` is said to follow from the one before it. */
export function isSaidToFollow(
  passage: Passage,
  before: Equation,
  index: number,
  separator: string,
  alignment?: number,
): boolean {
  if (before.index === index) return separator === '⇒' || separator === 'newline';
  const between = passage.pieces.slice(before.index + 1, index);
  if (between.some((piece) => piece.type !== 'words')) return false;
  const words = between.map((piece) => (piece.type === 'words' ? piece.text : '')).join(' ');
  if (alignment !== undefined && alignment === before.alignment) return words.trim() === '';
  return areLinking(words) || isSolving(passage, before, words) || isWorkedOut(before, words);
}

/** One of several cases: "either ¤ or ¤". */
export function isAlternative({ pieces }: Passage, index: number): boolean {
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const isAfter = before?.type === 'words' && /\b(?:or|either)\b[^.¤]*$/i.test(before.text.slice(-25));
  const isBefore = after?.type === 'words' && /^[^.]{0,12}\bor\b|^\s*,\s*$/i.test(after.text);
  return isAfter || isBefore;
}

/** x = 3.33 for 3x = 10: the equation before changes its sign within the last digit. */
export function isRoundedSolution(before: ExprOf<'relation'>, after: ExprOf<'relation'>, unknown: string): boolean {
  const value = solvedFor(after, unknown);
  const unit = value === undefined ? undefined : unitInLastPlace(value);
  const [left, right] = before.operands;
  if (value === undefined || unit === undefined || left === undefined || right === undefined) return false;
  const middle = evaluate(value);
  const [low, high] = [middle - unit, middle + unit].map(
    (x) => evaluate(left, { [unknown]: x }) - evaluate(right, { [unknown]: x }),
  );
  return low !== undefined && high !== undefined && Number.isFinite(low * high) && low * high <= 0;
}

/** The solution of an equation that is linear in its letter. */
export function linearSolution({ operands }: ExprOf<'relation'>, unknown: string): Expr | undefined {
  const [left, right] = operands;
  if (left === undefined || right === undefined) return undefined;
  const difference = toRationalFunction({ kind: 'add', terms: [left, { kind: 'negate', operand: right }] });
  const coefficients = difference && univariateCoefficients(difference.numerator, unknown);
  if (coefficients?.length !== 2) return undefined;
  const [constant, slope] = coefficients;
  return constant && slope && !slope.equals(0) ? num(constant.div(slope).neg()) : undefined;
}
