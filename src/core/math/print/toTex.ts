import type { Expr, ExprOf, RelationOperator } from '../expr.ts';
import { prefixFunctions } from '../read/names.ts';
import { commonLevel, isSigned, level, type Level, withoutSign } from './level.ts';
import { overs, texOfFunction, texOfName } from './texNames.ts';

const relationSigns: Readonly<Record<RelationOperator, string>> = {
  ...{ '=': '=', '!=': '\\neq', '<': '<', '<=': '\\leq', '>': '>', '>=': '\\geq', in: '\\in', approx: '\\approx' },
};
const constants = { pi: '\\pi', e: 'e', i: 'i', infinity: '\\infty' } as const;
const tall = /\\(?:frac|sqrt|sum|prod|int|begin|binom|left)/;

/** TeX without delimiters, clean for KaTeX, with as few brackets as the structure allows; the author's notation is kept. */
export function toTex(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return texOfNumber(expr);
    case 'symbol':
      return texOfName(expr.name);
    case 'constant':
      return constants[expr.name];
    case 'add':
      return expr.terms.map((term, index) => texOfTerm(term, index === 0)).join('');
    case 'negate':
      return `-${texAt(expr.operand, level.product)}`;
    case 'plusMinus':
      return `${expr.isMinusPlus ? '\\mp' : '\\pm'} ${texAt(expr.operand, level.product)}`;
    case 'multiply':
      return texOfProduct(expr);
    case 'divide':
      return expr.style === 'obelus'
        ? `${texAt(expr.numerator, level.product)} \\div ${texAt(expr.denominator, level.factor)}`
        : `\\frac{${toTex(expr.numerator)}}{${toTex(expr.denominator)}}`;
    case 'power':
      return texOfPower(expr);
    case 'root':
      return `\\sqrt${expr.index === undefined ? '' : `[${toTex(expr.index)}]`}{${toTex(expr.radicand)}}`;
    case 'abs':
      return fenced('|', toTex(expr.operand), '|');
    case 'factorial':
      return `${texAt(expr.operand, level.atom)}!`;
    case 'call':
      return texOfCall(expr);
    case 'derivative':
      return texOfDerivative(expr);
    case 'integral': {
      const { lower, upper } = expr;
      const bounds = lower && upper ? `_{${toTex(lower)}}^{${toTex(upper)}}` : '';
      return `\\int${bounds} ${texAt(expr.body, level.product)} \\, d${texOfName(expr.variable)}`;
    }
    case 'limit': {
      const side = expr.side === undefined ? '' : expr.side === 'right' ? '^{+}' : '^{-}';
      return `\\lim_{${texOfName(expr.variable)} \\to ${toTex(expr.target)}${side}} ${texAt(expr.body, level.product)}`;
    }
    case 'bigOperator': {
      const bounds = `_{${texOfName(expr.variable)}=${toTex(expr.lower)}}^{${toTex(expr.upper)}}`;
      return `\\${expr.operator === 'sum' ? 'sum' : 'prod'}${bounds} ${texAt(expr.body, level.product)}`;
    }
    case 'matrix':
      return `\\begin{pmatrix} ${expr.rows.map((row) => row.map(toTex).join(' & ')).join(' \\\\ ')} \\end{pmatrix}`;
    case 'piecewise': {
      const lines = expr.branches.map(({ value, condition }) =>
        condition === undefined
          ? `${toTex(value)} & \\text{otherwise}`
          : `${toTex(value)} & \\text{if } ${toTex(condition)}`,
      );
      return `\\begin{cases} ${lines.join(' \\\\ ')} \\end{cases}`;
    }
    case 'tuple':
      return fenced('(', expr.items.map(toTex).join(', '), ')');
    case 'set':
      return fenced('\\{', expr.items.map(toTex).join(', '), '\\}');
    case 'interval': {
      const inner = `${toTex(expr.lower)}, ${toTex(expr.upper)}`;
      return fenced(expr.isLowerClosed ? '[' : '(', inner, expr.isUpperClosed ? ']' : ')');
    }
    case 'union':
      return expr.items.map((item) => texAt(item, level.factor)).join(' \\cup ');
    case 'emptySet':
      return '\\emptyset';
    case 'quantity':
      return expr.unit === '°'
        ? `${texAt(expr.value, level.atom)}^{\\circ}`
        : `${texAt(expr.value, level.factor)}\\,${texOfUnit(expr.unit)}`;
    case 'relation':
      return expr.operands
        .map((operand, index) => {
          const operator = expr.operators[index - 1];
          const text = operand.kind === 'hole' ? '' : texAt(operand, level.sum);
          return operator === undefined ? text : `${relationSigns[operator]} ${text}`;
        })
        .join(' ')
        .trim();
    case 'and':
      return expr.items.map((item) => texAt(item, level.relation)).join(',\\quad ');
    case 'or':
      return expr.items
        .map((item) => (item.kind === 'and' ? toTex(item) : texAt(item, level.relation)))
        .join('\\text{ or }');
    case 'not':
      return `\\neg ${bracketed(expr.operand)}`;
    case 'hole':
      return '\\square';
  }
}

function levelOf(expr: Expr): Level {
  if (expr.kind === 'divide' && expr.style === 'fraction') return level.factor;
  if (expr.kind === 'call') {
    if (expr.name === 'mod') return level.product;
    return isBareCall(expr) ? level.factor : level.atom;
  }
  return commonLevel(expr);
}

/** With brackets where the place needs something that holds together more tightly. */
function texAt(expr: Expr, needed: Level): string {
  return levelOf(expr) < needed ? bracketed(expr) : toTex(expr);
}

function bracketed(expr: Expr): string {
  return fenced('(', toTex(expr), ')');
}

function fenced(open: string, inner: string, close: string): string {
  return open === '|' || tall.test(inner) ? `\\left${open} ${inner} \\right${close}` : `${open}${inner}${close}`;
}

function texOfNumber(expr: ExprOf<'number'>): string {
  switch (expr.notation) {
    case 'percent':
      return `${expr.text.replace(/\\?%$/, '')}\\%`;
    case 'mixed': {
      const [whole = '', above = '', below = ''] = expr.text.split(/[ /]/);
      return `${whole}\\frac{${above}}{${below}}`;
    }
    case 'scientific': {
      const [base = '', exponent = ''] = expr.text.toLowerCase().split('e');
      return `${base} \\cdot 10^{${exponent.replace('+', '')}}`;
    }
    case 'integer':
    case 'decimal':
    case 'recurring':
      return expr.text;
    case 'base':
      return expr.text.replace(/_(\d+)$/, '_{$1}');
  }
}

function texOfTerm(term: Expr, isFirst: boolean): string {
  if (term.kind === 'plusMinus') return isFirst ? toTex(term) : ` ${toTex(term)}`;
  if (isFirst) return term.kind === 'add' ? bracketed(term) : texAt(term, level.signed);
  if (isSigned(term)) return ` - ${texAt(withoutSign(term), level.product)}`;
  return ` + ${texAt(term, level.product)}`;
}

function texOfProduct(expr: ExprOf<'multiply'>): string {
  let text = '';
  expr.factors.forEach((factor, index) => {
    const previous = expr.factors[index - 1];
    const isLast = index === expr.factors.length - 1;
    const part = texOfFactor(expr, factor, index === 0, isLast);
    text += previous === undefined ? part : separator(expr.sign, previous, factor, text, part) + part;
  });
  return text;
}

function texOfFactor(product: ExprOf<'multiply'>, factor: Expr, isFirst: boolean, isLast: boolean): string {
  if (isFirst && factor.kind === 'negate') return texAt(factor, level.signed);
  // 2x · 3y needs no brackets, 2(3y) does.
  if (factor.kind === 'multiply' && !(isSigned(factor) && !isFirst)) {
    return product.sign !== 'implicit' && factor.sign === 'implicit' ? toTex(factor) : bracketed(factor);
  }
  if (factor.kind === 'call' && !isLast && isBareCall(factor) && product.sign === 'implicit')
    return texOfCall(factor, true);
  if (factor.kind === 'power' && !isLast && product.sign === 'implicit' && factor.base.kind === 'call') {
    return texOfPower(factor, true);
  }
  const isOpenEnded =
    factor.kind === 'derivative' ||
    factor.kind === 'integral' ||
    factor.kind === 'limit' ||
    factor.kind === 'bigOperator';
  if (isOpenEnded && isLast) return toTex(factor);
  return texAt(factor, level.factor);
}

function separator(
  sign: 'implicit' | 'dot' | 'times',
  previous: Expr,
  factor: Expr,
  before: string,
  part: string,
): string {
  if (sign === 'times') return ' \\times ';
  if (sign === 'dot' || needsDot(previous, factor, before, part)) return ' \\cdot ';
  return /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(part)
    ? ' '
    : before.endsWith('}') || part.startsWith('(')
      ? ''
      : spaceBefore(before, part);
}

function spaceBefore(before: string, part: string): string {
  return part.startsWith('\\') &&
    /^\\(?:sin|cos|tan|cot|sec|csc|ln|log|exp|operatorname|arc)/.test(part) &&
    !before.endsWith(')')
    ? ' '
    : '';
}

/** Where two factors side by side would read as something else: digits, a mixed number, f(x). */
function needsDot(previous: Expr, factor: Expr, before: string, part: string): boolean {
  if (/^[0-9.]/.test(part)) return true;
  if (previous.kind === 'divide' && part.startsWith('\\frac')) return true;
  const isNumeric = previous.kind === 'number' || (previous.kind === 'negate' && previous.operand.kind === 'number');
  if (isNumeric && (part.startsWith('\\frac') || isSigned(factor))) return true;
  if (previous.kind === 'number' && previous.notation !== 'integer' && previous.notation !== 'decimal') return true;
  if (previous.kind === 'symbol' && /^(?:\(|\\left\()/.test(part))
    return /^[a-zA-Z]$/.test(previous.name) && 'fghFGH'.includes(previous.name);
  if (factor.kind === 'symbol' && factor.name.length === 1 && previous.kind === 'symbol' && previous.name === 'd')
    return true;
  return part.startsWith('|') || (part.startsWith('\\left|') && before.endsWith('\\right|'));
}

/** sin x and sin 2x are written without brackets. */
function isBareCall(expr: ExprOf<'call'>): boolean {
  if (overs.has(expr.name)) return false;
  const [argument, second] = expr.args;
  if (argument === undefined || !prefixFunctions.has(expr.name) || (second !== undefined && expr.name !== 'log'))
    return false;
  if (['floor', 'ceil', 'exp', 'det', 'sign', 'round'].includes(expr.name)) return false;
  const isLeaf = (leaf: Expr): boolean =>
    leaf.kind === 'symbol' ||
    leaf.kind === 'constant' ||
    (leaf.kind === 'number' && leaf.notation !== 'mixed' && leaf.notation !== 'scientific');
  if (isLeaf(argument) || argument.kind === 'abs') return true;
  const [coefficient, letter, third] =
    argument.kind === 'multiply' && argument.sign === 'implicit' ? argument.factors : [];
  return coefficient?.kind === 'number' && isLeaf(coefficient) && letter?.kind === 'symbol' && third === undefined;
}

function texOfCall(expr: ExprOf<'call'>, isFenced = false, exponent = ''): string {
  const [first, second] = expr.args;
  if (first === undefined) return texOfFunction(expr.name, expr.primes);
  if (overs.has(expr.name)) return `\\${expr.name}{${toTex(first)}}${exponent}`;
  switch (expr.name) {
    case 'floor':
      return fenced('\\lfloor ', toTex(first), ' \\rfloor');
    case 'ceil':
      return fenced('\\lceil ', toTex(first), ' \\rceil');
    case 'binomial':
      if (second !== undefined) return `\\binom{${toTex(first)}}{${toTex(second)}}`;
      break;
    case 'mod':
      if (second !== undefined) return `${texAt(first, level.factor)} \\bmod ${texAt(second, level.factor)}`;
      break;
    default:
  }
  const hasBase = expr.name === 'log' && second !== undefined;
  const head = texOfFunction(expr.name, expr.primes) + (hasBase ? `_{${toTex(second)}}` : '') + exponent;
  if (!isFenced && isBareCall(expr)) return `${head} ${toTex(first)}`;
  const args = hasBase ? [first] : expr.args;
  return head + fenced('(', args.map(toTex).join(', '), ')');
}

function texOfPower(expr: ExprOf<'power'>, isFenced = false): string {
  const { base, exponent } = expr;
  const raised = `^{${toTex(exponent)}}`;
  const isRaisedName =
    base.kind === 'call' && base.primes === undefined && isBareOrTrigonometric(base) && isPlainExponent(exponent);
  if (isRaisedName) return texOfCall(base, isFenced, raised);
  const isAtom =
    levelOf(base) >= level.atom && base.kind !== 'root' && !(base.kind === 'call' && base.name === 'binomial');
  return (isAtom ? toTex(base) : bracketed(base)) + raised;
}

function isBareOrTrigonometric(call: ExprOf<'call'>): boolean {
  return prefixFunctions.has(call.name) && !['floor', 'ceil', 'exp', 'det', 'sign', 'round'].includes(call.name);
}

function isPlainExponent(exponent: Expr): boolean {
  return (exponent.kind === 'number' && exponent.notation === 'integer') || exponent.kind === 'symbol';
}

function texOfDerivative(expr: ExprOf<'derivative'>): string {
  const d = expr.isPartial ? '\\partial ' : 'd';
  const order = expr.order === 1 ? '' : `^{${expr.order}}`;
  const below = `${d}${texOfName(expr.variable)}${order}`;
  if (expr.body.kind === 'symbol') return `\\frac{${d.trim()}${order} ${texOfName(expr.body.name)}}{${below}}`;
  return `\\frac{${d.trim()}${order}}{${below}} ${levelOf(expr.body) < level.atom ? bracketed(expr.body) : toTex(expr.body)}`;
}

function texOfUnit(unit: string): string {
  return `\\mathrm{${unit.replace(/[\\{}$&#%]/g, '').replace(/\^(-?\d+)/g, '^{$1}')}}`;
}
