import { add, multiplyWithDot, num, power } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { absoluteInteger } from '../../math/integers.ts';
import type { Verdict } from '../../session/step.ts';
import type { Answer, Derivation, Move } from '../derivation.ts';
import type { Kind } from '../kind.ts';
import { inBase, numeralTex, symbolOf, valueInBase } from './digits.ts';
import { aligned, confirmed, math, plainAnswer, stuck, tex, way } from './write.ts';

const longest = 2000;

export const baseConversionKind: Kind = {
  id: 'base-conversion',
  tasks: ['baseConversion'],
  ways: (task) =>
    task.kind === 'baseConversion'
      ? [way('through-ten', 'way of base ten', () => convert(task.digits, task.from, task.to))]
      : [],
};

function convert(digits: string, from: number, to: number): Derivation {
  if (digits.length > longest) return stuck('too-large', 'This numeral is longer than I convert step by step.');
  const value = valueInBase(digits, from);
  if (value === undefined || to < 2 || to > 36)
    return stuck(
      'nothing-to-do',
      `$${digits}$ is not a numeral in base $${from.toString()}$: its digits have to be smaller than the base.`,
    );
  const verdict = baseVerdict(value, digits, from, to);
  const result = inBase(value, to);
  const answer = baseAnswer(result, to, verdict);
  if (from === to)
    return {
      type: 'solved',
      moves: [
        {
          text: `The bases agree, so nothing changes.`,
          latex: numeralTex(result, to),
          rule: 'value-of-digits',
          claim: { type: 'decided', verdict },
        },
      ],
      answer,
    };
  const moves = [
    ...(from === 10 ? [] : [toTen(digits, from, value)]),
    ...(to === 10 ? [] : fromTen(value, to, verdict, from === 10 ? value.toString() : digits, from)),
  ];
  return { type: 'solved', moves, answer };
}

/** Horner's scheme over the digits of the result must give the value back. */
function baseVerdict(value: bigint, digits: string, from: number, to: number): Verdict {
  const result = inBase(value, to);
  const back = valueInBase(result, to);
  const again = [...digits.toLowerCase().replace(/[-−]/g, '')]
    .reverse()
    .reduce((sum, char, index) => sum + BigInt(Number.parseInt(char, 36)) * BigInt(from) ** BigInt(index), 0n);
  return confirmed(
    back === value && again === absoluteInteger(value),
    `Converted back, $${numeralTex(result, to)}$ and $${numeralTex(digits, from)}$ both have the value $${value.toString()}$.`,
  );
}

function baseAnswer(digits: string, base: number, verdict: Verdict): Answer {
  const answer = plainAnswer(digits, verdict, numeralTex(digits, base));
  return base === 10 ? { ...answer, value: num(BigInt(digits)) } : answer;
}

/** Digits times powers of the base. */
export function toTen(digits: string, base: number, value: bigint): Move {
  const body = digits.replace(/^[-−+]/, '').toLowerCase();
  const terms: Expr[] = [...body].flatMap((char, index) => {
    const exponent = body.length - 1 - index;
    const digit = num(Number.parseInt(char, 36));
    if (char === '0' && body.length > 1) return [];
    return [
      exponent === 0
        ? digit
        : exponent === 1
          ? multiplyWithDot(digit, num(base))
          : multiplyWithDot(digit, power(num(base), num(exponent))),
    ];
  });
  const sum = add(...terms);
  const isLong = terms.length > 12;
  const size = num(absoluteInteger(value));
  const letters = /[a-z]/.test(body)
    ? ` The letters stand for the digits from ten on ($\\mathrm{a} = 10$, $\\mathrm{b} = 11$, …).`
    : '';
  const sign = value < 0n ? ' The minus sign stays.' : '';
  return {
    text: `Find the value of $${numeralTex(digits, base)}$: each place is worth $${base.toString()}$ times as much as the place to its right.${letters}${sign}`,
    latex:
      isLong || (terms.length === 1 && body.length === 1 && !/[a-z]/.test(body))
        ? `${numeralTex(digits, base)} = ${value.toString()}`
        : `${numeralTex(digits, base)} = ${value < 0n ? `-\\left(${tex(sum)}\\right)` : tex(sum)} = ${value.toString()}`,
    why: 'A numeral in any base is a sum of digits times powers of that base.',
    rule: 'value-of-digits',
    claim: { type: 'equal', left: sum, right: size },
    isMinor: true,
  };
}

/** Repeated division, the remainders read from below. */
export function fromTen(value: bigint, base: number, verdict: Verdict, source: string, from: number): readonly Move[] {
  const result = inBase(value, base);
  const lines: string[] = [];
  for (let rest = absoluteInteger(value); rest > 0n; rest /= BigInt(base)) {
    const digit = rest % BigInt(base);
    const letter = digit >= 10n ? `\\; (\\mathrm{${symbolOf(digit)}})` : '';
    lines.push(
      `${rest.toString()} &= ${(rest / BigInt(base)).toString()} \\cdot ${base.toString()} + ${digit.toString()}${letter}`,
    );
  }
  const sign = value < 0n ? ' Leave the minus sign aside and put it back at the end.' : '';
  const read: Move = {
    text: `Read the remainders from the last to the first: they are the digits.`,
    latex: `${numeralTex(source, from)} = ${numeralTex(result, base)}`,
    why: 'The first remainder is the last digit, the next one the digit before it, and so on.',
    rule: 'repeated-division',
    claim: { type: 'decided', verdict },
  };
  if (lines.length <= 1)
    return [
      {
        ...read,
        text: `${math(absoluteInteger(value))} is smaller than the base $${base.toString()}$, so it is a single digit.`,
      },
    ];
  const divide: Move = {
    text: `Divide ${math(absoluteInteger(value))} by the base $${base.toString()}$ again and again and note the remainders.${sign}`,
    latex: lines.length > 40 ? `${lines[0]?.replace('&', '') ?? ''},\\; \\dots` : aligned(lines),
    why: 'The remainder of a division by the base is the last digit; the quotient holds the digits before it.',
    rule: 'repeated-division',
    claim: { type: 'decided', verdict },
  };
  return [divide, read];
}

export const baseArithmeticKind: Kind = {
  id: 'base-arithmetic',
  tasks: ['baseArithmetic'],
  ways: (task) => {
    if (task.kind !== 'baseArithmetic') return [];
    return [way('through-ten', 'way of base ten', () => calculate(task.base, task.left, task.operator, task.right))];
  },
};

function calculate(base: number, left: string, operator: '+' | '-' | '*' | '/', right: string): Derivation {
  const [a, b] = [valueInBase(left, base), valueInBase(right, base)];
  if (left.length + right.length > longest)
    return stuck('too-large', 'These numerals are longer than I calculate with step by step.');
  if (a === undefined || b === undefined)
    return stuck(
      'nothing-to-do',
      `One of the numbers is not a numeral in base $${base.toString()}$: its digits have to be smaller than the base.`,
    );
  if (operator === '/' && (b === 0n || a % b !== 0n))
    return stuck('unsupported', 'This division in the base does not come out even.');
  const value = operator === '+' ? a + b : operator === '-' ? a - b : operator === '*' ? a * b : a / b;
  const result = inBase(value, base);
  const verdict = confirmed(
    checks(result, base, a, b, operator),
    `Calculated digit by digit in base $${base.toString()}$ a second time.`,
  );
  const sign = { '+': '+', '-': '-', '*': '\\cdot', '/': '\\div' }[operator];
  const wrapped = (text: string) => (text.startsWith('-') ? `(${text})` : text);
  const line = `${a.toString()} ${sign} ${wrapped(b.toString())} = ${value.toString()}`;
  const whole = `${numeralTex(left, base)} ${sign} ${right.startsWith('-') ? `(${numeralTex(right, base)})` : numeralTex(right, base)}`;
  const parts = [left, right].map((digits, index) => toTen(digits, base, index === 0 ? a : b));
  const read: Move = {
    text: `Translate both numbers from base $${base.toString()}$: $${numeralTex(left, base)} = ${a.toString()}$ and $${numeralTex(right, base)} = ${b.toString()}$. Then ${{ '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' }[operator]} as usual.`,
    latex: line,
    why: 'A calculation has the same result in every base; only the way of writing numbers differs.',
    rule: 'value-of-digits',
    claim: { type: 'all', claims: parts.map((part) => part.claim) },
    parts: [
      ...(left === right ? parts.slice(0, 1) : parts),
      { text: 'Calculate as usual.', latex: line, rule: 'column-arithmetic', claim: { type: 'decided', verdict } },
    ],
  };
  return {
    type: 'solved',
    moves: [
      read,
      ...fromTen(value, base, verdict, result, base).map((move) => ({
        ...move,
        latex:
          move.latex === `${numeralTex(result, base)} = ${numeralTex(result, base)}`
            ? `${whole} = ${numeralTex(result, base)}`
            : move.latex,
      })),
    ],
    answer: baseAnswer(result, base, verdict),
  };
}

/** Sums and differences once more, digit by digit with carries; products by repeated place-wise addition. */
function checks(result: string, base: number, a: bigint, b: bigint, operator: '+' | '-' | '*' | '/'): boolean {
  const back = valueInBase(result, base);
  if (back === undefined) return false;
  if (operator === '+') return back - b === a && digitsAdd(back, -b, base) === a;
  if (operator === '-') return back + b === a && digitsAdd(back, b, base) === a;
  return operator === '*' ? (b === 0n ? back === 0n : back / b === a && back % b === 0n) : back * b === a;
}

/** Column addition in the base for numbers of one sign; plain addition for different signs. */
function digitsAdd(a: bigint, b: bigint, base: number): bigint {
  if (a < 0n !== b < 0n) return a + b;
  const sign = a < 0n ? -1n : 1n;
  const [x, y] = [inBase(absoluteInteger(a), base), inBase(absoluteInteger(b), base)].map((text) =>
    [...text].reverse(),
  );
  let [carry, out] = [0, ''];
  for (let index = 0; index < Math.max(x?.length ?? 0, y?.length ?? 0) || carry > 0; index += 1) {
    const sum = Number.parseInt(x?.[index] ?? '0', 36) + Number.parseInt(y?.[index] ?? '0', 36) + carry;
    carry = Math.floor(sum / base);
    out = symbolOf(BigInt(sum % base)) + out;
  }
  return sign * (valueInBase(out === '' ? '0' : out, base) ?? 0n);
}
