import { abs, add, divide, multiplyWithTimes, num, power, root, sqrt, subtract } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import { rational } from '../../math/rational.ts';
import type { Task } from '../task.ts';
import type { Entry } from './entry.ts';
import { fractionInWords, ordinalNumber } from './numberWords.ts';
import type { Slots } from './slots.ts';

/** "What is 3 plus 4?": one operation in words. */
function binary(say: readonly string[], combine: (left: Expr, right: Expr) => Expr): Entry {
  return {
    say,
    read: (slots) => {
      const [left, right] = [slots.expr('left'), slots.expr('right')];
      return left && right && inWords(combine(left, right), slots);
    },
  };
}

function several(say: readonly string[], combine: (...items: readonly Expr[]) => Expr): Entry {
  return {
    say,
    read: (slots) => {
      const items = slots.list('items');
      return items && inWords(combine(...items), slots);
    },
  };
}

/** Numbers are worked out, expressions with unknown letters multiplied out or simplified. */
function inWords(expr: Expr, slots: Slots): Task {
  const isKnown = (name: string): boolean => slots.context.values.has(name);
  if (freeSymbols(expr).every(isKnown)) return evaluate(expr);
  return expr.kind === 'multiply' ? { kind: 'expand', expr } : { kind: 'simplify', expr, positive: [] };
}

function evaluate(expr: Expr): Task {
  return { kind: 'evaluate', expr };
}

/** A number of percent: "20%", "20 percent". The value 20. */
function rateOf(slots: Slots, name: string): Expr | undefined {
  const expr = slots.expr(name);
  if (expr?.kind !== 'number' || expr.notation !== 'percent') return expr;
  const value = expr.value.mul(rational(100n));
  return {
    kind: 'number',
    value,
    notation: expr.text.includes('.') ? 'decimal' : 'integer',
    text: expr.text.replace('%', ''),
  };
}

/** Said with the sign or the word. */
function isPercent(slots: Slots, name: string): boolean {
  return slots.tokens(name).some((token) => token.text.includes('%')) || /percent|per cent/i.test(slots.context.text);
}

function percentOf(rate: Expr): Expr {
  if (rate.kind !== 'number') return divide(rate, num(100));
  return { kind: 'number', value: rate.value.div(rational(100n)), notation: 'percent', text: `${rate.text}%` };
}

const roundings = '[(to|rounded to) [the] nearest {place}] ';

export const arithmeticEntries: readonly Entry[] = [
  {
    say: [
      `<ask> [the] {degree} root of {value} [,] (to|rounded to) the nearest (integer|whole number)`,
      `<ask> {value} to the power of {exponent} [,] (to|rounded to) the nearest (integer|whole number)`,
      `<ask> {value} [raised] to the {exponent} [power] [,] (to|rounded to) the nearest (integer|whole number)`,
    ],
    read: (slots) => {
      const value = slots.expr('value');
      const rooted = value && rootedBy(slots, value);
      return rooted && { kind: 'round', value: rooted, place: 0 };
    },
  },
  {
    say: [
      `<ask> [the] {degree} root of {value} ${roundings}`,
      '<ask> {value} [raised] to the power [of] {exponent}',
      '<ask> {value} [raised] to the {exponent} power',
      '<ask> {value} {squared}',
    ],
    read: (slots) => {
      const value = slots.expr('value');
      const power2 = slots.has('squared')
        ? ({ squared: 2, cubed: 3 } as const)[slots.words('squared').join(' ')]
        : undefined;
      if (slots.has('squared')) return value && power2 && evaluate(power(value, num(power2)));
      const rooted = value && !slots.has('place') ? rootedBy(slots, value) : undefined;
      return rooted && evaluate(rooted);
    },
  },
  several(
    [
      '(add|sum|add together|put together|add up|total|total of|sum of|combine) [the] [numbers] {items}',
      '<ask> [the] (sum|total) of {items}',
      '<ask> {items} (added together|put together|added|in total)',
    ],
    add,
  ),
  several(
    [
      'multiply [together] {items} [together]',
      '[<ask>] [the] product of {items}',
      '<ask> {items} multiplied [together]',
    ],
    multiplyWithTimes,
  ),
  ...(['increase', 'decrease'] as const).map((ask): Entry => ({
    say:
      ask === 'increase'
        ? ['[<ask>] {rate} [(percent|per cent)] (more|greater|higher|larger) than {value}']
        : [
            '[<ask>] {rate} [(percent|per cent)] (less|smaller|lower|fewer) than {value}',
            '[<ask>] {rate} [(percent|per cent)] (off|off of) {value}',
          ],
    read: (slots) => {
      const [value, rate] = [slots.expr('value'), rateOf(slots, 'rate')];
      return value && rate && isPercent(slots, 'rate') ? { kind: 'percentage', ask, value, rate } : undefined;
    },
  })),
  binary(
    [
      'add {right} to {left}',
      '<ask> {left} (plus|added to) {right}',
      '{left} (plus|added to) {right}',
      '<ask> {right} more than {left}',
    ],
    add,
  ),
  binary(
    [
      'subtract {right} from {left}',
      'take [away] {right} (from|away from) {left}',
      '[<ask>] {left} (minus|take away|subtract|less) {right}',
      '<ask> {right} (less than|subtracted from|fewer than|taken from) {left}',
    ],
    subtract,
  ),
  binary(
    [
      '[<ask>] [the] (difference|distance) between {left} and {right}',
      '[<ask>] [the] (difference|distance) of {left} and {right}',
      '[<ask>] [the] distance from {left} to {right}',
    ],
    (left, right) => abs(subtract(left, right)),
  ),
  binary(['multiply {left} (by|with) {right}', '[<ask>] {left} (times|multiplied by) {right}'], (left, right) =>
    multiplyWithTimes(left, right),
  ),
  binary(
    [
      'divide {left} by {right}',
      '[<ask>] [the result of dividing] {left} (divided by|over) {right}',
      '<ask> (the division of|dividing) {left} by {right}',
      '<ask> [the] quotient of {left} and {right}',
    ],
    divide,
  ),
  {
    say: [
      '(what|which) (percentage|percent|per cent|% ) of {whole} is {part}',
      '<ask> {part} as a (percentage|percent) of {whole}',
      '(express|write) {part} as a (percentage|percent) of {whole}',
      '{part} is (what|which) (percent|percentage|% ) of {whole}',
      '{part} is what (percent|percentage) (of|from) {whole}',
      '<ask> what (percent|percentage) {part} is of {whole}',
    ],
    read: (slots) => {
      const [part, whole] = [slots.expr('part'), slots.expr('whole')];
      return part && whole && { kind: 'percentage', ask: 'rate', part, whole };
    },
  },
  {
    say: [
      '{part} is {rate} [(percent|per cent|% )] of (what|which) [number]',
      '{rate} [(percent|per cent)] of (what|which) number is {part}',
      '{rate} [(percent|per cent)] of a [certain] number is {part} [,] [what is the number]',
      '<ask> the number of which {part} is {rate} [(percent|per cent)]',
    ],
    read: (slots) => {
      const [part, rate] = [slots.expr('part'), rateOf(slots, 'rate')];
      return part && rate && { kind: 'percentage', ask: 'whole', part, rate };
    },
  },
  {
    say: [
      '<ask> [the] (percentage|percent) (change|increase|decrease) from {from} to {to}',
      '(by|by how) (what|which|many) (percent|percentage|percent does) [does] [a value] [(rise|fall|change|increase|decrease)] (from|when going from) {from} to {to}',
    ],
    read: (slots) => {
      const [from, to] = [slots.expr('from'), slots.expr('to')];
      const words = slots.wordsOutside('from');
      const isFall = words.has('decrease') || words.has('fall');
      return from && to && { kind: 'percentage', ask: 'change', from, to, ...(isFall && { direction: 'decrease' }) };
    },
  },
  {
    say: [
      '{way} {value} by {rate} (percent|per cent)',
      '{way} {value} by {rate}',
      '<ask> {value} {way} by {rate} [(percent|per cent)]',
    ],
    read: (slots) => {
      const [value, rate] = [slots.expr('value'), rateOf(slots, 'rate')];
      const way = slots.words('way').join(' ');
      const isRate = isPercent(slots, 'rate');
      const ask = /^(?:increase|increased|raise|raised)$/.test(way)
        ? 'increase'
        : /^(?:decrease|decreased|reduce|reduced|lower|lowered)$/.test(way)
          ? 'decrease'
          : undefined;
      return value && rate && ask && isRate ? { kind: 'percentage', ask, value, rate } : undefined;
    },
  },
  {
    say: ['<ask> {fraction} of {whole}', '<ask> {multiple} {whole}'],
    read: (slots) => {
      const whole = slots.expr('whole');
      if (slots.has('multiple')) {
        const factor = ({ twice: 2, double: 2, thrice: 3, triple: 3 } as const)[slots.words('multiple').join(' ')];
        return whole && factor && evaluate(multiplyWithTimes(num(factor), whole));
      }
      const fraction = fractionInWords(slots.words('fraction'));
      return whole && fraction && evaluate(multiplyWithTimes(divide(num(fraction[0]), num(fraction[1])), whole));
    },
  },
  {
    say: [
      '<ask> {rate} (percent|per cent) of {whole}',
      '<ask> {rate} of {whole}',
      '{rate} (percent|per cent) of {whole}',
    ],
    read: (slots) => {
      const [rate, whole] = [slots.expr('rate'), slots.expr('whole')];
      if (rate === undefined || whole === undefined) return undefined;
      const isWord = slots.tokens('rate').every((token) => token.text !== '%');
      return evaluate(
        multiplyWithTimes(isWord && /per\s?cent of/i.test(slots.context.text) ? percentOf(rate) : rate, whole),
      );
    },
  },
  {
    say: [
      '(express|write|convert|change|turn|rewrite|give) [the] [(mixed number|mixed fraction|improper fraction|recurring decimal|repeating decimal|decimal|fraction|percentage)] {value} (as|to|into|in) [a] [an] [its] {form}',
      '<ask> {value} (as|in|written as|expressed as) [a] [an] {form}',
    ],
    read: (slots) => {
      const [value, words] = [slots.expr('value'), slots.words('form').join(' ')];
      const to = forms.find(([pattern]) => pattern.test(words))?.[1];
      return value && to && freeSymbols(value).every((name) => slots.context.values.has(name))
        ? { kind: 'changeForm', value, to }
        : undefined;
    },
  },
  {
    say: ['<ask> [the] {average} [(of|for)] [the] [(numbers|data|data set|values|following)] {items}'],
    read: (slots) => {
      const values = slots.list('items');
      const ask = averages[slots.words('average').join(' ')];
      return values && ask && { kind: 'average', values, ask };
    },
  },
  {
    say: ['(simplify|reduce) the ratio [of] {parts}', '(divide|share|split) {share} in the ratio [of] {parts}'],
    read: (slots) => {
      const parts = ratioParts(slots);
      const share = slots.has('share') ? slots.expr('share') : undefined;
      if (parts === undefined || (slots.has('share') && share === undefined)) return undefined;
      return { kind: 'ratio', parts, ...(share && { share }) };
    },
  },
];

const forms: readonly (readonly [RegExp, Extract<Task, { kind: 'changeForm' }>['to']])[] = [
  [/^mixed (?:number|fraction|form)$/, 'mixed'],
  [/^(?:percent|percentage|per cent)$/, 'percent'],
  [/^(?:decimal|decimal number|decimal fraction|decimal form)$/, 'decimal'],
  [/^(?:scientific notation|standard form|scientific form)$/, 'scientific'],
  [
    /^(?:(?:reduced |simplified |common |improper |single |proper )?fraction(?: in (?:lowest|simplest) (?:terms|form))?|simplest form|lowest terms)$/,
    'fraction',
  ],
];

const averages: Readonly<Record<string, 'mean' | 'median' | 'mode' | 'range'>> = {
  ...{ average: 'mean', mean: 'mean', 'arithmetic mean': 'mean', median: 'median', mode: 'mode', range: 'range' },
};

function ratioParts(slots: Slots): readonly Expr[] | undefined {
  const tokens = slots.tokens('parts');
  const groups: (typeof tokens)[number][][] = [[]];
  for (const token of tokens) {
    if (token.text === ':' || token.text === 'to') groups.push([]);
    else groups.at(-1)?.push(token);
  }
  const parts = groups.map((group) => slots.parse(group));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts : undefined;
}

function rootedBy(slots: Slots, value: Expr): Expr | undefined {
  if (slots.has('exponent')) {
    const exponent = slots.expr('exponent');
    const degree = ordinalNumber(slots.words('exponent'));
    return exponent ? power(value, exponent) : degree ? power(value, num(degree)) : undefined;
  }
  const degree = ordinalNumber(slots.words('degree'));
  return degree === undefined ? undefined : degree === 2 ? sqrt(value) : root(value, num(degree));
}
