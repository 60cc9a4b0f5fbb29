import { divide, multiply, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { toText } from '../../math/print/toText.ts';
import { compareRationals, isInteger, one, over, rational, times, type Rational } from '../../math/rational.ts';
import type { Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { rationalNumber, roundHalfAway } from './exactNumber.ts';
import { hasFiniteDecimal, styleOf } from './numberTable.ts';
import { leadingPlace } from './roundKind.ts';
import { findUnit, unitTex, type Unit } from './units.ts';
import { answerOf, confirmed, numberExpr, stuck, tex, way } from './write.ts';

export const convertUnitKind: Kind = {
  id: 'convert-unit',
  tasks: ['convertUnit'],
  ways: (task, work) => {
    if (task.kind !== 'convertUnit') return [];
    const value = rationalNumber(task.value, work);
    if (value === undefined) return [];
    return [way('unit-factor', 'the factor between the units', () => derive(task.value, value, task.from, task.to))];
  },
};

function derive(expr: Expr, value: Rational, fromName: string, toName: string): Derivation {
  const [from, to] = [findUnit(fromName), findUnit(toName)];
  if (from === undefined || to === undefined)
    return stuck('unsupported', `I don’t know the unit “${from === undefined ? fromName : toName}”.`);
  if (from.dimension !== to.dimension)
    return stuck(
      'nothing-to-do',
      `${fromName} measures ${from.dimension} and ${toName} measures ${to.dimension}: these are different things, so one can’t be converted into the other.`,
    );
  const factor = over(from.factor, to.factor);
  const result = times(value, factor);
  const needsFraction = isFraction(expr) && !isInteger(result);
  const shown = numberExpr(result, needsFraction && styleOf(expr) === 'fraction' ? 'fraction' : 'decimal');
  const [fromTex, toTex] = [unitTex(from.symbol), unitTex(to.symbol)];
  const verdict = confirmed(
    compareRationals(times(result, to.factor), times(value, from.factor)) === 0,
    `Converted back, $${tex(shown)}\\;${toTex}$ is $${tex(expr)}\\;${fromTex}$ again.`,
  );
  const convention =
    (from.convention === undefined) === (to.convention === undefined)
      ? ''
      : `${from.convention ?? to.convention ?? ''} `;
  const steps = chainBetween(from, to);
  // Downwards one divides, unless only the factor itself can be written as a decimal: a pound is 0.45359237 kg.
  const isUp = compareRationals(factor, one) > 0 || (!hasFiniteDecimal(over(one, factor)) && hasFiniteDecimal(factor));
  const size = isUp ? factor : over(one, factor);
  const show = (size: Rational) => tex(numberExpr(size, hasFiniteDecimal(size) ? 'decimal' : 'fraction'));
  const [large, small] = isUp ? [fromTex, toTex] : [toTex, fromTex];
  const isOne = compareRationals(value, one) === 0;
  const equation = `1\\;${large} = ${steps === undefined ? '' : `${steps} = `}${show(size)}\\;${small}`;
  const operation = isUp ? multiply(expr, num(size)) : divide(expr, num(size));
  // A fraction that never ends as a decimal says little about a length or a speed: its first digits are given too.
  const about = isFraction(expr) || hasFiniteDecimal(result) ? undefined : numberExpr(nearby(result), 'decimal');
  const nearly = about === undefined ? '' : ` \\approx ${tex(about)}\\;${toTex}`;
  const line = `${tex(expr)}\\;${fromTex} = ${tex(shown)}\\;${toTex}${nearly}`;
  const relate: Move = {
    text: `${convention}Find how often the smaller unit fits into the larger one: $1\\;${large}$ is $${show(size)}\\;${small}$.`,
    latex: isOne && isUp ? `${equation}${nearly}` : equation,
    why: 'The definitions of the units fix how often one fits into the other.',
    rule: 'unit-factor',
    claim: {
      type: 'decided',
      verdict: confirmed(
        compareRationals(times(size, isUp ? to.factor : from.factor), isUp ? from.factor : to.factor) === 0,
        'Both sides in the base unit are the same.',
      ),
    },
    isMinor: true,
  };
  const calculate: Move = {
    text:
      compareRationals(factor, one) === 0
        ? 'Both units are the same, so the number stays.'
        : `${isUp ? 'Multiply' : 'Divide'} by $${show(size)}$, because ${isUp ? `each $${fromTex}$ is $${show(size)}\\;${toTex}$` : `it takes $${show(size)}\\;${fromTex}$ to make one $${toTex}$`}: $${isUp ? `${tex(expr)} \\cdot ${show(size)}` : `${tex(expr)} \\div ${show(size)}`} = ${tex(shown)}$.`,
    latex: line,
    why: isUp
      ? 'The unit gets smaller, so more of them are needed.'
      : 'The unit gets larger, so fewer of them are needed.',
    rule: 'unit-factor',
    claim: {
      type: 'all',
      claims: [
        { type: 'equal', left: operation, right: shown },
        { type: 'decided', verdict },
      ],
    },
  };
  const moves =
    steps === undefined && convention === ''
      ? [
          {
            ...calculate,
            text:
              compareRationals(factor, one) === 0
                ? calculate.text
                : `Since $${equation}$, ${isUp ? 'multiply' : 'divide'} by $${show(size)}$: $${isUp ? `${tex(expr)} \\cdot ${show(size)}` : `${tex(expr)} \\div ${show(size)}`} = ${tex(shown)}$.`,
          },
        ]
      : [relate, calculate];
  const only = isOne && isUp ? moves.slice(0, 1) : moves;
  const exact = answerOf(shown, verdict);
  const text = about === undefined ? exact.text : `${toText(about)} (exactly ${exact.text})`;
  return { type: 'solved', moves: only, answer: { ...exact, text, latex: `${tex(shown)}\\;${toTex}${nearly}` } };
}

/** Rounded to four significant figures, at least to the units. */
function nearby(value: Rational): Rational {
  const place = Math.min(0, leadingPlace(value) - 3);
  const unit = rational(1n, 10n ** BigInt(-place));
  return times(roundHalfAway(over(value, unit)), unit);
}

function isFraction(expr: Expr): boolean {
  return expr.kind === 'divide' || (expr.kind === 'negate' && expr.operand.kind === 'divide');
}

/** The product that a factor is made of where no single well-known factor leads there: a week is 7·24·60·60 seconds. */
function chainBetween(from: Unit, to: Unit): string | undefined {
  const [large, small] = compareRationals(from.factor, to.factor) > 0 ? [from, to] : [to, from];
  if (from.dimension !== 'time') return undefined;
  const ladders: readonly (readonly (readonly [string, number])[])[] = [
    [
      ['week', 7],
      ['day', 24],
      ['h', 60],
      ['min', 60],
      ['s', 1000],
      ['ms', 1000],
      ['µs', 1000],
      ['ns', 1000],
    ],
    [
      ['millennium', 10],
      ['century', 10],
      ['decade', 10],
      ['year', 12],
      ['month', 1],
    ],
    [
      ['millennium', 10],
      ['century', 10],
      ['decade', 10],
      ['year', 365],
      ['day', 24],
      ['h', 60],
      ['min', 60],
      ['s', 1000],
      ['ms', 1],
    ],
  ];
  for (const ladder of ladders) {
    const [start, end] = [
      ladder.findIndex(([symbol]) => symbol === large.symbol),
      ladder.findIndex(([symbol]) => symbol === small.symbol),
    ];
    if (start < 0 || end < 0 || end <= start) continue;
    if (end - start < 2) return undefined;
    return `${ladder
      .slice(start, end)
      .map(([, count]) => count.toString())
      .join(' \\cdot ')}\\;${unitTex(small.symbol)}`;
  }
  return undefined;
}
