import { add, equals, multiplyWithDot, num, subtract } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { absoluteInteger, modulo } from '../../math/integers.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import type { Task } from '../task.ts';
import { integersOf, waysWithout } from './integerValues.ts';
import { answerOf, confirmed, math, plainAnswer, stuck, tex, truthAnswer, way } from './write.ts';

type Ask = 'both' | 'quotient' | 'remainder' | 'divides';

/** Division with remainder, and the question whether there is one. */
export const integerDivisionKind: Kind = {
  id: 'integer-division',
  tasks: ['integerDivision', 'divides', 'evaluate'],
  ways: (task, work) => {
    const wanted = wantedOf(task);
    const found = wanted && integersOf([wanted.dividend, wanted.divisor], work);
    const [dividend, divisor] = found?.values ?? [];
    if (wanted === undefined) return [];
    if (found === undefined || dividend === undefined || divisor === undefined)
      return waysWithout([wanted.dividend, wanted.divisor], work);
    return [
      way('division-with-remainder', 'division with remainder', () =>
        derive(dividend, divisor, wanted.ask, found.opening),
      ),
    ];
  },
};

function wantedOf(task: Task): { readonly dividend: Expr; readonly divisor: Expr; readonly ask: Ask } | undefined {
  if (task.kind === 'integerDivision') return task;
  if (task.kind === 'divides') return { ...task, ask: 'divides' };
  const [dividend, divisor] =
    task.kind === 'evaluate' && task.expr.kind === 'call' && task.expr.name === 'mod' ? task.expr.args : [];
  return dividend === undefined || divisor === undefined ? undefined : { dividend, divisor, ask: 'remainder' };
}

function derive(dividend: bigint, divisor: bigint, ask: Ask, opening: readonly Move[]): Derivation {
  if (divisor === 0n) {
    if (ask === 'divides') return zeroDivides(dividend, opening);
    return stuck('nothing-to-do', 'A division by $0$ has no quotient and no remainder.');
  }
  const remainder = modulo(dividend, absoluteInteger(divisor));
  const quotient = (dividend - remainder) / divisor;
  const verdict = confirmed(
    quotient * divisor + remainder === dividend && remainder >= 0n && remainder < absoluteInteger(divisor),
    `Multiplied back: $${quotient.toString()} \\cdot ${bracketed(divisor)} + ${remainder.toString()} = ${dividend.toString()}$, and $0 \\le ${remainder.toString()} < ${absoluteInteger(divisor).toString()}$.`,
  );
  const line = equals(num(dividend), add(multiplyWithDot(num(quotient), num(divisor)), num(remainder)));
  const multiple = multiplyWithDot(num(quotient), num(divisor));
  const rounded = dividend < 0n ? ' (a remainder is never negative)' : '';
  const parts: readonly Move[] = [
    {
      text:
        dividend >= 0n && dividend < absoluteInteger(divisor)
          ? `${math(divisor)} is larger than ${math(dividend)}, so it fits $0$ times.`
          : `Find the last multiple of ${math(divisor)} that is not above ${math(dividend)}${rounded}.`,
      latex: `${tex(multiple)} = ${(quotient * divisor).toString()}`,
      why: 'One time more would go past the number.',
      rule: 'division-with-remainder',
      claim: { type: 'equal', left: multiple, right: num(quotient * divisor) },
    },
    {
      text: `Subtract: $${tex(subtract(num(dividend), num(quotient * divisor)))} = ${remainder.toString()}$.`,
      latex: tex(line),
      rule: 'division-with-remainder',
      claim: { type: 'holds', statement: line },
    },
  ];
  const fit =
    dividend >= 0n && dividend < absoluteInteger(divisor)
      ? `${math(divisor)} is larger than ${math(dividend)}, so it fits $0$ times and ${math(remainder)} remains`
      : remainder === 0n
        ? `$${tex(multiple)} = ${(quotient * divisor).toString()}$ exactly, so nothing remains`
        : `The last multiple of ${math(divisor)} that is not above ${math(dividend)} is $${tex(multiple)} = ${(quotient * divisor).toString()}$${rounded}; ${math(remainder)} remains`;
  const move: Move = {
    text: `${fit}${askedWords(dividend, divisor, quotient, remainder, ask)}.`,
    latex: tex(line),
    why:
      ask === 'divides'
        ? 'A number divides another exactly when nothing remains.'
        : 'The divisor is taken away as often as it fits; what is left is smaller than the divisor.',
    rule: ask === 'divides' ? 'divisibility' : 'division-with-remainder',
    claim: {
      type: 'all',
      claims: [
        { type: 'holds', statement: line },
        { type: 'decided', verdict },
      ],
    },
    parts: ask === 'divides' ? undefined : parts,
  };
  return { type: 'solved', moves: [...opening, move], answer: answerFor(quotient, remainder, ask, verdict) };
}

function bracketed(value: bigint): string {
  return value < 0n ? `(${value.toString()})` : value.toString();
}

function askedWords(dividend: bigint, divisor: bigint, quotient: bigint, remainder: bigint, ask: Ask): string {
  switch (ask) {
    case 'divides':
      return remainder === 0n
        ? `, so ${math(divisor)} divides ${math(dividend)}: the answer is True`
        : `, so ${math(divisor)} does not divide ${math(dividend)}: the answer is False`;
    case 'quotient':
      return `. The quotient is ${math(quotient)}`;
    case 'remainder':
      return remainder === 0n ? '. The remainder is $0$' : '';
    case 'both':
      return '';
  }
}

function answerFor(quotient: bigint, remainder: bigint, ask: Ask, verdict: Verdict): Answer {
  if (ask === 'divides') return truthAnswer(remainder === 0n, verdict);
  if (ask === 'both')
    return plainAnswer(
      `${quotient.toString()} remainder ${remainder.toString()}`,
      verdict,
      `${quotient.toString()} \\text{ remainder } ${remainder.toString()}`,
    );
  return answerOf(num(ask === 'quotient' ? quotient : remainder), verdict);
}

function zeroDivides(dividend: bigint, opening: readonly Move[]): Derivation {
  const isTrue = dividend === 0n;
  const verdict = confirmed(true, 'The multiples of $0$ are all $0$.');
  const move: Move = {
    text: `The only multiple of $0$ is $0$, so $0$ ${isTrue ? 'divides' : 'does not divide'} ${math(dividend)}: the answer is ${isTrue ? 'True' : 'False'}.`,
    latex: `\\text{${isTrue ? 'True' : 'False'}}`,
    rule: 'divisibility',
    claim: { type: 'decided', verdict },
  };
  return { type: 'solved', moves: [...opening, move], answer: truthAnswer(isTrue, verdict) };
}
