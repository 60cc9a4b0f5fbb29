import type { Expr } from '../../math/expr.ts';
import { call, sym } from '../../math/build.ts';
import { checkEqual } from '../../check/equal.ts';
import { toText } from '../../math/print/toText.ts';
import { contains, freeSymbols, mapExpr, substitute } from '../../math/tree.ts';
import type { Task } from '../task.ts';
import type { Entry } from './entry.ts';
import { curveOf } from './curveOf.ts';
import { ordinalNumber, wholeNumber } from './numberWords.ts';
import type { Slots } from './slots.ts';
import { applied } from './taskOfExpr.ts';

const line = '[the] [(equation of [the]|equation for [the])] (tangent line|tangent|line tangent)';
const at = '(at|when|where|for|in) [the point] [(where|with|when)] {point}';

type Extremum = NonNullable<Extract<Task, { kind: 'extrema' }>['ask']>;

/** What people call the places where a curve turns, and which of them they ask for. */
const extremumNames: readonly (readonly [Extremum, string, string])[] = [
  [
    'all',
    'extrema|extreme values|extreme points|extremum|extremes|maxima and minima|maxima or minima|minima and maxima|maximum and minimum|minimum and maximum|maximum and minimum values|maximum and minimum points|turning points|turning point|highs and lows',
    'extrema|extremum|maxima and minima|turning points|extreme points',
  ],
  ['maximum', 'maximum|maxima|maximum point|maximum points|highest point', 'maximum|maxima'],
  ['minimum', 'minimum|minima|minimum point|minimum points|lowest point', 'minimum|minima'],
  ['maximumValue', 'maximum value|maximal value|largest value|greatest value', 'maximum value'],
  ['minimumValue', 'minimum value|minimal value|smallest value|least value|lowest value', 'minimum value'],
  [
    'points',
    'stationary points|stationary point|critical points|critical point|vertex',
    'stationary points|critical points',
  ],
];

/** Derivatives, integrals, limits, sums, tangents, extrema. */
export const calculusEntries: readonly Entry[] = [
  {
    say: [
      `<ask> [the] [{order}] [partial] (derivative|differential|derivatives) of <function> {expr} [,] <wrt> {variable} [,] ${at}`,
      `<ask> [the] [{order}] [partial] (derivative|derivatives) of <function> {expr} [,] ${at}`,
      '<ask> [the] [{order}] [partial] (derivative|differential|derivatives) of <function> {expr} [,] <wrt> {variable}',
      '<ask> [the] [{order}] [partial] (derivative|differential|derivatives) <wrt> {variable} of <function> {expr}',
      '<ask> [the] [{order}] [partial] (derivative|differential|derivatives) of <function> {expr}',
      '<ask> [the] [{order}] [partial] (derivative|derivatives) \\: <function> {expr}',
      '(differentiate|derive) <function> {expr} [,] {times} times [<wrt> {variable}]',
      '(differentiate|derive) <function> {expr} twice [<wrt> {variable}]',
      `(differentiate|derive|partially differentiate) <function> {expr} [,] <wrt> {variable}`,
      '(differentiate|derive|partially differentiate) <wrt> {variable} <function> {expr}',
      '(differentiate|derive|diff) <function> {expr}',
      'diff \\( {expr} , {variable} \\)',
      `<ask> [the] (slope|gradient) of <function> {expr} ${at}`,
      `<ask> [the] (slope|gradient) of [the] (tangent|tangent line) to <function> {expr} ${at}`,
      '<ask> [the] (slope|gradient|rate of change) of <function> {expr}',
    ].map(withFunction),
    read: (slots) => {
      const body = slots.formula('expr');
      const variable = slots.has('variable') ? slots.letter('variable') : undefined;
      const order = orderOf(slots);
      const point = slots.has('point') ? pointOf(slots) : undefined;
      if (body === undefined || order === undefined) return undefined;
      if (point !== undefined && !isOnCurve(body, point, slots)) return undefined;
      if ((slots.has('variable') && variable === undefined) || (slots.has('point') && point === undefined))
        return undefined;
      const name = variable ?? point?.variable;
      const expr = naturalLog(applied(body, slots.context), slots);
      return {
        kind: 'derivative',
        expr,
        order,
        ...(name !== undefined && { variable: name }),
        ...(point && { at: point.value }),
      };
    },
  },
  {
    say: [
      '(integrate|antidifferentiate|<ask> [the] (definite|indefinite)? integral of)'.replace(
        '(definite|indefinite)?',
        '[(definite|indefinite)]',
      ) + ' <function> {expr} [,] [(<wrt>|over) {variable}] [,] (from|between) {lower} (to|and) {upper}',
      '(integrate|<ask> [the] [definite] integral of) <function> {expr} [,] (from|between|for|over) [{variable} =] {lower} (to|and) [{variable} =] {upper} [<wrt> {variable}]',
      '<ask> [the] [definite] (integral|∫) (from|between) {lower} (to|and) {upper} of <function> {expr}',
      '<ask> [the] area (under|below) [the] [(curve|graph)] [of] <function> {expr} (from|between|for) [{variable} =] {lower} (to|and) [{variable} =] {upper}',
    ].map(withFunction),
    read: (slots) => {
      const [body, lower, upper] = [integrand(slots), slots.expr('lower'), slots.expr('upper')];
      const variable = slots.has('variable') ? slots.letter('variable') : body?.variable;
      if (!body || !lower || !upper || (slots.has('variable') && variable === undefined)) return undefined;
      if (/\barea\b/i.test(slots.context.text)) {
        slots.note('I take the area as the integral, in which what lies below the axis counts as negative.');
      }
      return {
        kind: 'integral',
        expr: naturalLog(applied(body.expr, slots.context), slots),
        lower,
        upper,
        ...(variable !== undefined && { variable }),
      };
    },
  },
  {
    say: [
      '(integrate|antidifferentiate) <function> {expr} [,] <wrt> {variable}',
      '<ask> [the] [(indefinite|general)] (integral|antiderivative|anti - derivative|primitive|antiderivatives) of <function> {expr} [,] <wrt> {variable}',
      '(integrate|antidifferentiate) <function> {expr} d {variable}',
      '(integrate|antidifferentiate) <function> {expr}',
      '<ask> [(an|the|all)] [(indefinite|general)] (integral|antiderivative|anti - derivative|primitive|antiderivatives) [of] <function> {expr}',
      '(integrate|int) \\( {expr} , {variable} \\)',
    ].map(withFunction),
    read: (slots) => {
      const stripped = integrand(slots);
      const variable = slots.has('variable') ? slots.letter('variable') : stripped?.variable;
      if (stripped === undefined || (slots.has('variable') && variable === undefined)) return undefined;
      return {
        kind: 'integral',
        expr: naturalLog(applied(stripped.expr, slots.context), slots),
        ...(variable !== undefined && { variable }),
      };
    },
  },
  {
    say: [
      '[<ask>] [the] [{side}] [(sided|handed|-) limit] (limit|lim) of <function> {expr} [,] as {variable} (approaches|goes to|tends to|->|→|\\\\to|\\\\rightarrow|gets close to) {target} [from {way}]',
      '[<ask>] [the] (limit|lim) as {variable} (approaches|goes to|tends to|->|→|\\\\to) {target} [from {way}] of <function> {expr}',
      'what (does|value does|happens to) <function> {expr} (approach|tend to|converge to) as {variable} (approaches|goes to|tends to|->|→) {target} [from {way}]',
      '<ask> [the] limit of <function> {expr} (at|when|for) {variable} (=|approaches|->|→|tends to) {target}',
      'limit \\( {expr} , {variable} , {target} \\)',
      '[<ask>] [the] (limit|lim) \\( {variable} (->|→|approaches) {target} \\) [of] <function> {expr}',
      '[<ask>] [the] (limit|lim) {variable} (->|→|\\\\to) {target} [(of|,)] <function> {expr}',
    ].map(withFunction),
    read: (slots) => {
      const [expr, variable, target] = [slots.formula('expr'), slots.letter('variable'), slots.expr('target')];
      const way = slots.words(slots.has('way') ? 'way' : 'side').join(' ');
      const side = /left|below/.test(way) ? 'left' : /right|above/.test(way) ? 'right' : undefined;
      if (!expr || variable === undefined || !target || (way !== '' && side === undefined)) return undefined;
      return {
        kind: 'limit',
        expr: naturalLog(applied(expr, slots.context), slots),
        variable,
        target,
        ...(side && { side }),
      };
    },
  },
  {
    say: [
      '(sum|add|add up|[<ask>] [the] sum of) [all] [the] (integers|whole numbers|natural numbers|numbers) (from|between) {lower} (to|and|through) {upper}',
    ],
    read: (slots) => {
      const [lower, upper] = [slots.expr('lower'), slots.expr('upper')];
      return lower && upper && { kind: 'sum', expr: sym('k'), variable: 'k', lower, upper };
    },
  },
  {
    say: [
      '[<ask>] [the] sum of {expr} (for|as|with|from|over) {variable} (=|from|goes from|ranging from|going from|runs from|equal to) {lower} to {upper}',
      '[<ask>] [the] sum (for|from|over) {variable} (=|from) {lower} to {upper} of {expr}',
      'sum {expr} (for|from|over) {variable} (=|from) {lower} to {upper}',
      'sum \\( {expr} , {variable} , {lower} , {upper} \\)',
    ],
    read: (slots) => {
      const [expr, variable] = [slots.formula('expr'), slots.letter('variable')];
      const [lower, upper] = [slots.expr('lower'), slots.expr('upper')];
      return expr && variable !== undefined && lower && upper
        ? { kind: 'sum', expr, variable, lower, upper }
        : undefined;
    },
  },
  {
    say: [
      `<ask> ${line} (to|of|for) [(the curve|the graph of|the graph|the function|the parabola|the curve of)] {expr} ${at}`,
      `<ask> ${line} ${at} (to|of|for) [(the curve|the graph of|the graph|the function)] {expr}`,
    ].map(withFunction),
    read: (slots) => {
      const [body, point] = [slots.formula('expr'), pointOf(slots)];
      if (body === undefined || point === undefined || !isOnCurve(body, point, slots)) return undefined;
      const expr = naturalLog(applied(body, slots.context), slots);
      return {
        kind: 'tangent',
        expr,
        at: point.value,
        ...(point.variable !== undefined && { variable: point.variable }),
      };
    },
  },
  ...extremumEntries(),
];

function extremumEntries(): readonly Entry[] {
  return extremumNames.map(([ask, nouns, had]) => ({
    say: [
      `<ask> [(all|any)] [the] [all] [{scope}] (${nouns}) (of|for|on) <function> {expr}`,
      `<ask> [(all|any)] [the] [all] [{scope}] (${nouns}) (of|for|on) {expr}`,
      `where does <function> {expr} have [(its|any)] [(a|an)] [{scope}] (${had})`,
      ...(ask === 'maximum' ? ['(maximize|maximise) <function> {expr}'] : []),
      ...(ask === 'minimum' ? ['(minimize|minimise) <function> {expr}'] : []),
    ].map(withFunction),
    read: (slots) => {
      const body = slots.formula('expr');
      const scope = slots.has('scope') ? slots.words('scope').join(' ') : 'local';
      if (body === undefined || !/^(?:local|relative|global|absolute|overall)$/.test(scope)) return undefined;
      if (scope !== 'local' && scope !== 'relative') {
        slots.refuse(`I can find local maxima and minima, not yet ${scope} ones.`);
        return undefined;
      }
      return { kind: 'extrema', expr: naturalLog(applied(body, slots.context), slots), ask };
    },
  }));
}

function withFunction(say: string): string {
  return say.replaceAll(
    '<function>',
    '[the] [following] [(function|expression|polynomial|curve|graph|curve of|graph of|graph of the function|function defined by)]',
  );
}

function orderOf(slots: Slots): number | undefined {
  if (slots.has('order')) {
    const words = slots.words('order').filter((word) => word !== 'partial' && word !== 'order');
    return words.length === 0 ? 1 : ordinalNumber(words);
  }
  if (slots.has('times')) return wholeNumber(slots.words('times'));
  return /\btwice\b/i.test(slots.context.text) ? 2 : 1;
}

interface Place {
  readonly value: Expr;
  readonly variable?: string;
  /** The second coordinate, where a point was given. */
  readonly height?: Expr;
}

/** "x = 2", "2", "(2, 5)": where on the curve. */
function pointOf(slots: Slots): Place | undefined {
  const statements = slots.statements('point');
  const [left, right, more] =
    statements?.length === 1 && statements[0]?.kind === 'relation' ? statements[0].operands : [];
  if (left?.kind === 'symbol' && right !== undefined && more === undefined)
    return { value: right, variable: left.name };
  const whole = slots.parse(slots.tokens('point'));
  if (whole === undefined || statements !== undefined) return undefined;
  if (whole.kind !== 'tuple') return whole.kind === 'interval' ? undefined : { value: whole };
  const [value, height, further] = whole.items;
  return value && height && further === undefined ? { value, height } : undefined;
}

/** A point that is given must lie on the curve; where the curve is a name, only its first coordinate is used. */
function isOnCurve(body: Expr, place: Place, slots: Slots): boolean {
  if (place.height === undefined) return true;
  const curve = curveOf(body, slots.context.givens);
  const [letter, more] = curve === undefined ? [] : freeSymbols(curve);
  if (curve === undefined || more !== undefined) {
    slots.note(`I take the point where the letter is ${toText(place.value)}.`);
    return true;
  }
  const height = letter === undefined ? curve : substitute(curve, { [letter]: place.value });
  if (checkEqual(height, place.height).kind !== 'invalid') return true;
  slots.refuse(`The point (${toText(place.value)}, ${toText(place.height)}) does not lie on the curve.`);
  return false;
}

/** "x^2 dx" is x² with its variable. */
function integrand(slots: Slots): { expr: Expr; variable?: string } | undefined {
  const tokens = slots.tokens('expr');
  const differential = /^d([a-z])$/.exec(tokens.at(-1)?.text ?? '')?.[1];
  if (differential !== undefined && tokens.length > 1) {
    const expr = slots.parse(tokens.slice(0, -1));
    return expr && { expr, variable: differential };
  }
  const expr = slots.formula('expr');
  return expr === undefined
    ? undefined
    : expr.kind === 'integral'
      ? { expr: expr.body, variable: expr.variable }
      : { expr };
}

/** In calculus log without a base is the natural logarithm, unless the text also writes ln. */
function naturalLog(expr: Expr, slots: Slots): Expr {
  const isPlainLog = (node: Expr): boolean => node.kind === 'call' && node.name === 'log' && node.args.length === 1;
  if (!contains(expr, isPlainLog) || /\bln\b|\\ln/.test(slots.context.text)) return expr;
  slots.note('I read log without a base as the natural logarithm here.');
  return mapExpr(expr, (node) => (node.kind === 'call' && isPlainLog(node) ? call('ln', ...node.args) : node));
}

export type CalculusTask = Extract<Task, { kind: 'derivative' | 'integral' | 'limit' | 'sum' | 'tangent' | 'extrema' }>;
