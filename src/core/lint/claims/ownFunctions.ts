import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols, hasSymbol, mapChildren, sizeOf, substitute } from '../../math/tree.ts';
import type { Cues } from './cues.ts';
import { hasUnknownNames, type ReadPart } from './readPart.ts';
import type { Facts, OwnFunction } from './scope.ts';
import type { Statement } from './splitStatements.ts';

/** An equation that asks for something, or a part of a definition. */
const noDefinition =
  /\b(?:solve|find|when|where|set(?:ting)?|want|such that|satisf\w*|equation|if|for which|until|otherwise|not)\b/i;
/** What follows a definition and limits it; "for all real x" doesn't. */
const limited =
  /^\s*,?\s*(?:(?:for|if|when|whenever|on|where|unless|except|with|over|provided|but|otherwise|and|mod\w*)\b(?! (?:all|any|every|each)\b))/i;

/** Notes `f(x) = x²`, once in a section; whatever else is said of f in that way makes it ambiguous. */
export function learnFunction(
  statements: readonly Statement[],
  statement: Statement,
  operands: readonly (ReadPart | undefined)[],
  cues: Cues,
  behind: string,
  facts: Facts,
): void {
  const [left, right] = operands;
  if (left?.expr.kind !== 'call' || statement.signs[0] !== '=') return;
  const { name, args, primes = 0 } = left.expr;
  const parameters = args.flatMap((arg) => (arg.kind === 'symbol' ? [arg.name] : []));
  if (primes > 0 || args.length === 0 || parameters.length !== args.length) return;
  const known = facts.functions.get(name);
  const own = right !== undefined && isBody(right, parameters) ? { parameters, body: right.expr } : undefined;
  if (known !== undefined && own !== undefined && known !== 'ambiguous' && isSame(known, own)) return;
  const isCertain =
    known === undefined &&
    own !== undefined &&
    statement.signs.length === 1 &&
    !statement.isUnclear &&
    !cues.isOpen &&
    !cues.isNegated &&
    !noDefinition.test(cues.clause) &&
    !limited.test(behind) &&
    !statements.some(({ signs }) => signs.some((sign) => sign !== '='));
  facts.functions.set(name, isCertain ? own : 'ambiguous');
}

/** It is made of the parameters, of all of them, and of nothing unknown. */
function isBody({ expr, letters, isAmbiguous, units }: ReadPart, parameters: readonly string[]): boolean {
  if (isAmbiguous || units.length > 0 || hasUnknownNames(expr) || expr.kind === 'symbol') return false;
  if (contains(expr, (node) => node.kind === 'integral' || node.kind === 'derivative')) return false;
  return letters.every((letter) => parameters.includes(letter)) && parameters.every((name) => hasSymbol(expr, name));
}

function isSame(a: OwnFunction, b: OwnFunction): boolean {
  const plain = ({ body }: OwnFunction): string =>
    JSON.stringify(body, (key, part: unknown) =>
      key === 'span' ? undefined : typeof part === 'bigint' ? part.toString() : part,
    );
  return a.parameters.join() === b.parameters.join() && plain(a) === plain(b);
}

/** A part of a definition, or a wish: "and f(0) = 1", "with f(0) = 1". */
const isGiven =
  /\b(?:and|but|with|except|where|while|given|let|defin\w*|set|redefine\w*|put|also|satisf\w*|extend\w*|such that|condition|initial\w*|if|suppose|assume|need|want|should|must|when)\s*$/i;
const deepest = 4;
const largest = 400;

/** The part with its functions put in, where all of them are known and nothing but numbers is left; else the part itself. */
export function withOwnFunctions(part: ReadPart, cues: Cues, facts: Facts): ReadPart {
  if (!part.hasUnknownNames || facts.functions.size === 0 || isGiven.test(cues.clause)) return part;
  let { expr } = part;
  for (let depth = 0; depth < deepest && hasUnknownNames(expr); depth += 1) expr = applied(expr, facts);
  if (hasUnknownNames(expr) || freeSymbols(expr).length > 0) return part;
  return { ...part, expr, letters: [], isLiteral: false, hasUnknownNames: false };
}

function applied(expr: Expr, facts: Facts): Expr {
  const inner = mapChildren(expr, (child) => applied(child, facts));
  if (inner.kind !== 'call' || (inner.primes ?? 0) > 0 || sizeOf(inner) > largest) return inner;
  const own = facts.functions.get(inner.name);
  if (own === undefined || own === 'ambiguous' || own.parameters.length !== inner.args.length) return inner;
  if (own.parameters.some((name) => facts.bounded.has(name))) return inner;
  return substitute(own.body, new Map(own.parameters.map((name, at) => [name, inner.args[at] ?? inner])));
}
