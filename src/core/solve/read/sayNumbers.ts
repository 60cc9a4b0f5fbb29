import { call, equals, num } from '../../math/build.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { Expr } from '../../math/expr.ts';
import type { Entry } from './entry.ts';
import { placeOf, wholeNumber } from './numberWords.ts';
import type { Slots } from './slots.ts';

/** Whole numbers: divisors, remainders, digits, rounding, bases. */
export const numberEntries: readonly Entry[] = [
  {
    say: [
      '[<ask>] [the] (greatest|highest|largest|biggest) common (divisor|factor|denominator) of {items}',
      '[<ask>] [the] (gcd|hcf|gcf|gcd of|hcf of) [of] {items}',
    ],
    read: (slots) => {
      const values = slots.list('items');
      return values && { kind: 'gcd', values };
    },
  },
  {
    say: ['[<ask>] [the] (least|lowest|smallest) common multiple of {items}', '[<ask>] [the] lcm [of] {items}'],
    read: (slots) => {
      const values = slots.list('items');
      return values && { kind: 'lcm', values };
    },
  },
  {
    say: ['[<ask>] [the] [(least|lowest|smallest)] common denominator of {items}', '[<ask>] [the] lcd of {items}'],
    read: (slots) => {
      const values = slots.list('items');
      return values && { kind: 'commonDenominator', values };
    },
  },
  {
    say: [
      '(is|check whether|check if|determine whether|determine if|decide whether|test whether) [the number] {value} [is] [a] [an] {what} [number] [or not]',
    ],
    read: (slots) => {
      const value = slots.expr('value');
      const what = slots.words('what').join(' ');
      const ask = /^prime(?: number)?$/.test(what)
        ? 'prime'
        : /^composite(?: number)?$/.test(what)
          ? 'composite'
          : undefined;
      return value && ask && { kind: 'isPrime', value, ask };
    },
  },
  {
    say: [
      '(list|<ask>) [all] [of] [the] [distinct] prime (factors|divisors) of {value}',
      '<ask> [the] prime (factorization|factorisation|decomposition) [of] {value}',
      'prime (factorize|factorise|factor) {value}',
      '(factor|factorize|factorise|decompose|write|express) {value} (into|as a product of|as the product of) [its] (prime factors|primes|prime numbers)',
    ],
    read: (slots) => {
      const value = slots.expr('value');
      if (value === undefined) return undefined;
      const isList = /\bprime (?:factors|divisors) of\b/i.test(slots.context.text);
      return { kind: 'primeFactors', value, ask: isList ? 'list' : 'factorization' };
    },
  },
  {
    say: ['(is|check whether|determine whether|decide whether) [the number] {value} [is] [an] {parity} [number]'],
    read: (slots) => {
      const value = slots.expr('value');
      const rest = ({ even: 0, odd: 1 } as const)[slots.words('parity').join(' ')];
      if (value === undefined || rest === undefined) return undefined;
      if (rest === 0) return { kind: 'divides', divisor: num(2), dividend: value };
      return { kind: 'decide', statement: equals(call('mod', value, num(2)), num(1)) };
    },
  },
  {
    say: [
      'is {divisor} [a] (factor|divisor) of {dividend}',
      'does {divisor} [evenly] divide [into] {dividend} [(evenly|exactly)]',
      'is {dividend} [a] multiple of {divisor}',
      'is {dividend} [evenly] divisible by {divisor}',
      'does {dividend} have {divisor} as a (factor|divisor)',
    ],
    read: (slots) => {
      const [divisor, dividend] = [slots.expr('divisor'), slots.expr('dividend')];
      return divisor && dividend && { kind: 'divides', divisor, dividend };
    },
  },
  {
    say: [
      '<ask> [the] {part} (when|if|after|on|of) [you divide] {dividend} (is divided by|divided by|by|is divided into|÷) {divisor}',
      '<ask> [the] {part} (when|of) (dividing|dividing the polynomial) {dividend} by {divisor}',
      '<ask> [the] {part} of the division of {dividend} by {divisor}',
      '<ask> {dividend} (÷|divided by) {divisor} (with|and the) {part}',
      '(divide|work out|calculate) {dividend} (by|divided by) {divisor} (with|and give the|giving the|and find the|and state the|to find the) {part}',
      '(use|using|by) [(long division|polynomial long division|synthetic division)] [to] divide {dividend} by {divisor}',
    ],
    read: (slots) => divisionTask(slots, slots.has('part') ? slots.words('part') : ['quotient', 'and', 'remainder']),
  },
  {
    say: ['<ask> {dividend} (mod|modulo) {divisor}', '{dividend} (mod|modulo) {divisor}'],
    read: (slots) => divisionTask(slots, ['remainder']),
  },
  {
    say: ['divide {dividend} by {divisor}', '<ask> {dividend} divided by {divisor}'],
    read: (slots) => {
      const [dividend, divisor] = [slots.expr('dividend'), slots.expr('divisor')];
      // Numbers and known letters make a fraction, polynomials are divided with a remainder.
      const isPolynomial = dividend && divisor && [dividend, divisor].some((expr) => isPolynomialIn(expr, slots));
      return isPolynomial ? { kind: 'polynomialDivision', dividend, divisor, ask: 'both' } : undefined;
    },
  },
  {
    say: [
      '<ask> [the] {place} digit (of|in) {value}',
      '(which|what) digit is in the {place} place (of|in) {value}',
      '<ask> [the] digit in the {place} place of {value}',
    ],
    read: (slots) => {
      const value = slots.expr('value');
      const place = placeOf(slots.words('place'));
      return value && place !== undefined ? { kind: 'digit', value, place } : undefined;
    },
  },
  {
    say: [
      'round [off] {value} [off] (to|correct to) [the] [nearest] {place}',
      '<ask> {value} (rounded|rounded off|correct|to|approximated) [to] [the] [nearest] {place}',
    ],
    read: (slots) => {
      const value = slots.expr('value');
      return value && roundingTo(slots, value);
    },
  },
  {
    say: [
      '(convert|change|write|express) {digits} \\( base {from} \\) (to|into|in) base {to}',
      '[<ask>] {digits} \\( base {from} \\) (in|into|to|as) base {to}',
      '(convert|change|write|express) {digits} (from|in) base {from} (to|into|as) base {to}',
      '<ask> {digits} in base {from} (in|as) base {to}',
      '<ask> [the] base {from} number {digits} in base {to}',
      '(convert|change|write|express) [the] [base {from}] [number] {digits} [in base {from}] (to|into|in) base {to}',
      '(convert|write|express|change) [the] [{sourceName}] [number] {digits} [from {sourceName}] (to|into|in) {targetName}',
      '<ask> [the] [{sourceName}] [number] {digits} in {targetName}',
    ],
    read: (slots) => {
      const digits = slots.words('digits').join('');
      const from = slots.has('from')
        ? baseOf(slots.words('from'))
        : slots.has('sourceName')
          ? baseOf(slots.words('sourceName'))
          : 10;
      const to = baseOf(slots.words(slots.has('to') ? 'to' : 'targetName'));
      if (from === undefined || to === undefined || !isIn(digits, from)) return undefined;
      return { kind: 'baseConversion', digits, from, to };
    },
  },
  {
    say: ['in base {base} [,] <ask> {left} {operator} {right}', '<ask> {left} {operator} {right} in base {base}'],
    read: (slots) => {
      const base = baseOf(slots.words('base'));
      const [left, right] = [slots.words('left').join(''), slots.words('right').join('')];
      const operator = operators[slots.words('operator').join(' ')];
      if (base === undefined || operator === undefined || !isIn(left, base) || !isIn(right, base)) return undefined;
      return { kind: 'baseArithmetic', base, left, operator, right };
    },
  },
];

const operators: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  ...{
    '+': '+',
    plus: '+',
    '-': '-',
    '−': '-',
    minus: '-',
    '*': '*',
    '·': '*',
    '×': '*',
    times: '*',
    '/': '/',
    '÷': '/',
  },
};
const baseNames: Readonly<Record<string, number>> = {
  ...{ binary: 2, ternary: 3, octal: 8, decimal: 10, hexadecimal: 16, hex: 16, denary: 10 },
};

function baseOf(words: readonly string[]): number | undefined {
  const list = words.filter((word) => word !== 'base');
  const base = baseNames[list[0] ?? ''] ?? wholeNumber(list);
  return base !== undefined && base >= 2 && base <= 36 ? base : undefined;
}

/** A whole number in digits of this base, perhaps with a minus sign. */
function isIn(digits: string, base: number): boolean {
  const plain = digits.replace(/^[-−]/, '');
  return /^[0-9a-z]+$/.test(plain) && [...plain].every((digit) => parseInt(digit, 36) < base);
}

function isPolynomialIn(expr: Expr, slots: Slots): boolean {
  return freeSymbols(expr).some((name) => !slots.context.values.has(name));
}

function divisionTask(slots: Slots, part: readonly string[]): ReturnType<Entry['read']> {
  const [dividend, divisor] = [slots.expr('dividend'), slots.expr('divisor')];
  const [hasQuotient, hasRemainder] = [
    part.includes('quotient') || part.includes('result'),
    part.includes('remainder') || part.includes('rest'),
  ];
  if (dividend === undefined || divisor === undefined || !(hasQuotient || hasRemainder)) return undefined;
  const isSharing = slots.context.text.toLowerCase().includes('with remainder');
  const ask = isSharing || (hasQuotient && hasRemainder) ? 'both' : hasQuotient ? 'quotient' : 'remainder';
  const isPolynomial = [dividend, divisor].some((expr) => isPolynomialIn(expr, slots));
  return { kind: isPolynomial ? 'polynomialDivision' : 'integerDivision', dividend, divisor, ask };
}

function roundingTo(slots: Slots, value: Expr): ReturnType<Entry['read']> {
  const words = slots.words('place').map((word) => word.replace(/^decimals$/, 'decimal'));
  const text = words.join(' ');
  const decimals =
    /^(.+?) (?:dps?|d \. p|decimal(?: places?| points?| digits?)?|digits? after the decimal point)$/.exec(text);
  if (decimals !== null) {
    const places = wholeNumber((decimals[1] ?? '').split(' '));
    return places === undefined ? undefined : { kind: 'round', value, place: places === 0 ? 0 : -places };
  }
  const figures = /^(.+?) (?:significant (?:figures?|digits?)|sig figs?|s \. f|sf)$/.exec(text);
  if (figures !== null) {
    const significant = wholeNumber((figures[1] ?? '').split(' '));
    return significant === undefined ? undefined : { kind: 'round', value, significant };
  }
  const place = placeOf(words);
  return place === undefined ? undefined : { kind: 'round', value, place };
}
