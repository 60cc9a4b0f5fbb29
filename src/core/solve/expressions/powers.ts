import type { Expr } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { contains, freeSymbols, mapChildren, sameExpr } from '../../math/tree.ts';
import type { Derivation, Way } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { answerEqualTo } from './answer.ts';
import { Lines, type Remark } from './lines.ts';
import { replaceNodes } from './replaceNodes.ts';
import { constantOf, monomialToExpr, toMonomial } from './monomial.ts';

/** Products, quotients and powers of powers of letters: one power of each letter in the end. */
export const powers: Kind = {
  id: 'powers',
  tasks: ['simplify'],
  ways(task): readonly Way[] {
    if (task.kind !== 'simplify') return [];
    const { expr, positive } = task;
    if (freeSymbols(expr).length === 0 || !isAboutPowers(expr) || toMonomial(expr, new Set(positive)) === undefined)
      return [];
    return [{ id: 'exponent-rules', name: 'the rules of exponents', derive: () => derivePowers(expr, positive) }];
  },
};

/** Whole positive powers in a plain product are collected elsewhere; this is about quotients, powers of powers and roots. */
function isAboutPowers(expr: Expr): boolean {
  return contains(
    expr,
    (node) => node.kind === 'power' && (node.base.kind !== 'symbol' || !isPositiveWhole(node.exponent)),
  );
}

function isPositiveWhole(exponent: Expr): boolean {
  const value = constantOf(exponent);
  return value?.d === 1n && value.s > 0n;
}

function derivePowers(expr: Expr, positive: readonly string[]): Derivation {
  const lines = new Lines(expr, { positive });
  const known = new Set(positive);
  for (let pass = 0; pass < 100; pass += 1) {
    const before = lines.line;
    collapseInnermost(lines, known);
    if (sameExpr(before, lines.line)) break;
  }
  const result = toMonomial(expr, known);
  if (result === undefined)
    return { type: 'stuck', reason: 'unsupported', detail: 'These powers do not combine into one.' };
  const final = monomialToExpr(result);
  lines.write(final, { text: 'Write what is left as one power.', rule: 'exponent-product' });
  return { type: 'solved', moves: lines.moves, answer: answerEqualTo(expr, final, { positive }) };
}

/** Each product, quotient or power whose parts are single powers already becomes one; all of them at once. */
function collapseInnermost(lines: Lines, positive: ReadonlySet<string>): void {
  const collapsed: { readonly from: Expr; readonly to: Expr }[] = [];
  const walk = (node: Expr): Expr => {
    if (isSimple(node)) return node;
    const isReady = childrenOf(node).every(isSimple);
    const monomial = isReady ? toMonomial(node, positive) : undefined;
    if (monomial === undefined) return mapChildren(node, walk);
    const to = monomialToExpr(monomial);
    collapsed.push({ from: node, to });
    return to;
  };
  const to = walk(lines.line);
  const only = collapsed.length === 1 ? collapsed[0] : undefined;
  const remarks = collapsed.map((pair) => remarkFor(pair.from, pair.to));
  lines.write(to, {
    text: only === undefined ? 'Work out the innermost products, quotients and powers.' : (remarks[0]?.text ?? ''),
    rule: remarks[0]?.rule ?? 'exponent-product',
    why: [...new Set(remarks.map((remark) => remark.why))].join(' '),
    parts: collapsed.map((pair, index) => ({
      to: replaceNodes(lines.line, collapsed.slice(0, index + 1)),
      remark: remarks[index] ?? { text: toTex(pair.to), rule: 'exponent-product' },
    })),
  });
}

/** A number, a letter, a letter with a number as exponent, or a product of such with each letter once. */
function isSimple(node: Expr): boolean {
  switch (node.kind) {
    case 'number':
    case 'symbol':
      return true;
    case 'negate':
      return node.operand.kind !== 'negate' && isSimple(node.operand);
    case 'power':
      return (
        node.base.kind === 'symbol' &&
        isPlainNumber(node.exponent) &&
        !isWritten(node.exponent, 0n) &&
        !isWritten(node.exponent, 1n)
      );
    case 'multiply': {
      const letters = node.factors.flatMap((factor) => freeSymbols(factor));
      const numbers = node.factors.filter((factor) => freeSymbols(factor).length === 0).length;
      return node.factors.every(isSimple) && new Set(letters).size === letters.length && numbers <= 1;
    }
    case 'divide':
      return isPlainNumber(node);
    default:
      return false;
  }
}

function isWritten(exponent: Expr, value: bigint): boolean {
  return exponent.kind === 'number' && exponent.value.d === 1n && exponent.value.n === value;
}

function isPlainNumber(expr: Expr): boolean {
  if (expr.kind === 'negate') return expr.operand.kind !== 'negate' && isPlainNumber(expr.operand);
  if (expr.kind === 'divide')
    return expr.numerator.kind === 'number' && expr.denominator.kind === 'number' && expr.denominator.value.n !== 0n;
  return expr.kind === 'number';
}

function childrenOf(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'negate':
      return [node.operand];
    case 'multiply':
      return node.factors;
    case 'divide':
      return [node.numerator, node.denominator];
    case 'power':
      return [node.base];
    case 'root':
      return [node.radicand];
    default:
      return [];
  }
}

function remarkFor(from: Expr, to: Expr): Remark {
  const shown = `$${toTex(from)} = ${toTex(to)}$`;
  switch (from.kind) {
    case 'power':
      return isZeroExponent(from.exponent)
        ? {
            text: `Anything but $0$ to the power $0$ is $1$: ${shown}.`,
            rule: 'zero-exponent',
            why: 'A power with exponent $0$ is an empty product.',
          }
        : {
            text: `Multiply the exponents: ${shown}.`,
            rule: 'exponent-power',
            why: 'A power of a power: $(a^m)^n = a^{mn}$.',
          };
    case 'divide':
      return {
        text: `Subtract the exponents: ${shown}.`,
        rule: 'exponent-quotient',
        why: 'Dividing powers of the same base: $a^m / a^n = a^{m-n}$.',
      };
    case 'root':
      return {
        text: `Write the root as a power: ${shown}.`,
        rule: 'root-as-power',
        why: 'The $n$-th root is the power with exponent $\\frac{1}{n}$.',
      };
    default:
      return {
        text: `Add the exponents: ${shown}.`,
        rule: 'exponent-product',
        why: 'Multiplying powers of the same base: $a^m \\cdot a^n = a^{m+n}$.',
      };
  }
}

function isZeroExponent(exponent: Expr): boolean {
  const value = constantOf(exponent);
  return value?.n === 0n;
}
