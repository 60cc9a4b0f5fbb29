import { minus, plus, zero, type Rational } from '../../math/rational.ts';
import type { Move } from '../derivation.ts';
import type { DifferenceTable } from './differences.ts';
import { aligned, decided, math, numberExpr, tex, type NumberStyle } from './write.ts';

/** A sequence that somebody asks about. */
export interface Sequence {
  readonly terms: readonly Rational[];
  readonly opening: readonly Move[];
  readonly style: NumberStyle;
  /** The letter that counts the terms from 1 on. */
  readonly index: string;
}

export function rowTex(row: readonly Rational[], style: NumberStyle): string {
  return row.map((value) => tex(numberExpr(value, style))).join(',\\; ');
}

const rowNames = [
  'terms',
  'first differences',
  'second differences',
  'third differences',
  'fourth differences',
  'fifth differences',
];

function rowName(level: number): string {
  return rowNames[level] ?? `${level.toString()}th differences`;
}

/** The rows of differences down to the constant one. */
export function tableMoves({ rows, degree }: DifferenceTable, style: NumberStyle): readonly Move[] {
  const rowMove = (level: number): Move => {
    const row = rows[level] ?? [];
    const [first, second] = rows[level - 1] ?? [];
    const example =
      first !== undefined && second !== undefined
        ? `$${tex(numberExpr(second, style))} - ${wrapped(tex(numberExpr(first, style)))} = ${tex(numberExpr(minus(second, first), style))}$`
        : '';
    const [constant] = row;
    return {
      text: `${level === 1 ? 'Subtract each term from the next one' : `Take the differences of the ${rowName(level - 1)}`}: ${example}, and so on.${level === degree && constant !== undefined ? ` They are all ${math(numberExpr(constant, style))}.` : ''}`,
      latex: rowTex(row, style),
      why: 'Differences show how the sequence grows from term to term.',
      rule: 'differences',
      claim: decided(
        row.every((value, index) =>
          plus(value, rows[level - 1]?.[index] ?? zero).equals(rows[level - 1]?.[index + 1] ?? zero),
        ),
        'Each difference added to its term gives the next one.',
      ),
    };
  };
  if (degree <= 1) return [rowMove(1)];
  const parts = Array.from({ length: degree - 1 }, (_, index) => rowMove(index + 2));
  const [constant] = rows[degree] ?? [];
  const deeper: Move = {
    text: `${degree === 2 ? 'They are not constant, so take their differences too' : 'They are not constant, so take differences again and again'}: the ${rowName(degree)} are all ${math(numberExpr(constant ?? zero, style))}.`,
    latex:
      degree === 2
        ? rowTex(rows[2] ?? [], style)
        : aligned(rows.slice(2).map((row, index) => `\\text{${rowName(index + 2)}:}\\; & ${rowTex(row, style)}`)),
    why: `Constant ${rowName(degree)} belong to a polynomial of degree ${degree.toString()}.`,
    rule: 'differences',
    claim: { type: 'all', claims: parts.map((part) => part.claim) },
    parts: parts.length > 1 ? parts : undefined,
  };
  return [rowMove(1), deeper];
}

export function wrapped(source: string): string {
  return source.startsWith('-') ? `(${source})` : source;
}
