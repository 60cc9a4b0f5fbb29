import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkClaim } from '../../../src/core/check/claims.ts';
import { verifySolutions } from '../../../src/core/check/solutions.ts';
import {
  abs,
  add,
  and,
  call,
  divide,
  equals,
  multiply,
  negate,
  num,
  or,
  power,
  relation,
  sqrt,
  subtract,
  sym,
} from '../../../src/core/math/build.ts';
import { areEqual } from '../../../src/core/math/equality.ts';
import type { Expr, RelationOperator } from '../../../src/core/math/expr.ts';
import { toPolynomial } from '../../../src/core/math/polynomial/toPolynomial.ts';
import { substitute } from '../../../src/core/math/tree.ts';

const x = sym('x');
const small = fc.integer({ min: -6, max: 6 });
const leaf: fc.Arbitrary<Expr> = fc.oneof(
  small.map((n) => num(n)),
  fc.constantFrom<Expr>(x, sym('y'), sym('a')),
);

const expression: fc.Arbitrary<Expr> = fc.letrec<{ node: Expr }>((tie) => {
  const child = tie('node');
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.tuple(child, child).map(([a, b]) => add(a, b)),
      fc.tuple(child, child).map(([a, b]) => multiply(a, b)),
      fc.tuple(child, child).map(([a, b]) => subtract(a, b)),
      fc.tuple(child, child).map(([a, b]) => divide(a, b)),
      child.map((a) => power(a, num(2))),
      child.map((a) => sqrt(a)),
      child.map((a) => abs(a)),
      child.map((a) => call('sin', a)),
      child.map((a) => power(num(2), a)),
    ),
  };
}).node;

/** True wherever both sides have a value. */
const trueRules: readonly ((a: Expr, b: Expr, c: Expr) => readonly [Expr, Expr])[] = [
  (a, b, c) => [multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c))],
  (a, b) => [power(add(a, b), num(2)), add(power(a, num(2)), multiply(num(2), a, b), power(b, num(2)))],
  (a, b) => [subtract(power(a, num(2)), power(b, num(2))), multiply(add(a, b), subtract(a, b))],
  (a, b, c) => [add(divide(a, c), divide(b, c)), divide(add(a, b), c)],
  (a, b, c) => [divide(multiply(a, c), multiply(b, c)), divide(a, b)],
  (a) => [add(power(call('sin', a), num(2)), power(call('cos', a), num(2))), num(1)],
  (a) => [call('sin', multiply(num(2), a)), multiply(num(2), call('sin', a), call('cos', a))],
  (a) => [sqrt(power(a, num(2))), abs(a)],
  (a, b) => [power(num(3), add(a, b)), multiply(power(num(3), a), power(num(3), b))],
  (a) => [call('ln', power(num(2), a)), multiply(a, call('ln', num(2)))],
  (a, b) => [subtract(a, negate(b)), add(a, b)],
];

/** Wrong as a rule: the sides differ for most values. */
const wrongRules: readonly ((a: Expr, b: Expr) => readonly [Expr, Expr])[] = [
  (a, b) => [power(add(a, b), num(2)), add(power(a, num(2)), power(b, num(2)))],
  (a, b) => [sqrt(add(a, b)), add(sqrt(a), sqrt(b))],
  (a, b) => [divide(num(1), add(a, b)), add(divide(num(1), a), divide(num(1), b))],
  (a, b) => [subtract(a, negate(b)), subtract(a, b)],
  (a) => [power(num(2), multiply(num(2), a)), multiply(num(2), power(num(2), a))],
];

describe('equality', function () {
  this.timeout(30_000);

  it('never calls a true rewriting different', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trueRules), expression, expression, expression, (rule, a, b, c) => {
        const [left, right] = rule(a, b, c);
        assert.notEqual(areEqual(left, right).result, 'different');
      }),
      { numRuns: 150 },
    );
  });

  it('proves true rewritings of plain expressions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trueRules), leaf, leaf, (rule, a, b) => {
        const [left, right] = rule(a, b, add(x, num(7)));
        const { result, how } = areEqual(left, right);
        if (result !== 'unknown') assert.deepEqual([result, how], ['equal', 'symbolic']);
      }),
      { numRuns: 150 },
    );
  });

  it('never calls a rewriting equal that changes the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...wrongRules), small, small, (rule, m, n) => {
        const [left, right] = rule(add(multiply(num(m), x), num(3)), add(sym('y'), num(n)));
        const { result } = areEqual(left, right);
        const isSame = m === 0 && rule === wrongRules[4] ? 'unknown' : 'different';
        if (isSame === 'different') assert.equal(result, 'different');
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(expression, fc.integer({ min: 1, max: 9 }), (a, n) => {
        assert.notEqual(areEqual(a, add(a, num(n))).result, 'equal');
      }),
      { numRuns: 100 },
    );
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        assert.equal(areEqual(a, b).result, areEqual(b, a).result);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the names of the letters', () => {
    fc.assert(
      fc.property(expression, expression, (a, b) => {
        const renamed = (expr: Expr) => substitute(expr, { x: sym('t'), y: sym('q'), a: sym('m') });
        assert.equal(areEqual(a, b).result, areEqual(renamed(a), renamed(b)).result);
      }),
      { numRuns: 60 },
    );
  });
});

const roots = fc.array(small, { minLength: 1, maxLength: 3 });
const withRoots = (values: readonly number[]): Expr => multiply(...values.map((root) => subtract(x, num(root))));
const listed = (values: readonly number[]): Expr => or(...values.map((root) => equals(x, num(root))));

describe('solution sets', function () {
  this.timeout(30_000);

  it('are those of the factors, whatever the order and multiplicity', () => {
    fc.assert(
      fc.property(roots, fc.integer({ min: 1, max: 5 }), (values, factor) => {
        const from = equals(multiply(num(factor), withRoots(values)), num(0));
        const verdict = checkClaim({ type: 'equivalent', from, to: listed([...values].reverse()), unknowns: ['x'] });
        assert.equal(verdict.kind, 'proved');
      }),
    );
  });

  it('lose a solution or gain one exactly where a value is taken away or added', () => {
    fc.assert(
      fc.property(roots, small, (values, extra) => {
        fc.pre(!values.includes(extra));
        const all = [...values, extra];
        const claim = (from: readonly number[], to: readonly number[]) =>
          checkClaim({ type: 'equivalent', from: equals(withRoots(from), num(0)), to: listed(to), unknowns: ['x'] });
        assert.equal(claim(all, values).relation, 'loses-solutions');
        assert.equal(claim(values, all).relation, 'adds-solutions');
        const implied = checkClaim({
          type: 'implies',
          from: equals(withRoots(values), num(0)),
          to: listed(all),
          unknowns: ['x'],
        });
        assert.equal(implied.kind, 'proved');
      }),
    );
  });

  it('of inequalities turn with the sign of a factor', () => {
    const operator = fc.constantFrom<RelationOperator>('<', '<=', '>', '>=');
    const turned: Partial<Record<RelationOperator, RelationOperator>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
    fc.assert(
      fc.property(small, small, operator, (slope, constant, sign) => {
        fc.pre(slope !== 0);
        const from = relation(multiply(num(slope), x), sign, num(constant));
        const kept = relation(x, sign, divide(num(constant), num(slope)));
        const flipped = relation(x, turned[sign] ?? sign, divide(num(constant), num(slope)));
        const verdict = (to: Expr) => checkClaim({ type: 'equivalent', from, to, unknowns: ['x'] }).kind;
        assert.deepEqual([verdict(kept), verdict(flipped)], slope > 0 ? ['proved', 'invalid'] : ['invalid', 'proved']);
      }),
    );
  });

  it('of linear systems come back from their solution', () => {
    fc.assert(
      fc.property(small, small, small, small, small, small, (p, q, a, b, c, d) => {
        fc.pre(a * d - b * c !== 0);
        const row = (m: number, n: number): Expr =>
          equals(add(multiply(num(m), x), multiply(num(n), sym('y'))), num(m * p + n * q));
        const statements = [row(a, b), row(c, d)];
        assert.equal(verifySolutions(statements, ['x', 'y'], [[num(p), num(q)]]).kind, 'proved');
        assert.equal(verifySolutions(statements, ['x', 'y'], [[num(p + 1), num(q)]]).kind, 'invalid');
        const to = and(equals(x, num(p)), equals(sym('y'), num(q)));
        assert.equal(
          checkClaim({ type: 'equivalent', from: and(...statements), to, unknowns: ['x', 'y'] }).kind,
          'proved',
        );
      }),
    );
  });

  it('of polynomials hold the value that is put back, and no other', () => {
    fc.assert(
      fc.property(roots, (values) => {
        const distinct = [...new Set(values)];
        const statement = equals(withRoots(values), num(0));
        assert.ok(toPolynomial(withRoots(values)));
        assert.equal(
          verifySolutions(
            [statement],
            ['x'],
            distinct.map((root) => [num(root)]),
          ).kind,
          'proved',
        );
        assert.equal(
          verifySolutions(
            [statement],
            ['x'],
            distinct.slice(1).map((root) => [num(root)]),
          ).kind,
          'invalid',
        );
      }),
    );
  });
});
