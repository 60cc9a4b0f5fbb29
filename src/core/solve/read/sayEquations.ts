import { equals, num, relation, sym } from '../../math/build.ts';
import type { Expr } from '../../math/expr.ts';
import { freeSymbols } from '../../math/tree.ts';
import type { TaskOf } from '../task.ts';
import type { Entry } from './entry.ts';
import type { Slots } from './slots.ts';

type Solve = TaskOf<'solve'>;

/** Equations, inequalities and systems. */
export const equationEntries: readonly Entry[] = [
  {
    say: [
      '(solve|resolve|find the (solution|solutions|root|roots) (of|to|for)|find all [real] (solutions|roots|solution) (of|to|for)) <equation> {statements} [,] (for|in terms of) [the] [(variable|variables|unknown|unknowns)] {unknowns} [(by|using|with) {method}]',
      '(solve|resolve) [(this|these|it)] for {unknowns} [in] <equation> {statements} [(by|using|with) {method}]',
      '(use|using|by) {method} [,] [to] (solve|find) <equation> {statements} for {unknowns}',
      '<ask> [the] [(value|values|possible values|all values|all|all possible values|all real values|real values)] [of] {unknowns} [,] (such that|so that|given that|given|if|when|where|for which|with|satisfying|that satisfy|that satisfies|that solve|that solves|which satisfies|which satisfy|from|that make|that makes) <equation> {statements} [(true|hold|holds)]',
      '<ask> [the] [(value|values)] [of] {unknowns} in <equation> {statements}',
      '<ask> [the value of] {unknowns} \\: {statements}',
      '{statements} , {unknowns} =',
      '{unknowns} = \\? [(if|when|,)] {statements}',
      'for (which|what) {unknowns} (is|does|do|are) <equation> {statements} [(true|hold|holds)]',
      '(what|which|for what|for which|find the|find all) [real] (value|values) [of] {unknowns} [(does|do|is|are|will)] [(satisfy|satisfies|solve|solves|make|makes|makes the equation|satisfying|for which)] <equation> {statements} [(true|hold|holds)]',
      '(if|given that|given|suppose that|suppose|assuming|assuming that|since|let|when) {statements} [,] [then] <ask> [the] [(value|values)] [of] {unknowns}',
      '{statements} [,] (solve for|find|what is|calculate|determine|where) {unknowns}',
      '(make|isolate) {unknowns} [the subject] (of|in) [the] [formula] {statements}',
      '(rearrange|rewrite) [the] [(equation|formula)] {statements} (for|to make|so that) {unknowns} [(the subject|is the subject)]',
    ],
    read: (slots) => {
      const unknowns = slots.letters('unknowns');
      return unknowns && solveTask(slots, unknowns);
    },
  },
  {
    say: [
      '<ask> [the] {select} [real] (root|solution|zero|value|roots|solutions|zeros|value of {unknowns}) [for {unknowns}] (of|to|for|satisfying|in|that satisfies) <equation> {equation}',
      '<ask> [the] {select} {unknowns} (such that|so that|for which|satisfying) {equation}',
      '(how many|find the number of|what is the number of) [real] [distinct] (solutions|roots|zeros) (does|do|of|has) <equation> {equation} [have]',
    ],
    read: (slots) => {
      const words = slots.has('select') ? slots.words('select').join(' ') : 'number of';
      const select = selections.find(([pattern]) => pattern.test(words))?.[1];
      const statement = asEquation(slots, 'equation');
      if (select === undefined || statement === undefined) return undefined;
      const unknowns = slots.letters('unknowns') ?? [];
      if (select === 'sum' || select === 'product') {
        slots.note(`For the ${select} I take every ${slots.context.isComplex ? '' : 'real '}root once.`);
      }
      return { kind: 'solve', statements: [statement], unknowns, domain: domainOf(slots), select, wording: 'roots' };
    },
  },
  {
    say: [
      '<ask> [all] [the] [all] [real] [(complex|exact|possible)] [and complex] (roots|root|zeros|zero|zeroes|x - intercepts|x - intercept|solutions|solution|solution set) [(of|to|for)] <equation> <fn> {equation} [(for|in|in terms of|with respect to) {unknowns}]',
      '<ask> [the] [(points|point)] where <fn> {equation} (crosses|meets|cuts|intersects|touches) the x - axis',
      '(where|when) (is|does) {equation} [(equal to zero|equal zero|vanish)]',
    ].map((text) =>
      text.replaceAll('<fn>', '[the] [(function|polynomial|curve|graph|parabola|expression)] [of] [y =] '),
    ),
    read: (slots) => {
      const all = slots.statements('equation');
      if (all !== undefined && all.length > 1) return solveOf(slots, all, []);
      const statement = asEquation(slots, 'equation');
      if (statement === undefined) return undefined;
      const letters = freeSymbols(statement).filter((name) => !slots.context.values.has(name));
      const named = slots.has('unknowns') ? slots.letters('unknowns') : undefined;
      return {
        kind: 'solve',
        statements: [statement],
        unknowns: named ?? (letters.length === 1 ? letters : []),
        domain: domainOf(slots),
        // Without the word "real" the roots of an expression are all of its roots.
        wording: /\breal\b/i.test(slots.context.text) ? 'solve' : 'roots',
      };
    },
  },
  {
    say: [
      '(use|using|by) {method} [,] [to] (solve|find the roots of|find the solutions of) <equation> {statements}',
      '(solve|resolve) (by|using|with) [the] {method} <equation> {statements}',
    ],
    read: (slots) => solveTask(slots, []),
  },
  {
    say: ['<ask> [the] {sign} (root|solution|zero|value|solutions|roots) (of|to) <equation> {statements}'],
    read: (slots) => {
      const sign = ({ positive: '>', negative: '<' } as const)[slots.words('sign').join(' ')];
      const statements = slots.statements('statements');
      const [unknown, more] = [...new Set((statements ?? []).flatMap((statement) => [...freeSymbols(statement)]))];
      if (sign === undefined || statements === undefined || unknown === undefined || more !== undefined)
        return undefined;
      return solveOf(slots, [...statements, relation(sym(unknown), sign, num(0))], [unknown]);
    },
  },
  {
    say: ['solve \\( {statements} , {unknowns} \\)'],
    read: (slots) => {
      const unknowns = slots.letters('unknowns');
      return unknowns && solveTask(slots, unknowns);
    },
  },
  {
    say: [
      '(solve|resolve|find the (solution|solutions|solution set) (of|to|for)|find all [real] (solutions|values) (of|to|for|satisfying)|determine the (solution|solutions) (of|to)|when is|for what is|what is the (solution|solutions|solution set) (of|to|for)) <equation> {statements} [,] [(by|using|with) {method}]',
      '(solve|resolve|find all solutions of|find all solutions to|find the solutions of|find the solutions to) <equation> {statements} [,] (over|in|on|for|where|with) [the] [(interval|domain|range|condition)] {range}',
      '(solve|resolve|find all solutions of|find all solutions to|find the solutions of|find the solutions to) <equation> {statements} [,] (over|in|on|for|where) [the] [set of] [(real|complex)] (numbers|reals|complex numbers|real numbers|complex plane)',
      '(suppose|suppose that|given|given that|let|if) {statements} [,] [then] solve',
    ],
    read: (slots) => {
      const range = slots.has('range') ? rangeIn(slots) : [];
      return range && solveTask(slots, [], range);
    },
  },
  {
    say: ['(solve|resolve) <equation> {expr} [(for|in terms of) {unknowns}]', 'solve \\( {expr} , {unknowns} \\)'],
    read: (slots) => {
      const expr = slots.expr('expr');
      const unknowns = slots.has('unknowns') ? slots.letters('unknowns') : [];
      if (expr === undefined || unknowns === undefined || freeSymbols(expr).length === 0) return undefined;
      slots.note('There is no equals sign: I look for the values that make the expression zero.');
      return { kind: 'solve', statements: [equals(expr, num(0))], unknowns, domain: domainOf(slots), wording: 'roots' };
    },
  },
];

const selections: readonly (readonly [RegExp, Solve['select']])[] = [
  [/^(?:largest|greatest|biggest|highest|maximum|larger|greater|bigger)$/, 'largest'],
  [/^(?:smallest|least|lowest|minimum|smaller|lesser)$/, 'smallest'],
  [/^(?:sum of (?:all )?(?:the )?)$|^sum of(?: the| all| all the)?$|^total of(?: the)?$/, 'sum'],
  [/^product of(?: the| all| all the)?$/, 'product'],
  [/^number of(?: the| distinct)?$/, 'count'],
];

function solveTask(slots: Slots, unknowns: readonly string[], range: readonly Expr[] = []): Solve | undefined {
  const statements = slots.statements('statements')?.flatMap(withoutRange);
  return statements && solveOf(slots, [...statements, ...range], unknowns);
}

/** What may stand behind "by" and "using": anything else is a condition, which a solution must not pass over. */
const methodWords: ReadonlySet<string> = new Set(
  (
    'the a p q method of process technique rule rules law laws formula and or both sides your then theorem property ' +
    'simple basic direct long synthetic quadratic cubic abc pq midnight product zero null square squares root ' +
    'roots rooting completing completion factor factors factoring factorisation factorization factorising ' +
    'factorizing grouping splitting middle term substitution substituting elimination eliminating addition adding ' +
    "subtraction subtracting comparison equating equalization graph graphs graphing graphical cramer's cramers " +
    'cramer gauss gaussian jordan matrix matrices inverse operations row reduction determinants logarithm ' +
    'logarithms logs natural taking exponentials common base bases same multiplying multiplication cross dividing ' +
    'division out algebra algebraically algebraic balance balancing isolating isolation distributive squaring ' +
    "vieta's vietas vieta identities identity trig trigonometric u unit circle case cases analysis sign table " +
    'chart number line test intervals definition absolute value difference sum trial error inspection hand steps ' +
    "newton's newton"
  ).split(' '),
);

/** The method that the problem names; undefined also where it names none that could be one. */
function methodOf(slots: Slots): string | undefined {
  const words = slots.words('method');
  if (!words.every((word) => word === '-' || methodWords.has(word))) return undefined;
  return words.join(' ').replace(/^(?:the|a) /, '');
}

/** "sin x = 1/2 in [0, 2π)": behind the equation stands where its letter lies. */
function withoutRange(statement: Expr): readonly Expr[] {
  if (statement.kind !== 'relation' || statement.operators.length < 2) return [statement];
  const [operands, operators] = [statement.operands.slice(0, -1), statement.operators.slice(0, -1)];
  const region = statement.operands.at(-1);
  const [unknown, more] = freeSymbols(statement);
  const isRange = statement.operators.at(-1) === 'in' && operators.every((operator) => operator !== 'in');
  if (!isRange || region === undefined || unknown === undefined || more !== undefined) return [statement];
  const range = inInterval(unknown, region);
  return range === undefined ? [statement] : [{ kind: 'relation', operands, operators }, range];
}

/** a ≤ x < b: an interval is said as the inequality that it is. */
function inInterval(unknown: string, region: Expr): Expr | undefined {
  const bounds = region.kind === 'tuple' && region.items.length === 2 ? region.items : undefined;
  const [lower, upper] = region.kind === 'interval' ? [region.lower, region.upper] : (bounds ?? []);
  if (lower === undefined || upper === undefined) return undefined;
  const isClosed = region.kind === 'interval' ? region : { isLowerClosed: false, isUpperClosed: false };
  const [below, above] = [isClosed.isLowerClosed ? '<=' : '<', isClosed.isUpperClosed ? '<=' : '<'] as const;
  if (isInfinite(lower)) return isInfinite(upper) ? undefined : relation(sym(unknown), above, upper);
  if (isInfinite(upper)) return relation(sym(unknown), below === '<=' ? '>=' : '>', lower);
  return { kind: 'relation', operands: [lower, sym(unknown), upper], operators: [below, above] };
}

function isInfinite(expr: Expr): boolean {
  const size = expr.kind === 'negate' ? expr.operand : expr;
  return size.kind === 'constant' && size.name === 'infinity';
}

function solveOf(slots: Slots, statements: readonly Expr[], unknowns: readonly string[]): Solve | undefined {
  const method = slots.has('method') ? methodOf(slots) : undefined;
  if (slots.has('method') && method === undefined) return undefined;
  return { kind: 'solve', statements, unknowns, domain: domainOf(slots), ...(method !== undefined && { method }) };
}

/** "0 ≤ x < 2π", or an interval for the only unknown. */
function rangeIn(slots: Slots): readonly Expr[] | undefined {
  const statements = slots.statements('range');
  if (statements !== undefined) return statements;
  const interval = slots.interval('range');
  const unknowns = (slots.statements('statements') ?? []).flatMap((statement) => [...freeSymbols(statement)]);
  const [unknown] = unknowns;
  if (interval === undefined || unknown === undefined || new Set(unknowns).size > 1) return undefined;
  return [inInterval(unknown, interval) ?? relation(sym(unknown), 'in', interval)];
}

function domainOf(slots: Slots): Solve['domain'] {
  return slots.context.isComplex ? 'complex' : 'real';
}

/** An equation, or an expression that is to be zero. */
function asEquation(slots: Slots, name: string): Expr | undefined {
  const statements = slots.statements(name);
  if (statements !== undefined) return statements.length === 1 ? asZero(statements[0]) : undefined;
  const expr = slots.expr(name);
  return expr && freeSymbols(expr).length > 0 ? equals(expr, num(0)) : undefined;
}

/** y = x² − 4 and f(x) = x² − 4 name the function whose zeros are asked for. */
function asZero(statement: Expr | undefined): Expr | undefined {
  if (statement?.kind !== 'relation' || statement.operands.length !== 2) return statement;
  const [left, right] = statement.operands;
  const isName = (left?.kind === 'call' && left.name.length === 1) || (left?.kind === 'symbol' && left.name === 'y');
  return isName && right && !freeSymbols(right).includes('y') ? equals(right, num(0)) : statement;
}
