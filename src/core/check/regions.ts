import { num } from '../math/build.ts';
import { certifiedValue } from '../math/certify.ts';
import { domainConditions } from '../math/domain.ts';
import type { Expr } from '../math/expr.ts';
import { toTex } from '../math/print/toTex.ts';
import { samplePoints } from '../math/samplePoints.ts';
import { freeSymbols } from '../math/tree.ts';
import { unlimitedWork, type ExactWork } from '../solve/exactWork.ts';
import { approximatePoint } from './algebraicPoint.ts';
import { solutionCells } from './onLine.ts';
import type { Cell } from './cells.ts';
import type { Statement } from './statement.ts';

/** Where only one of two expressions has a value, as a sentence: "For $x < 0$ only the left side has a value." */
export function regionSentence(
  left: Expr,
  right: Expr,
  positive: readonly string[] = [],
  work: ExactWork = unlimitedWork,
): string {
  const letters = [...new Set([...freeSymbols(left), ...freeSymbols(right)])];
  const [only, second] = letters;
  const parts =
    only !== undefined && second === undefined
      ? [sentenceOnLine(left, right, only, 'left', work), sentenceOnLine(right, left, only, 'right', work)].filter(
          (part) => part !== undefined,
        )
      : [];
  return parts.length > 0 ? parts.join(' ') : sentenceOfPoint(left, right, letters, positive);
}

function sentenceOnLine(
  defined: Expr,
  other: Expr,
  unknown: string,
  side: 'left' | 'right',
  work: ExactWork,
): string | undefined {
  const statement: Statement = {
    type: 'and',
    items: [domainOf(defined), { type: 'not', operand: domainOf(other) }],
  };
  const cells = solutionCells(statement, unknown, work)?.filter((cell) => !cell.isPoint);
  const region = cells && regionTex(cells, unknown, statement, work);
  return region && `For $${region}$ only the ${side} side has a value.`;
}

function domainOf(expr: Expr): Statement {
  const items = domainConditions(expr).map(({ type, expr: inner }): Statement => {
    const operator = type === 'nonzero' ? '!=' : type === 'positive' ? '>' : '>=';
    return { type: 'relation', left: inner, operator, right: num(0) };
  });
  return { type: 'and', items };
}

/** Bounds are looked for by halving between the samples of neighbouring pieces: whole numbers and short fractions only. */
function regionTex(cells: readonly Cell[], unknown: string, statement: Statement, work: ExactWork): string | undefined {
  const inside = cells.map(({ sample }) => approximatePoint(sample));
  const [first] = inside;
  if (first === undefined) return undefined;
  const bounds = boundsOf(statement, unknown, work);
  if (bounds === undefined) return undefined;
  const name = toTex({ kind: 'symbol', name: unknown });
  const pieces = inside.map((value) => {
    const low = bounds.filter((bound) => bound < value).at(-1);
    const high = bounds.find((bound) => bound > value);
    return { low, high };
  });
  const merged: { low: number | undefined; high: number | undefined }[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && last.high === piece.low && piece.low !== undefined) last.high = piece.high;
    else merged.push({ ...piece });
  }
  const say = (value: number) => Number(value.toPrecision(6)).toString();
  const texts = merged.map(({ low, high }) => {
    if (low === undefined) return high === undefined ? undefined : `${name} < ${say(high)}`;
    return high === undefined ? `${name} > ${say(low)}` : `${say(low)} < ${name} < ${say(high)}`;
  });
  return texts.every((text) => text !== undefined) ? texts.join('\\text{ or }') : undefined;
}

/** All places where the line is cut, in order. */
function boundsOf(statement: Statement, unknown: string, work: ExactWork): readonly number[] | undefined {
  const everywhere: Statement = { type: 'or', items: [statement, { type: 'not', operand: statement }] };
  return solutionCells(everywhere, unknown, work)
    ?.filter((cell) => cell.isPoint)
    .map(({ sample }) => approximatePoint(sample));
}

function sentenceOfPoint(left: Expr, right: Expr, letters: readonly string[], positive: readonly string[]): string {
  for (const point of samplePoints(letters, 32)) {
    if (positive.some((name) => (point.get(name)?.s ?? 1n) < 0n)) continue;
    const [a, b] = [certifiedValue(left, point, 96).type, certifiedValue(right, point, 96).type];
    const isDefined = (type: typeof a) => type === 'exact' || type === 'interval';
    const side = a === 'undefined' && isDefined(b) ? 'right' : b === 'undefined' && isDefined(a) ? 'left' : undefined;
    if (side === undefined) continue;
    const put = [...point].map(([name, value]) => `${toTex({ kind: 'symbol', name })} = ${toTex(num(value))}`);
    return `For example, for $${put.join(',\\ ')}$ only the ${side} side has a value.`;
  }
  return 'One of them has a value in more places.';
}
