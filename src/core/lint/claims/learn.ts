import { evaluate } from '../../math/evaluate.ts';
import type { Expr } from '../../math/expr.ts';
import { contains } from '../../math/tree.ts';
import type { Cues } from './cues.ts';
import { isNear, unitInLastPlace } from './leeway.ts';
import type { ReadPart } from './readPart.ts';
import type { Facts } from './scope.ts';
import type { Statement } from './splitStatements.ts';

/** Notes what a statement defines, assumes and rounds, for what comes after it. */
export function learn(
  statement: Statement,
  operands: readonly (ReadPart | undefined)[],
  cues: Cues,
  facts: Facts,
  isPosed: boolean,
): void {
  for (const [at, sign] of statement.signs.entries()) {
    const [left, right] = [operands[at], operands[at + 1]];
    if (left === undefined || right === undefined) {
      for (const name of [...(left?.letters ?? []), ...(right?.letters ?? [])]) facts.constrained.add(name);
      continue;
    }
    noteRounding(left.expr, right.expr, facts);
    noteRounding(right.expr, left.expr, facts);
    if (left.letters.length + right.letters.length === 0) continue;
    if (sign === '=') noteEquation(left, right, statement, cues, facts, isPosed);
    else {
      for (const name of [...left.letters, ...right.letters]) {
        facts.constrained.add(name);
        facts.bounded.add(name);
      }
    }
  }
}

function noteRounding(value: Expr, decimal: Expr, facts: Facts): void {
  const unit = unitInLastPlace(decimal);
  const inner = decimal.kind === 'negate' ? decimal.operand : decimal;
  if (unit === undefined || inner.kind !== 'number') return;
  const difference = Math.abs(evaluate(value) - evaluate(decimal));
  if (difference > 0 && !isNear(difference, 0, 0) && difference < unit && difference > 1e-12)
    facts.rounded.add(inner.text);
}

function noteEquation(
  left: ReadPart,
  right: ReadPart,
  statement: Statement,
  cues: Cues,
  facts: Facts,
  isPosed: boolean,
): void {
  const name = left.expr.kind === 'symbol' ? left.expr.name : undefined;
  if (name !== undefined && !right.letters.includes(name)) {
    // y = 2x + 1 holds y down, and leaves x free.
    facts.constrained.add(name);
    const isNumber = right.letters.length === 0 && !right.hasUnknownNames;
    const isCertain = isNumber && !statement.isUnclear && !cues.isHypothesis && !cues.isOpen && !isPosed;
    setValue(name, isCertain ? right.expr : undefined, facts);
    return;
  }
  if (isIdentity(left.expr, right.expr, [...new Set([...left.letters, ...right.letters])])) return;
  for (const letter of [...left.letters, ...right.letters]) facts.constrained.add(letter);
}

function setValue(name: string, value: Expr | undefined, facts: Facts): void {
  const known = facts.values.get(name);
  if (value === undefined) facts.values.set(name, 'ambiguous');
  else if (known === undefined) facts.values.set(name, value);
  else if (known !== 'ambiguous' && !isNear(evaluate(known), evaluate(value), 1e-12))
    facts.values.set(name, 'ambiguous');
}

/** Whether both sides agree at some points: enough to say that the equation holds nothing down. */
function isIdentity(left: Expr, right: Expr, letters: readonly string[]): boolean {
  const isKnown = (node: Expr): boolean => node.kind === 'call' || node.kind === 'bigOperator';
  if (letters.length > 6 || contains(left, isKnown) || contains(right, isKnown)) return false;
  return [1.37, 2.61, 0.43].every((start) => {
    const point = Object.fromEntries(letters.map((name, index) => [name, start + index * 0.7182]));
    return isNear(evaluate(left, point), evaluate(right, point), 1e-9);
  });
}
