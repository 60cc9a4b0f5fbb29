import { checkClaim } from '../../../src/core/check/claims.ts';
import { relation, sym } from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { differentiate } from '../../../src/core/math/differentiate.ts';
import { areEqual } from '../../../src/core/math/equality.ts';
import { evaluate } from '../../../src/core/math/evaluate.ts';
import { factorPolynomial } from '../../../src/core/math/factorPolynomial.ts';
import { toPolynomial } from '../../../src/core/math/polynomial/toPolynomial.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { contains, freeSymbols } from '../../../src/core/math/tree.ts';

/** The form that a question asks for, beyond the value. */
export type Form = 'any' | 'expanded' | 'factored' | 'antiderivative';

/** Two answers the same, by value: as words, as numbers or expressions, as lists in order, or as the solutions of one unknown in any order. */
export function sameAnswer(expected: string, got: string): boolean {
  if (plain(expected) === plain(got)) return true;
  const [left, right] = [inTheReals(items(expected), got), items(got)];
  if (left.length === 0) return got.startsWith('no real solution');
  if (left.length !== right.length) return saysTheSame(expected, got);
  const isOrdered = !/[=[]/.test(got) && !/[=[]/.test(expected);
  const open = [...right];
  const isSame = left.every((item, index) => {
    const found =
      isOrdered && left.length > 1 && sameValue(item, open[index] ?? '')
        ? index
        : open.findIndex((other) => sameValue(item, other));
    if (found < 0) return false;
    if (!isOrdered) open.splice(found, 1);
    return true;
  });
  return isSame || saysTheSame(expected, got);
}

/** Letters are real: of an expected list the complex values are not missed, unless the answer lists complex values itself. */
function inTheReals(values: readonly string[], got: string): readonly string[] {
  const isComplex = (value: string): boolean => /(?<![a-z])i(?![a-z])/i.test(value);
  return values.some((value) => !isComplex(value)) || got.startsWith('no real solution')
    ? isComplex(got.replace(/\(complex.*/, ''))
      ? values
      : values.filter((value) => !isComplex(value))
    : values;
}

/** Two statements with the same solutions: `x > 1` and the interval, `x^2 = 2` and its two solutions. */
function saysTheSame(expected: string, got: string): boolean {
  const from = parsed(expected);
  if (from?.kind !== 'relation') return false;
  const [unknown] = freeSymbols(from);
  if (unknown === undefined)
    return got.includes('every number') && checkClaim({ type: 'holds', statement: from }).kind === 'proved';
  const found = parsed(got);
  if (found === undefined) return false;
  const to = freeSymbols(found).length > 0 ? found : relation(sym(unknown), 'in', found);
  const verdict = checkClaim({ type: 'equivalent', from, to, unknowns: [unknown] });
  return verdict.kind === 'proved' || verdict.kind === 'valid';
}

export function hasForm(form: Form, asked: string, answer: string): boolean {
  if (form === 'any') return true;
  const expr = parsed(withoutName(answer));
  if (expr === undefined) return false;
  switch (form) {
    case 'expanded':
      return !contains(
        expr,
        (node) =>
          (node.kind === 'multiply' || node.kind === 'power') && contains(node, (inner) => inner.kind === 'add'),
      );
    case 'factored':
      return factorsOf(expr).every((factor) => isIrreducible(factor) || toPolynomial(factor) === undefined);
    case 'antiderivative':
      return isAntiderivative(asked, expr);
  }
}

/** Lists without regard to doubles, names in front and brackets around. */
function items(text: string): readonly string[] {
  const inner = withoutName(text.replace(/, for .*$/s, ''))
    .trim()
    .replace(/^\[(.*)\]$/s, '$1')
    .replace(/^\{(.*)\}$/s, '$1');
  const parts = splitOutside(inner).map((part) => withoutName(part.trim()));
  return parts.filter((part, index) => part !== '' && parts.findIndex((other) => sameValue(part, other)) === index);
}

function splitOutside(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const piece of text.split(/(\bor\b|\band\b|[,;()[\]{}])/)) {
    if (/^[([{]$/.test(piece)) depth += 1;
    if (/^[)\]}]$/.test(piece)) depth -= 1;
    if (depth === 0 && /^(or|and|,|;)$/.test(piece)) parts.push('');
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${piece}`;
  }
  return parts;
}

function withoutName(text: string): string {
  return text.replace(/^\s*\\?[A-Za-z]\w*(\([^()]*\))?\s*=(?!=)\s*/, '');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('**', '^').replaceAll(/[\s*]/g, '');
}

function parsed(text: string): Expr | undefined {
  const result = parseMath(text.replaceAll('**', '^'));
  return result.type === 'parsed' ? result.expr : undefined;
}

function sameValue(left: string, right: string): boolean {
  if (plain(left) === plain(right)) return true;
  const [a, b] = [parsed(left), parsed(right)];
  if (a === undefined || b === undefined) return false;
  if (isApproximation(a)) return Math.abs(evaluate(a) - evaluate(b)) < 1e-9;
  return areEqual(a, b).result === 'equal' || areEqual(a, b, { positive: freeSymbols(a) }).result === 'equal';
}

/** Some of the sets' own answers are floating-point numbers turned into fractions: 832040/2178309. */
function isApproximation(expr: Expr): boolean {
  const value = toPolynomial(expr);
  return value?.variables.length === 0 && (value.terms[0]?.coefficient.d ?? 1n) > 100_000n;
}

function factorsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === 'negate') return factorsOf(expr.operand);
  if (expr.kind === 'multiply') return expr.factors.flatMap(factorsOf);
  if (expr.kind === 'power') return factorsOf(expr.base);
  return [expr];
}

function isIrreducible(expr: Expr): boolean {
  const polynomial = toPolynomial(expr);
  if (polynomial === undefined) return false;
  if (polynomial.variables.length === 0) return true;
  return factorPolynomial(polynomial).factors.reduce((sum, factor) => sum + factor.multiplicity, 0) === 1;
}

function isAntiderivative(asked: string, answer: Expr): boolean {
  const integrand = parsed(asked);
  const [variable] = integrand === undefined ? [] : freeSymbols(integrand).filter((name) => /^x$/i.test(name));
  if (integrand === undefined || variable === undefined) return false;
  const derivative = differentiate(answer, variable);
  return (
    derivative !== undefined && areEqual(derivative, integrand, { positive: freeSymbols(integrand) }).result === 'equal'
  );
}
