import type { Expr } from '../../math/expr.ts';
import { contains, freeSymbols } from '../../math/tree.ts';
import type { Given, Task } from '../task.ts';
import type { Entry, Understood } from './entry.ts';
import type { Slots } from './slots.ts';
import { evaluationOf } from './taskOfExpr.ts';

type Read = Entry['read'];

function ofFormula(make: (expr: Expr, slots: Slots) => Task | undefined): Read {
  return (slots) => {
    const expr = slots.formula('expr');
    return expr && isWhatIsSaid(expr, slots) ? make(expr, slots) : undefined;
  };
}

/** "Evaluate the integral" needs one: x² alone is not it. */
function isWhatIsSaid(expr: Expr, slots: Slots): boolean {
  const words = slots.wordsOutside('expr');
  const has = (kind: Expr['kind']): boolean => contains(expr, (node) => node.kind === kind);
  if (words.has('integral') && !has('integral')) return false;
  return !(words.has('limit') && !has('limit'));
}

/** Rewriting expressions. */
export const algebraEntries: readonly Entry[] = [
  {
    say: [
      '(express|write|rewrite|rearrange|put) {expr} (as|to|in|into) [the form] {form} [,] and (give|state|find|what is|determine|calculate) [the value of] {name}',
      '(express|write|rewrite|rearrange|put) {expr} (as|to|in|into) [the form] {form} \\. (what is|give|find|calculate) [the value of] {name}',
    ],
    read: (slots) => {
      const [expr, form, name] = [slots.expr('expr'), slots.expr('form'), slots.letter('name')];
      return expr && form && name !== undefined ? { kind: 'coefficient', expr, form, name } : undefined;
    },
  },
  {
    say: ['(write|express|put|rewrite) <expression> {expr} (in|as|into) [the form] {form}'],
    read: (slots) => {
      const [expr, form] = [slots.formula('expr'), slots.expr('form')];
      const isSquare = (node: Expr): boolean =>
        node.kind === 'power' &&
        node.base.kind === 'add' &&
        node.exponent.kind === 'number' &&
        node.exponent.value.equals(2);
      return expr && form && contains(form, isSquare)
        ? { kind: 'completeSquare', expr, ...onlyLetter(expr, slots) }
        : undefined;
    },
  },
  {
    say: [
      '<ask> [the] coefficient of {term} in <expression> {expr}',
      '<ask> [the] coefficient of {term} (when|in the expansion of) {expr} [(is expanded)]',
    ],
    read: (slots) => {
      const [expr, term] = [slots.expr('expr'), slots.expr('term')];
      return expr && term && { kind: 'coefficient', expr, term };
    },
  },
  {
    say: [
      '(complete the square (in|for|of|on)|complete the square) <expression> {expr}',
      '(write|express|put|rewrite) <expression> {expr} (in|into) (vertex form|completed square form|the form of a completed square)',
      '(write|express|rewrite) <expression> {expr} by completing the square',
    ],
    read: ofFormula((expr, slots) => ({ kind: 'completeSquare', expr, ...onlyLetter(expr, slots) })),
  },
  {
    say: [
      '(decompose|split|resolve|expand|write|express|rewrite|put) <expression> {expr} (into|in|as|as a sum of|using) [its] partial fractions [<wrt> {variable}]',
      '<ask> [the] partial [fraction] (fractions|fraction|decomposition|fraction decomposition|fractions decomposition|fraction expansion) [of] <expression> {expr} [,] <wrt> {variable}',
      '<ask> [the] partial [fraction] (fractions|fraction|decomposition|fraction decomposition|fractions decomposition|fraction expansion) [of] <expression> {expr}',
    ],
    read: ofFormula((expr, slots) => {
      const variable = slots.has('variable') ? slots.letter('variable') : onlyLetter(expr, slots).variable;
      if (slots.has('variable') && variable === undefined) return undefined;
      return { kind: 'partialFractions', expr, ...(variable !== undefined && { variable }) };
    }),
  },
  {
    say: [
      '(rationalize|rationalise) [the denominator] [(of|in)] <expression> {expr}',
      '(write|express|rewrite) <expression> {expr} with [a] [an] rational denominator',
    ],
    read: ofFormula((expr) => ({ kind: 'rationalizeDenominator', expr })),
  },
  {
    say: [
      '(combine|write|express|simplify|put|rewrite|add) <expression> {expr} (as|into|to|over|on) [a] [one] [single] (fraction|common denominator|algebraic fraction|rational expression)',
      '(combine|add) <expression> [fractions] {expr} [into one fraction]',
      '(combine|write|express|put|rewrite|add) (as|into|to|over) [a] [one] [single] (fraction|common denominator|algebraic fraction|rational expression) {expr}',
    ],
    read: ofFormula((expr) => ({ kind: 'combine', expr })),
  },
  {
    say: [
      '(collect|combine|gather) [the] [like] terms (in|of|for) <expression> {expr}',
      '(collect|combine|gather|group) [the] [like] terms <expression> {expr}',
      'collect <expression> {expr} [(in|by|with respect to) [powers of] {variable}]',
      '(collect|group) [the] (powers|terms) (of|in) {variable} in <expression> {expr}',
    ],
    read: ofFormula((expr, slots) => {
      const variable = slots.has('variable') ? slots.letter('variable') : undefined;
      return slots.has('variable') && variable === undefined
        ? undefined
        : { kind: 'collect', expr, ...(variable !== undefined && { variable }) };
    }),
  },
  {
    say: [
      '(expand|multiply out|expand and simplify|expand out|multiply|distribute|expand the brackets in|expand the brackets|remove the brackets (in|from)|multiply and simplify|open the brackets in) [out] <expression> {expr} [(out|and simplify|completely|fully)]',
      '<ask> [the] (expansion|expanded form) of {expr}',
      '(write|express) {expr} (without brackets|in expanded form|as a polynomial|in standard form)',
    ],
    read: ofFormula((expr) => ({ kind: 'expand', expr })),
  },
  {
    say: [
      '(factor|take) out [the] [greatest] common [(factor|factors)] [(from|in|of)] <expression> {expr}',
      '(factor|factorize|factorise|factor completely|fully factor|completely factor|fully factorise|fully factorize|factor out) [(fully|completely)] <expression> {expr} [(completely|fully|over the integers|over the rationals|into irreducible factors|as far as possible)]',
      '<ask> [the] (factorization|factorisation|factored form|factors) of <expression> {expr}',
      '(write|express) <expression> {expr} (as a product|as a product of factors|in factored form|in factorised form)',
    ],
    read: ofFormula((expr) =>
      freeSymbols(expr).length === 0
        ? { kind: 'primeFactors', value: expr, ask: 'factorization' }
        : { kind: 'factor', expr },
    ),
  },
  {
    say: [
      '(simplify|reduce|cancel|simplify fully|fully simplify|simplify completely|simplify as far as possible|tidy up) <expression> {expr} [,] (assuming|where|given|if|when|for) [that] {letters} (is|are) [(both|all)] [a] [an] (positive|positive real|positive number|positive real number|positive numbers)',
      '(simplify|reduce|cancel|simplify fully|fully simplify) <expression> {expr} [,] (assuming|where|given|if|when|for) [that] (positive|{condition})',
      '(simplify|reduce|cancel|simplify fully|fully simplify|simplify completely|simplify as far as possible|tidy up|condense) <expression> {expr} [(fully|completely|to (lowest|simplest) (terms|form)|as (far|much) as possible|and (give|write) the exact value)]',
      '(write|express|put|give) <expression> {expr} in [its] (simplest|lowest|simplest radical|simplified) (form|terms)',
      '<ask> [the] (simplified|simplest) form of <expression> {expr}',
    ],
    read: ofFormula((expr, slots) => {
      const positive = slots.has('letters')
        ? slots.letters('letters')
        : slots.has('condition')
          ? positiveIn(slots)
          : [];
      return positive && { kind: 'simplify', expr, positive };
    }),
  },
  {
    say: [
      '<ask> [the] value of {expr} [,] (at|when|if|for|where|given|given that|with) {statements}',
      '<ask> <expression> {expr} [,] (at|when|if|for|where|given|given that|with) {statements}',
      '(substitute|put|plug) {statements} (into|in) <expression> {expr}',
      '(if|given that|given|when|for) {statements} [,] [then] <ask> [the] value of {expr}',
      '(if|given that|given|when|for) {statements} [,] [then] <ask> {expr}',
    ],
    read: (slots) => evaluateWith(slots),
  },
  {
    say: [
      '<ask> <expression> {expr}',
      '{expr} =',
      'what (does|is) {expr} [(equal|equal to|evaluate to|come to)]',
      'how much is {expr}',
      '(simplify and )? evaluate {expr}'.replace('(simplify and )? ', ''),
      'what do you get (if|when) you (evaluate|calculate|work out) {expr}',
    ],
    read: ofFormula((expr, slots) => evaluationOf(expr, slots.context)),
  },
];

function onlyLetter(expr: Expr, slots: Slots): { variable?: string } {
  const letters = freeSymbols(expr).filter((name) => !slots.context.values.has(name));
  return letters.length === 1 && letters[0] !== undefined ? { variable: letters[0] } : {};
}

/** "x > 0": the letters that it makes positive. */
function positiveIn(slots: Slots): readonly string[] | undefined {
  const statements = slots.statements('condition') ?? [];
  const letters = statements.flatMap((statement) => {
    const [left, right] = statement.kind === 'relation' ? statement.operands : [];
    const isPositive = statement.kind === 'relation' && statement.operators[0] === '>' && right?.kind === 'number';
    return isPositive && left?.kind === 'symbol' ? [left.name] : [];
  });
  return letters.length === statements.length && letters.length > 0 ? letters : undefined;
}

/** The value of an expression where letters are given: "x² + 1 at x = 3". */
function evaluateWith(slots: Slots): Understood | undefined {
  const [expr, statements] = [slots.formula('expr'), slots.statements('statements')];
  if (expr === undefined || statements === undefined) return undefined;
  const givens: Given[] = [];
  for (const statement of statements) {
    const [left, right, more] =
      statement.kind === 'relation' && statement.operators[0] === '=' ? statement.operands : [];
    if (left?.kind !== 'symbol' || right === undefined || more !== undefined) return undefined;
    if (givens.some((given) => given.type === 'value' && given.name === left.name)) return undefined;
    givens.push({ type: 'value', name: left.name, task: { kind: 'evaluate', expr: right } });
  }
  return { task: evaluationOf(expr, slots.context), givens };
}
