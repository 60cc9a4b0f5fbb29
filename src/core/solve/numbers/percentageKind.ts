import { divide, multiplyWithDot, num } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import {
  absolute,
  compareRationals,
  isZero,
  minus,
  over,
  plus,
  rational,
  times,
  type Rational,
} from '../../math/rational.ts';
import type { Answer, Claim, Derivation, Move } from '../derivation.ts';
import type { ExactWork } from '../exactWork.ts';
import type { Kind } from '../kind.ts';
import type { TaskOf } from '../task.ts';
import { rationalNumber } from './exactNumber.ts';
import { hasFiniteDecimal } from './numberTable.ts';
import { answerOf, confirmed, numberExpr, stuck, tex, way } from './write.ts';

const hundred = rational(100n);

export const percentageKind: Kind = {
  id: 'percentage',
  tasks: ['percentage'],
  ways: (task, work) => (task.kind === 'percentage' ? [way('percent', 'hundredths', () => derive(task, work))] : []),
};

function derive(task: TaskOf<'percentage'>, work: ExactWork): Derivation {
  const value = (expr: Expr) => rationalNumber(expr, work);
  const notNumbers = stuck('unsupported', 'I need exact numbers for a percentage.');
  switch (task.ask) {
    case 'rate': {
      const [part, whole] = [value(task.part), value(task.whole)];
      return part === undefined || whole === undefined ? notNumbers : rate(part, whole);
    }
    case 'whole': {
      const [part, percent] = [value(task.part), value(task.rate)];
      return part === undefined || percent === undefined ? notNumbers : whole(part, rateOf(task.rate, percent));
    }
    case 'change': {
      const [from, to] = [value(task.from), value(task.to)];
      return from === undefined || to === undefined ? notNumbers : change(from, to, task.direction === 'decrease');
    }
    case 'increase':
    case 'decrease': {
      const [start, percent] = [value(task.value), value(task.rate)];
      return start === undefined || percent === undefined
        ? notNumbers
        : changed(start, rateOf(task.rate, percent), task.ask);
    }
  }
}

/** 15 and 15 % both mean fifteen hundredths here. */
function rateOf(expr: Expr, value: Rational): Rational {
  return expr.kind === 'number' && expr.notation === 'percent' ? times(value, hundred) : value;
}

function show(value: Rational): string {
  return tex(numberExpr(value, hasFiniteDecimal(value) ? 'decimal' : 'fraction'));
}

function plainNumber(value: Rational): Expr {
  return numberExpr(value, 'decimal');
}

function percentAnswer(value: Rational, agrees: boolean, evidence: string): Answer {
  const answer = answerOf(plainNumber(value), confirmed(agrees, evidence));
  return { ...answer, text: `${answer.text}%`, latex: `${answer.latex}\\%`, value: num(over(value, hundred)) };
}

function rate(part: Rational, base: Rational): Derivation {
  if (isZero(base)) return stuck('nothing-to-do', 'Nothing is a percentage of $0$: the whole must not be zero.');
  const share = over(part, base);
  const percent = times(share, hundred);
  const answer = percentAnswer(
    percent,
    times(over(percent, hundred), base).equals(part),
    `$${show(percent)}\\%$ of $${show(base)}$ is $${show(part)}$ again.`,
  );
  const fraction: Move = {
    text: `Write the part as a fraction of the whole: $${show(part)}$ of $${show(base)}$.`,
    latex: `\\frac{${show(part)}}{${show(base)}} = ${tex(num(share))}`,
    why: 'A share is the part divided by the whole.',
    rule: 'percent-rate',
    claim: { type: 'equal', left: divide(num(part), num(base)), right: num(share) },
  };
  const inPercent: Move = {
    text: `Multiply by $100$ to count in hundredths: it is $${show(percent)}\\%$.`,
    latex: `${tex(num(share))} = \\frac{${show(percent)}}{100} = ${answer.latex}`,
    why: 'Percent means hundredths.',
    rule: 'percent-rate',
    claim: { type: 'equal', left: num(share), right: divide(num(percent), num(100)) },
  };
  return { type: 'solved', moves: [fraction, inPercent], answer };
}

function whole(part: Rational, percent: Rational): Derivation {
  if (isZero(percent)) return stuck('nothing-to-do', '$0\\%$ of every number is $0$, so the whole can’t be found.');
  const onePercent = over(part, percent);
  const base = times(onePercent, hundred);
  const result = plainNumber(base);
  const answer = answerOf(
    result,
    confirmed(
      times(base, over(percent, hundred)).equals(part),
      `$${show(percent)}\\%$ of $${show(base)}$ is $${show(part)}$ again.`,
    ),
  );
  return {
    type: 'solved',
    moves: [
      {
        text: `$${show(percent)}\\%$ of the whole are $${show(part)}$, so one percent of it is $${show(part)} \\div ${show(percent)} = ${show(onePercent)}$.`,
        latex: `1\\% = ${show(onePercent)}`,
        why: 'Equal hundredths: dividing by their number gives one of them.',
        rule: 'percent-rate',
        claim: { type: 'equal', left: divide(num(part), num(percent)), right: num(onePercent) },
      },
      {
        text: `The whole is a hundred times as much.`,
        latex: `100 \\cdot ${show(onePercent)} = ${tex(result)}`,
        why: 'The whole is one hundred percent.',
        rule: 'percent-rate',
        claim: { type: 'equal', left: multiplyWithDot(num(100), num(onePercent)), right: result },
      },
    ],
    answer,
  };
}

function change(from: Rational, to: Rational, isFall: boolean): Derivation {
  if (isZero(from)) return stuck('nothing-to-do', 'A change that starts at $0$ has no percentage.');
  if (compareRationals(from, rational(0n)) < 0) {
    return stuck('unsupported', 'For a start below $0$ people do not agree on what the percentage of a change is.');
  }
  const difference = minus(to, from);
  const percent = times(over(difference, from), hundred);
  const size = absolute(percent);
  const word = compareRationals(percent, rational(0n)) < 0 ? 'decrease' : 'increase';
  const asked = isFall ? times(percent, rational(-1n)) : percent;
  const answer = percentAnswer(
    asked,
    plus(from, times(over(percent, hundred), from)).equals(to),
    `$${show(from)}$ with a${word === 'increase' ? 'n' : ''} ${word} of $${show(size)}\\%$ is $${show(to)}$.`,
  );
  return {
    type: 'solved',
    moves: [
      {
        text: `Find the change itself: from $${show(from)}$ to $${show(to)}$.`,
        latex: `${show(to)} - ${from.s < 0n ? `(${show(from)})` : show(from)} = ${show(difference)}`,
        why: 'The change is what was added.',
        rule: 'percent-change',
        claim: { type: 'equal', left: num(difference), right: num(minus(to, from)) },
      },
      {
        text: `Compare it with the value at the start, $${show(from)}$: it is ${word === 'increase' ? 'an increase' : 'a decrease'} of $${show(size)}\\%$${isFall && word === 'increase' ? `, as a decrease $${show(asked)}\\%$` : ''}.`,
        latex: `\\frac{${show(difference)}}{${show(from)}} = ${show(over(difference, from))} = ${show(percent)}\\%`,
        why: 'A change in percent is measured against the start.',
        rule: 'percent-change',
        claim: { type: 'equal', left: divide(num(difference), num(from)), right: divide(num(percent), num(100)) },
      },
    ],
    answer,
  };
}

function changed(start: Rational, percent: Rational, ask: 'increase' | 'decrease'): Derivation {
  const amount = times(start, over(percent, hundred));
  const result = ask === 'increase' ? plus(start, amount) : minus(start, amount);
  const factor =
    ask === 'increase' ? plus(rational(1n), over(percent, hundred)) : minus(rational(1n), over(percent, hundred));
  const shown = plainNumber(result);
  const verdict = confirmed(
    times(start, factor).equals(result),
    `In one step: $${show(start)} \\cdot ${show(factor)} = ${show(result)}$.`,
  );
  const claims: Claim = {
    type: 'equal',
    left: multiplyWithDot(divide(num(percent), num(100)), num(start)),
    right: num(amount),
  };
  const scaled = multiplyWithDot(num(factor), num(start));
  return {
    type: 'solved',
    moves: [
      {
        text: `Find $${show(percent)}\\%$ of $${show(start)}$.`,
        latex: `\\frac{${show(percent)}}{100} \\cdot ${show(start)} = ${show(amount)}`,
        why: 'Percent means hundredths.',
        rule: 'percent-meaning',
        claim: claims,
      },
      {
        text: ask === 'increase' ? `Add it to $${show(start)}$.` : `Take it away from $${show(start)}$.`,
        latex: `${show(start)} ${ask === 'increase' ? '+' : '-'} ${show(amount)} = ${tex(shown)}`,
        why: `The ${ask} is measured against the value at the start.`,
        rule: 'percent-change',
        claim: { type: 'equal', left: scaled, right: shown },
      },
    ],
    answer: { ...answerOf(shown, verdict), latex: tex(shown) },
  };
}
