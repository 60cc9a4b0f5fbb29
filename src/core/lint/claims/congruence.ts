import { evaluate } from '../../math/evaluate.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { isInteger, toDouble } from '../../math/rational.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { contains, freeSymbols } from '../../math/tree.ts';

const longest = 300;

/**
 * What `17 ≡ 2 (mod 5)` or `17 mod 5 = 2` says, where both sides are made of whole numbers by adding and multiplying alone;
 * undefined for all else. The equals sign of `17 = 2 mod 5` may be a congruence, so it is read as one.
 */
export function readCongruence(text: string): ExprOf<'relation'> | undefined {
  if (text.length > longest || !/\\equiv|≡|mod/.test(text)) return undefined;
  const result = parseMath(text, { decimalMark: '.' });
  if (result.type === 'failed' || result.notes.length > 0) return undefined;
  const { expr } = result;
  if (expr.kind !== 'relation' || expr.operands.length !== 2 || expr.operators[0] !== '=') return undefined;
  if (freeSymbols(expr).length > 0) return undefined;
  const [left, right] = expr.operands;
  const modulus = modulusOf(left);
  if (left === undefined || right === undefined || modulus === undefined) return undefined;
  const rest = modulusOf(right) === undefined ? right : argumentOf(right);
  if (modulusOf(right) !== undefined && modulusOf(right) !== modulus) return undefined;
  const [a, b] = [argumentOf(left), rest];
  if (!isWhole(a) || !isWhole(b)) return undefined;
  // A remainder is smaller than its modulus: anything else is meant in another way.
  if (modulusOf(right) === undefined && !isRemainder(b, modulus)) return undefined;
  return expr;
}

/** "Modulo 5 the left side is 2, the right side 3." */
export function congruenceSentence(left: Expr, right: Expr): string | undefined {
  const modulus = modulusOf(left);
  const [a, b] = [evaluate(left), evaluate(right)];
  if (modulus === undefined || !Number.isSafeInteger(a) || !Number.isSafeInteger(b)) return undefined;
  return `Modulo $${String(modulus)}$ the left side is $${String(a)}$, the right side $${String(b)}$.`;
}

function modulusOf(expr: Expr | undefined): number | undefined {
  if (expr?.kind !== 'call' || expr.name !== 'mod') return undefined;
  const [, modulus] = expr.args;
  return modulus?.kind === 'number' && isInteger(modulus.value) && toDouble(modulus.value) > 1
    ? toDouble(modulus.value)
    : undefined;
}

function argumentOf(expr: Expr): Expr {
  return (expr.kind === 'call' ? expr.args[0] : undefined) ?? expr;
}

function isRemainder(expr: Expr, modulus: number): boolean {
  return expr.kind === 'number' && toDouble(expr.value) < modulus;
}

function isWhole(expr: Expr): boolean {
  const isOther = (node: Expr): boolean => {
    if (node.kind === 'number') return !isInteger(node.value) || node.notation !== 'integer';
    if (node.kind === 'power') return node.exponent.kind !== 'number';
    return node.kind !== 'add' && node.kind !== 'negate' && node.kind !== 'multiply' && node.kind !== 'factorial';
  };
  return !contains(expr, isOther);
}
