import type { Expr, ExprOf, RelationOperator } from '../expr.ts';
import { commonLevel, isSigned, level, type Level, withoutSign } from './level.ts';
import { toTex } from './toTex.ts';

const relationSigns: Readonly<Record<RelationOperator, string>> = {
  ...{ '=': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=', in: 'in', approx: '~=' },
};
const constants = { pi: 'pi', e: 'e', i: 'i', infinity: 'infinity' } as const;

/** Plain text that parseMath reads back as the same expression: x^2 - 3*x + sqrt(2)/2. */
export function toText(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return expr.text;
    case 'symbol':
      return textOfName(expr.name);
    case 'constant':
      return constants[expr.name];
    case 'add':
      return expr.terms.map((term, index) => textOfTerm(term, index === 0)).join('');
    case 'negate':
      return `-${textAt(expr.operand, level.product)}`;
    case 'plusMinus':
      return `${expr.isMinusPlus ? '∓' : '±'}${textAt(expr.operand, level.product)}`;
    case 'multiply':
      return expr.factors.map((factor, index) => textOfFactor(factor, index === 0)).join('*');
    case 'divide': {
      const numerator =
        expr.numerator.kind === 'negate' ? bracketed(expr.numerator) : textAt(expr.numerator, level.product);
      return `${numerator}/${textAt(expr.denominator, level.factor)}`;
    }
    case 'power': {
      const base =
        expr.base.kind === 'call' && expr.base.args.length === 0 ? bracketed(expr.base) : textAt(expr.base, level.atom);
      return `${base}^${textAt(expr.exponent, level.atom)}`;
    }
    case 'root':
      return expr.index === undefined
        ? `sqrt(${toText(expr.radicand)})`
        : `root(${toText(expr.radicand)}, ${toText(expr.index)})`;
    case 'abs':
      return `abs(${toText(expr.operand)})`;
    case 'factorial':
      return `${textAt(expr.operand, level.atom)}!`;
    case 'call':
      return textOfCall(expr);
    case 'derivative': {
      const order = expr.order === 1 ? '' : `^${expr.order}`;
      return `d${order}/d${expr.variable}${order} (${toText(expr.body)})`;
    }
    case 'integral': {
      const bounds = expr.lower && expr.upper ? `, ${toText(expr.lower)}, ${toText(expr.upper)}` : '';
      return `int(${toText(expr.body)}, ${expr.variable}${bounds})`;
    }
    case 'limit': {
      const side = expr.side === undefined ? '' : expr.side === 'right' ? '^+' : '^-';
      return `lim_(${expr.variable}->${textAt(expr.target, level.signed)}${side}) (${toText(expr.body)})`;
    }
    case 'bigOperator': {
      const parts = [toText(expr.body), expr.variable, toText(expr.lower), toText(expr.upper)];
      return `${expr.operator === 'sum' ? 'sum' : 'prod'}(${parts.join(', ')})`;
    }
    case 'matrix':
      return `[${expr.rows.map((row) => `[${row.map(toText).join(', ')}]`).join(', ')}]`;
    case 'piecewise':
      return toTex(expr);
    case 'tuple':
      return `(${expr.items.map(toText).join(', ')})`;
    case 'set':
      return `{${expr.items.map(toText).join(', ')}}`;
    case 'interval': {
      const [open, close] = [expr.isLowerClosed ? '[' : '(', expr.isUpperClosed ? ']' : ')'];
      return `${open}${toText(expr.lower)}, ${toText(expr.upper)}${close}`;
    }
    case 'union':
      return expr.items.map((item) => textAt(item, level.factor)).join(' ∪ ');
    case 'emptySet':
      return '{}';
    case 'quantity':
      return expr.unit === '°'
        ? `${textAt(expr.value, level.atom)}°`
        : `${textAt(expr.value, level.factor)} ${expr.unit}`;
    case 'relation':
      return expr.operands
        .map((operand, index) => {
          const operator = expr.operators[index - 1];
          const text = operand.kind === 'hole' ? '' : textAt(operand, level.sum);
          return operator === undefined ? text : `${relationSigns[operator]} ${text}`;
        })
        .join(' ')
        .trim();
    case 'and':
      return expr.items.map((item) => textAt(item, level.relation)).join(' and ');
    case 'or':
      return expr.items.map((item) => (item.kind === 'and' ? toText(item) : textAt(item, level.relation))).join(' or ');
    case 'not':
      return `not ${textAt(expr.operand, level.relation)}`;
    case 'hole':
      return '?';
  }
}

function levelOf(expr: Expr): Level {
  if (expr.kind === 'call' && expr.name === 'mod') return level.product;
  return commonLevel(expr);
}

function textAt(expr: Expr, needed: Level): string {
  return levelOf(expr) < needed ? bracketed(expr) : toText(expr);
}

function bracketed(expr: Expr): string {
  return `(${toText(expr)})`;
}

function textOfTerm(term: Expr, isFirst: boolean): string {
  if (term.kind === 'plusMinus') return isFirst ? toText(term) : ` ${toText(term)}`;
  if (isFirst) return term.kind === 'add' ? bracketed(term) : textAt(term, level.signed);
  if (isSigned(term)) return ` - ${textAt(withoutSign(term), level.product)}`;
  return ` + ${textAt(term, level.product)}`;
}

function textOfFactor(factor: Expr, isFirst: boolean): string {
  if (isFirst && factor.kind === 'negate') return toText(factor);
  if (isFirst && factor.kind === 'divide') return toText(factor);
  return factor.kind === 'multiply' ? bracketed(factor) : textAt(factor, level.factor);
}

function textOfCall(expr: ExprOf<'call'>): string {
  const head = textOfName(expr.name) + "'".repeat(expr.primes ?? 0);
  if (expr.args.length === 0) return head;
  if (expr.name === 'mod' && expr.args[0] && expr.args[1]) {
    return `${textAt(expr.args[0], level.factor)} mod ${textAt(expr.args[1], level.factor)}`;
  }
  const inverse = /^(.*)\^-1$/.exec(head);
  return `${inverse === null ? head : `${inverse[1] ?? ''}^{-1}`}(${expr.args.map(toText).join(', ')})`;
}

/** x_1 and x_max as they are, a_{n+1} in braces. */
function textOfName(name: string): string {
  const at = name.indexOf('_');
  if (at < 0 || /^[a-zA-Z]$|^\d+$/.test(name.slice(at + 1))) return name;
  return `${name.slice(0, at)}_{${name.slice(at + 1)}}`;
}
