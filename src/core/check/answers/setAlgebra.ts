import { and, num, or, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Answer } from './answer.ts';

const operator = /^(?:\\(?:cap|cup|setminus|smallsetminus|backslash)(?![a-zA-Z])|[∩∪∖])/;

/** A set as what it says of a number that lies in it. */
type Holds = (member: Expr) => Expr;

/**
 * A ∩ B, A ∖ B, and unions with braces among them, as what they say of one number; undefined where no such sign stands
 * outside brackets, where several different ones stand side by side, or where one of the sets isn't known.
 */
export function readSetAlgebra(text: string, read: (text: string) => Answer | undefined): Answer | undefined {
  const found = parts(text);
  if (found === undefined) return undefined;
  const sets = found.items.map((item) => holds(item, read));
  const [first, ...more] = sets;
  if (first === undefined || more.some((set) => set === undefined)) return undefined;
  const others = more.filter((set) => set !== undefined);
  const member = sym('x');
  const terms = [first, ...others].map((set) => set(member));
  if (found.sign === '∪') return { type: 'statement', expr: or(...terms) };
  if (found.sign === '∩') return { type: 'statement', expr: and(...terms) };
  return { type: 'statement', expr: and(first(member), ...others.map((set): Expr => negated(set(member)))) };
}

function parts(text: string): { readonly items: readonly string[]; readonly sign: string } | undefined {
  const items: string[] = [];
  const signs = new Set<string>();
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 16);
    const sign = depth === 0 ? operator.exec(rest)?.[0] : undefined;
    if (sign !== undefined) {
      items.push(text.slice(from, at).trim());
      signs.add(/cap|∩/.test(sign) ? '∩' : /cup|∪/.test(sign) ? '∪' : '∖');
      at += sign.length - 1;
      from = at + 1;
    } else if ('([{'.includes(text.charAt(at))) depth += 1;
    else if (')]}'.includes(text.charAt(at))) depth -= 1;
  }
  items.push(text.slice(from).trim());
  const [sign, another] = signs;
  return sign === undefined || another !== undefined || items.some((item) => item === '') ? undefined : { items, sign };
}

function holds(text: string, read: (text: string) => Answer | undefined): Holds | undefined {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  const answer =
    (inner !== undefined && operator.test(inner.replace(/^.*?(?=\\(?:cap|cup|setminus)|[∩∪∖])/s, ''))
      ? read(inner)
      : undefined) ?? read(text);
  if (answer === undefined) return undefined;
  if (answer.type === 'range') return (member) => relation(member, 'in', answer.expr);
  if (answer.type === 'special') {
    const set: Expr | undefined =
      answer.name === 'every number' ? sym('R') : answer.name === 'no solution' ? { kind: 'emptySet' } : undefined;
    return set && ((member) => relation(member, 'in', set));
  }
  if (answer.type === 'statement') {
    const [unknown, more] = freeSymbols(answer.expr).filter((name) => name !== 'R');
    return unknown === 'x' && more === undefined ? () => answer.expr : undefined;
  }
  if (answer.type !== 'list') return undefined;
  const items = answer.items.map((item) =>
    item.type === 'value' && item.unit === undefined && freeSymbols(item.expr).length === 0 ? item.expr : undefined,
  );
  const known = items.filter((item) => item !== undefined);
  if (known.length < items.length) return undefined;
  if (answer.order === 'set') return (member) => relation(member, 'in', { kind: 'set', items: known });
  const [lower, upper, more] = known;
  if (answer.order !== 'tuple' || lower === undefined || upper === undefined || more !== undefined) return undefined;
  const interval: Expr = { kind: 'interval', lower, upper, isLowerClosed: false, isUpperClosed: false };
  return (member) => relation(member, 'in', interval);
}

/** That a number does not lie there. */
function negated(expr: Expr): Expr {
  const set = expr.kind === 'relation' && expr.operators[0] === 'in' ? expr.operands[1] : undefined;
  const member = expr.kind === 'relation' ? expr.operands[0] : undefined;
  if (set === undefined || member === undefined) return { kind: 'not', operand: expr };
  if (set.kind === 'set') {
    const apart = set.items.map((item) => relation(member, '!=', item));
    return apart.length === 1 ? (apart[0] ?? expr) : and(...apart);
  }
  if (set.kind === 'interval') {
    return or(
      relation(member, set.isLowerClosed ? '<' : '<=', set.lower),
      relation(member, set.isUpperClosed ? '>' : '>=', set.upper),
    );
  }
  if (set.kind === 'emptySet') return relation(num(0), '=', num(0));
  return { kind: 'not', operand: expr };
}
