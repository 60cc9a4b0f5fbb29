import type { Expr } from '../../math/expr.ts';
import type { Rational } from '../../math/rational.ts';
import { contains } from '../../math/tree.ts';
import type { Asked, AskedForm } from './asked.ts';
import type { FinalText } from './answer.ts';

/**
 * Has an answer that is equal in value the form that the question asks for? Only what the right answer itself keeps to
 * is held against the other one: it shows how the question is meant.
 */
export function hasFormAsked(
  asked: Asked,
  { gold, pred }: { readonly gold: FinalText; readonly pred: FinalText },
): boolean {
  return asked.form.every((form) => isInForm(form, pred, asked, gold) || !isInForm(form, gold, asked, gold));
}

function isInForm(form: AskedForm, { text, answer }: FinalText, asked: Asked, gold: FinalText): boolean {
  if (form === 'ratio')
    return (
      answer?.type === 'ratio' || answer?.type === 'time' || answer?.type !== 'value' || answer.expr.kind === 'divide'
    );
  if (form === 'scientific') return /10\s*\^|[eE][+-]?\d/.test(text);
  if (form === 'percent') return answer?.type !== 'value' || answer.isPercent === true || !/[./]|frac/.test(text);
  if (form === 'solved for y') return answer?.type !== 'statement' && /^\$?(?:y|f\s*\(x\))\s*=|^[^=]*$/.test(text);
  if (answer?.type !== 'value') return form !== 'vertex form' || answer?.type !== 'statement';
  const { expr } = answer;
  switch (form) {
    case 'lowest terms':
      return !contains(expr, isReducible) && isLiteral(expr);
    case 'fraction':
      return core(expr).kind === 'divide' || (isNumber(core(expr)) && !isNotation(expr, 'decimal', 'mixed'));
    case 'improper fraction':
      return !isNotation(expr, 'mixed', 'decimal');
    case 'mixed number':
      return isNotation(expr, 'mixed', 'integer') || isProper(core(expr));
    case 'decimal':
      return isNotation(expr, 'decimal', 'integer', 'scientific', 'recurring');
    case 'radical':
      return (
        !contains(
          expr,
          (node) =>
            (node.kind === 'divide' && contains(node.denominator, ({ kind }) => kind === 'root')) ||
            isSquareRootOfSquare(node),
        ) && !isNotation(expr, 'decimal')
      );
    case 'factored':
      return !isSum(expr) || !contains(expr, ({ kind }) => kind === 'symbol');
    case 'expanded':
      return !contains(
        expr,
        (node) => (node.kind === 'multiply' && node.factors.some(isSum)) || (node.kind === 'power' && isSum(node.base)),
      );
    case 'vertex form':
      // Every unknown stands within the square.
      return !contains(
        expr,
        (node) => node.kind === 'power' && node.base.kind === 'symbol' && node.exponent.kind === 'number',
      );
    case 'simplified':
      return isSimplified(expr);
    case 'base':
      return (
        isNotation(expr, 'base') || expr.kind !== 'number' || asked.base === undefined || isDigitsOf(expr.value, gold)
      );
  }
}

/** 52 for 52_8, but not 42. */
function isDigitsOf(value: Rational, { text }: FinalText): boolean {
  return text.replace(/\s|_.*$/g, '') === value.toString();
}

function core(expr: Expr): Expr {
  return expr.kind === 'negate' ? core(expr.operand) : expr;
}

function isNumber(expr: Expr): boolean {
  return expr.kind === 'number';
}

function isSum(expr: Expr): boolean {
  return expr.kind === 'add';
}

function isNotation(expr: Expr, ...notations: readonly string[]): boolean {
  const inner = core(expr);
  return inner.kind === 'number' && notations.includes(inner.notation);
}

function isProper(expr: Expr): boolean {
  return (
    expr.kind === 'divide' &&
    expr.numerator.kind === 'number' &&
    expr.denominator.kind === 'number' &&
    expr.numerator.value.compare(expr.denominator.value) < 0
  );
}

/** 6/8, 7/7, 3/1: a fraction of integers that is not in lowest terms. */
function isReducible(node: Expr): boolean {
  if (node.kind !== 'divide') return false;
  const [top, bottom] = [core(node.numerator), core(node.denominator)];
  if (top.kind !== 'number' || bottom.kind !== 'number' || bottom.value.n === 0n) return false;
  if (top.value.d !== 1n || bottom.value.d !== 1n) return true;
  return top.value.div(bottom.value).d !== bottom.value.n;
}

/** One number or one fraction, nothing to be worked out: 2/3, but not 1/3 + 1/3. */
function isLiteral(expr: Expr): boolean {
  const inner = core(expr);
  if (contains(inner, ({ kind }) => kind === 'symbol' || kind === 'root' || kind === 'constant' || kind === 'call'))
    return true;
  return (
    inner.kind === 'number' ||
    (inner.kind === 'divide' && isNumber(core(inner.numerator)) && isNumber(core(inner.denominator)))
  );
}

function isSquareRootOfSquare(node: Expr): boolean {
  if (node.kind !== 'root' || node.index !== undefined || node.radicand.kind !== 'number') return false;
  const { n } = node.radicand.value;
  for (let root = 2n; root * root <= n && root < 1000n; root += 1n) if (n % (root * root) === 0n) return true;
  return false;
}

/** Nothing that a reader would still work out: sums and products of numbers, like terms, reducible fractions. */
function isSimplified(expr: Expr): boolean {
  return !contains(expr, (node) => {
    if (isReducible(node) || isSquareRootOfSquare(node)) return true;
    if (['integral', 'limit', 'derivative', 'bigOperator'].includes(node.kind)) return true;
    if (node.kind === 'add') {
      const keys = node.terms.map(likeness);
      return new Set(keys).size < keys.length;
    }
    if (node.kind === 'multiply')
      return (
        node.factors.filter((factor) => factor.kind === 'number').length > 1 ||
        node.factors.some(
          (factor) =>
            factor.kind === 'divide' &&
            factor.numerator.kind === 'number' &&
            node.factors.some((other) => other !== factor && other.kind === 'number'),
        )
      );
    return (
      node.kind === 'power' &&
      node.base.kind === 'number' &&
      node.exponent.kind === 'number' &&
      node.exponent.value.d === 1n &&
      node.exponent.value.n < 7n
    );
  });
}

/** Terms with the same one are like terms. */
function likeness(term: Expr): string {
  const inner = core(term);
  const factors =
    inner.kind === 'multiply'
      ? inner.factors
      : inner.kind === 'divide' && inner.denominator.kind === 'number'
        ? [inner.numerator]
        : [inner];
  return factors
    .filter((factor) => factor.kind !== 'number' && !isProper(factor))
    .map((factor) =>
      JSON.stringify(factor, (key, value: unknown) =>
        key === 'span' || key === 'text' ? undefined : typeof value === 'bigint' ? value.toString() : value,
      ),
    )
    .sort()
    .join('*');
}
