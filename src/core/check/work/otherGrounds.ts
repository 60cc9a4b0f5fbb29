import { num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { contains, freeSymbols, mapExpr, sameExpr, substitute } from '../../math/tree.ts';
import type { Rational } from '../../math/rational.ts';
import type { Fact, History } from './history.ts';
import type { Position } from './position.ts';
import type { LineVerdict } from './judgement.ts';
import { formulasOf } from './line.ts';
import type { Means } from './means.ts';
import { relate, unrelated } from './relate.ts';
import { placeOf } from './say.ts';
import { isStatementLike, together } from './shape.ts';
import { toTex } from '../../math/print/toTex.ts';

/**
 * What does not follow from the lines before may have another ground: a value that was put in, letters that were swapped
 * for an inverse, one more equation of a system. Undefined where there is none.
 */
export function withoutFault(
  expr: Expr,
  facts: readonly Fact[],
  position: Position,
  history: History,
  means: Means,
): LineVerdict | undefined {
  return (
    (history.posed.type === 'statements' ? undefined : withValuePutIn(expr, facts, position, means)) ??
    (isInverse(position) && isSwapped(expr, facts) ? unrelated : undefined) ??
    (isOneMore(expr, facts, position, history, means) ? { ...unrelated, relation: 'given' } : undefined)
  );
}

/** More numbers than these are not tried. */
const mostNumbers = 10;
const mostTries = 40;

/** A = πr², so A = π·5²: the line itself shows what was put in, or the problem speaks of 5. */
function withValuePutIn(
  expr: Expr,
  facts: readonly Fact[],
  { problem }: Position,
  means: Means,
): LineVerdict | undefined {
  const own = freeSymbols(expr);
  const told = numbersIn(problem ?? '');
  const shown = literalsOf(expr);
  for (const fact of facts.slice(0, 6)) {
    const letters = freeSymbols(fact.expr);
    const missing = letters.filter((name) => !own.includes(name));
    if (letters.length < 2 || missing.length === 0 || missing.length > 2 || own.some((name) => !letters.includes(name)))
      continue;
    let tries = 0;
    for (const values of choices(missing, distinct([...told, ...shown]).slice(0, mostNumbers))) {
      tries += 1;
      if (tries > mostTries) break;
      const put = substitute(fact.expr, new Map([...values].map(([name, value]) => [name, num(value)])));
      const isSame = sameExpr(withoutText(put), withoutText(expr));
      const isTold = [...values.values()].every((value) => told.some((other) => other.equals(value)));
      const verdict = !isSame && isTold && missing.length === 1 ? relate([put], expr, means) : unrelated;
      if (!isSame && !(isFine(verdict) && verdict.relation === 'equivalent')) continue;
      const said = [...values].map(([name, value]) => `$${toTex({ kind: 'symbol', name })} = ${toTex(num(value))}$`);
      const evidence = `This is ${placeOf(fact.index)} with ${said.join(' and ')}.`;
      // Whether that is the value of the letter is for words to say.
      return { ...unrelated, evidence };
    }
  }
  return undefined;
}

function* choices(names: readonly string[], values: readonly Rational[]): Generator<ReadonlyMap<string, Rational>> {
  const [first, second] = names;
  if (first === undefined) return;
  for (const value of values) {
    if (second === undefined) yield new Map([[first, value]]);
    else
      for (const other of values)
        yield new Map([
          [first, value],
          [second, other],
        ]);
  }
}

/** Numbers are compared by their values, and signs of products don't matter. */
function withoutText(expr: Expr): Expr {
  return mapExpr(expr, (node) => {
    if (node.kind === 'number') return num(node.value);
    return node.kind === 'multiply' ? { ...node, sign: 'implicit' } : node;
  });
}

function numbersIn(text: string): readonly Rational[] {
  return distinct(
    [...text.matchAll(/(?<![\w.^_{])\d+(?:\.\d+)?(?![\w.]*\d)/g)].slice(0, 2 * mostNumbers).flatMap(([digits]) => {
      const result = parseMath(digits, { decimalMark: '.' });
      return result.type === 'parsed' && result.expr.kind === 'number' ? [result.expr.value] : [];
    }),
  );
}

function literalsOf(expr: Expr): readonly Rational[] {
  const found: Rational[] = [];
  contains(expr, (node) => {
    if (node.kind === 'number') found.push(node.value);
    return false;
  });
  return distinct(found);
}

function distinct(values: readonly Rational[]): readonly Rational[] {
  return values.filter((value, index) => values.findIndex((other) => other.equals(value)) === index);
}

export function isInverse({ problem, lines, index }: Pick<Position, 'problem' | 'lines' | 'index'>): boolean {
  const near = [problem ?? '', ...lines.slice(Math.max(0, index - 2), index + 1).map(({ text }) => text)];
  return near.some((text) => /\b(?:inverse|swap|switch|interchange|exchange|f\^\{?-1\}?)/i.test(text));
}

/** x = 2y + 6 below y = 2x + 6. */
function isSwapped(expr: Expr, facts: readonly Fact[]): boolean {
  const [first, second, third] = freeSymbols(expr);
  if (first === undefined || second === undefined || third !== undefined) return false;
  const swapped = substitute(
    expr,
    new Map<string, Expr>([
      [first, { kind: 'symbol', name: second }],
      [second, { kind: 'symbol', name: first }],
    ]),
  );
  return facts.some((fact) => sameExpr(withoutText(fact.expr), withoutText(swapped)));
}

/** An equation of a system, below the first one: later lines follow from both together, and from none of them alone. */
function isOneMore(
  expr: Expr,
  facts: readonly Fact[],
  { lines, index }: Position,
  { posed }: History,
  means: Means,
): boolean {
  const letters = freeSymbols(expr);
  if (posed.statements.length > 0 || index > 3 || letters.length < 2 || facts.some(({ isTainted }) => isTainted))
    return false;
  const given = distinctFacts(facts);
  if (given.length > 3 || !given.every((fact) => letters.some((name) => freeSymbols(fact).includes(name))))
    return false;
  const later = lines
    .slice(index + 1, index + 4)
    .flatMap((line) =>
      formulasOf(line).flatMap((part) => (isStatementLike(part.expr) && !part.isContinuation ? [part.expr] : [])),
    );
  return later.some((next) => {
    if (freeSymbols(next).length === 0 || freeSymbols(next).some((name) => !letters.includes(name))) return false;
    const follows = (from: readonly Expr[]) => isFine(relate(from, next, means));
    return !follows([expr]) && !follows([together(given)]) && follows([together([...given, expr])]);
  });
}

function distinctFacts(facts: readonly Fact[]): readonly Expr[] {
  const kept: Expr[] = [];
  for (const { expr } of facts) if (!kept.some((other) => sameExpr(other, expr))) kept.push(expr);
  return kept;
}

function isFine({ kind }: LineVerdict): boolean {
  return kind === 'proved' || kind === 'valid';
}
