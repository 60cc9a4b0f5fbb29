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
      '<ask> [the] {select} [real] [(positive|negative)] (root|solution|zero|value|roots|solutions|zeros|value of {unknowns}) [for {unknowns}] (of|to|for|satisfying|in|that satisfies) <equation> {equation}',
      '<ask> [the] {select} {unknowns} (such that|so that|for which|satisfying) {equation}',
      '(how many|find the number of|what is the number of) [real] [distinct] (solutions|roots|zeros) (does|do|of|has) <equation> {equation} [have]',
    ],
    read: (slots) => {
      const words = slots.has('select') ? slots.words('select').join(' ') : 'number of';
      const select = selections.find(([pattern]) => pattern.test(words))?.[1];
      const statement = asEquation(slots, 'equation');
      if (select === undefined || statement === undefined) return undefined;
      const unknowns = slots.letters('unknowns') ?? [];
      return { kind: 'solve', statements: [statement], unknowns, domain: domainOf(slots), select, wording: 'roots' };
    },
  },
  {
    say: [
      '<ask> [all] [the] [all] [real] [(rational|complex|exact|possible)] [and complex] (roots|root|zeros|zero|zeroes|x - intercepts|x - intercept|solutions|solution|solution set) (of|to|for) <equation> <fn> {equation} [(for|in|in terms of|with respect to) {unknowns}]',
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
    read: (slots) => (slots.words('method').every((word) => /^[a-z]+$/.test(word)) ? solveTask(slots, []) : undefined),
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
      '(solve|resolve|find all solutions of|find all solutions to|find the solutions of|find the solutions to) <equation> {statements} [,] (over|in|on|for|where) [the] [set of] [(real|complex)] (numbers|reals|complex numbers|real numbers|integers|complex plane)',
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
  const statements = slots.statements('statements');
  return statements && solveOf(slots, [...statements, ...range], unknowns);
}

function solveOf(slots: Slots, statements: readonly Expr[], unknowns: readonly string[]): Solve {
  const method = slots.has('method')
    ? slots
        .words('method')
        .join(' ')
        .replace(/^(?:the|a) /, '')
    : undefined;
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
  return [relation(sym(unknown), 'in', interval)];
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
