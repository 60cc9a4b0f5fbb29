import { add, multiply, negate, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';

type Rows = readonly (readonly Expr[])[];

const letters = ['i', 'j', 'k'] as const;

/**
 * The entries of 2i + 3j − k as a vector of `size`; undefined for what is none. Only with j or k, since a sum with i alone
 * is a complex number.
 */
export function baseVector(expr: Expr, size: number): readonly Expr[] | undefined {
  if (size < 2 || size > 3) return undefined;
  const found = new Map<string, Expr>();
  for (const term of expr.kind === 'add' ? expr.terms : [expr]) {
    const part = alongBase(term);
    if (part === undefined || found.has(part.letter)) return undefined;
    found.set(part.letter, part.coefficient);
  }
  if ((!found.has('j') && !found.has('k')) || (size === 2 && found.has('k'))) return undefined;
  return letters.slice(0, size).map((letter) => found.get(letter) ?? num(0));
}

function alongBase(term: Expr): { readonly letter: string; readonly coefficient: Expr } | undefined {
  if (term.kind === 'negate') {
    const inner = alongBase(term.operand);
    return inner && { ...inner, coefficient: negate(inner.coefficient) };
  }
  const letter = baseLetter(term);
  if (letter !== undefined) return { letter, coefficient: num(1) };
  if (term.kind === 'divide') {
    const inner = alongBase(term.numerator);
    return inner && { ...inner, coefficient: { ...term, numerator: inner.coefficient } };
  }
  if (term.kind !== 'multiply') return undefined;
  const [first, more] = term.factors.filter((factor) => baseLetter(factor) !== undefined);
  const name = first && baseLetter(first);
  if (name === undefined || more !== undefined) return undefined;
  return { letter: name, coefficient: multiply(...term.factors.filter((factor) => factor !== first)) };
}

/** i, j or k, with a hat or arrow or without. */
function baseLetter(expr: Expr): string | undefined {
  if (expr.kind === 'call' && /^(?:hat|widehat|vec)$/.test(expr.name) && expr.args[0] !== undefined)
    return baseLetter(expr.args[0]);
  const name = expr.kind === 'symbol' || expr.kind === 'constant' ? expr.name : '';
  const plain = /^(?:(?:hat|vec)[ _({]*)?([ijk])[)}]?$/.exec(name)?.[1];
  return plain;
}

/** The one matrix that sums, multiples and products of matrices come to; undefined for what is none. */
export function matrixValue(expr: Expr): Rows | undefined {
  switch (expr.kind) {
    case 'matrix':
      return expr.rows;
    case 'negate':
      return matrixValue(expr.operand)?.map((row) => row.map(negate));
    case 'add': {
      const [first, ...more] = expr.terms.map(matrixValue);
      return more.reduce<Rows | undefined>((sum, rows) => sum && rows && plus(sum, rows), first);
    }
    case 'divide': {
      const rows = matrixValue(expr.numerator);
      return rows?.map((row) => row.map((item) => ({ ...expr, numerator: item })));
    }
    case 'multiply': {
      const scalars = expr.factors.filter((factor) => matrixValue(factor) === undefined);
      const [first, ...more] = expr.factors.map(matrixValue).filter((rows) => rows !== undefined);
      const product = more.reduce<Rows | undefined>((result, rows) => result && times(result, rows), first);
      return product?.map((row) => row.map((item) => multiply(...scalars, item)));
    }
    default:
      return undefined;
  }
}

function plus(a: Rows, b: Rows): Rows | undefined {
  if (a.length !== b.length || a[0]?.length !== b[0]?.length) return undefined;
  return a.map((row, i) => row.map((item, j) => add(item, b[i]?.[j] ?? item)));
}

function times(a: Rows, b: Rows): Rows | undefined {
  if (a[0]?.length !== b.length || b[0] === undefined) return undefined;
  return a.map((row) => (b[0] ?? []).map((_, j) => add(...row.map((item, k) => multiply(item, b[k]?.[j] ?? item)))));
}
