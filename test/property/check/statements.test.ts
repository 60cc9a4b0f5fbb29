import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkEqual } from '../../../src/core/check/equal.ts';
import { checkEquivalent, checkImplies } from '../../../src/core/check/equivalent.ts';
import {
  abs,
  add,
  call,
  divide,
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
import type { Expr, RelationOperator } from '../../../src/core/math/expr.ts';
import { substitute } from '../../../src/core/math/tree.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';

const [x, y] = [sym('x'), sym('y')];
const small = fc.integer({ min: -5, max: 5 });
const nonzero = small.filter((n) => n !== 0);
const linear = fc.tuple(small, small, small).map(([a, b, c]) => add(multiply(num(a), x), multiply(num(b), y), num(c)));
const oneLetter: fc.Arbitrary<Expr> = fc.oneof(
  fc.tuple(nonzero, small).map(([a, b]) => add(multiply(num(a), x), num(b))),
  fc.tuple(small, small).map(([a, b]) => multiply(subtract(x, num(a)), subtract(x, num(b)))),
  fc.tuple(small, nonzero).map(([a, b]) => divide(num(b), subtract(x, num(a)))),
  small.map((a) => abs(subtract(x, num(a)))),
  small.map((a) => sqrt(add(x, num(a)))),
  small.map((a) => call('ln', add(x, num(a)))),
  small.map((a) => power(num(2), add(x, num(a)))),
);
const side = fc.oneof(
  small.map((n) => num(n)),
  linear,
  oneLetter,
);
const operators: fc.Arbitrary<RelationOperator> = fc.constantFrom('=', '<', '<=', '>', '>=');
const statement = fc.tuple(side, operators, side).map(([left, operator, right]) => relation(left, operator, right));
const turned: Partial<Record<RelationOperator, RelationOperator>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

type Parts = readonly [left: Expr, operator: RelationOperator, right: Expr];

/** What may be done to both sides, always. */
const trueMoves: readonly ((parts: Parts, n: number) => Expr)[] = [
  ([a, op, b], n) => relation(add(a, num(n)), op, add(b, num(n))),
  ([a, op, b]) => relation(subtract(a, b), op, num(0)),
  ([a, op, b]) => relation(b, turned[op] ?? op, a),
  ([a, op, b]) => relation(negate(a), turned[op] ?? op, negate(b)),
  ([a, op, b], n) => relation(multiply(num(Math.abs(n)), a), op, multiply(num(Math.abs(n)), b)),
  ([a, op, b], n) => relation(divide(a, num(-Math.abs(n))), turned[op] ?? op, divide(b, num(-Math.abs(n)))),
];

const options = { unknowns: ['x', 'y'], work: unlimitedWork };
const partsOf = (expr: Expr): Parts => {
  if (expr.kind !== 'relation') return assert.fail('no relation');
  const [left, right] = expr.operands;
  return [left ?? num(0), expr.operators[0] ?? '=', right ?? num(0)];
};

describe('statements', function () {
  this.timeout(60_000);

  it('are equivalent to what the same is done to both sides of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trueMoves), statement, nonzero, (move, before, n) => {
        const after = move(partsOf(before), n);
        assert.notEqual(checkEquivalent(before, after, options).kind, 'invalid');
        assert.notEqual(checkImplies(before, after, options).kind, 'invalid');
      }),
      { numRuns: 120 },
    );
  });

  it('with the same letters are as equivalent one way as the other', () => {
    fc.assert(
      fc.property(statement, statement, (first, second) => {
        const [there, back] = [checkEquivalent(first, second, options), checkEquivalent(second, first, options)];
        const isProved = (kind: string) => kind === 'proved' || kind === 'valid';
        assert.ok(!(isProved(there.kind) && back.kind === 'invalid'), `${there.evidence ?? ''} ${back.evidence ?? ''}`);
        assert.ok(!(isProved(back.kind) && there.kind === 'invalid'), `${there.evidence ?? ''} ${back.evidence ?? ''}`);
      }),
      { numRuns: 120 },
    );
  });

  it('are followed by what they are a case of, and not equivalent to it', () => {
    fc.assert(
      fc.property(small, small, (m, n) => {
        fc.pre(m !== n);
        const [one, both] = [relation(x, '=', num(m)), or(relation(x, '=', num(m)), relation(x, '=', num(n)))];
        assert.equal(checkImplies(one, both, options).kind, 'proved');
        assert.equal(checkEquivalent(one, both, options).relation, 'adds-solutions');
        assert.equal(checkEquivalent(both, one, options).relation, 'loses-solutions');
      }),
    );
  });

  it('do not depend on the names of the unknowns', () => {
    const names = [
      ['n', 'k'],
      ['t', 'x'],
      ['alpha', 'y_1'],
    ] as const;
    fc.assert(
      fc.property(statement, statement, fc.constantFrom(...names), (first, second, [u, v]) => {
        const renamed = (expr: Expr) => substitute(expr, { x: sym(u), y: sym(v) });
        const there = checkEquivalent(first, second, options);
        const other = checkEquivalent(renamed(first), renamed(second), { unknowns: [u, v], work: unlimitedWork });
        assert.equal(other.kind, there.kind);
        assert.equal(other.relation, there.relation);
      }),
      { numRuns: 80 },
    );
  });

  it('hold of sets in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(small, { minLength: 1, maxLength: 5 }), (values) => {
        const [set, reversed] = [values, [...values].reverse()].map((items): Expr => ({
          kind: 'set',
          items: items.map((n) => num(n)),
        }));
        if (set && reversed) assert.equal(checkEqual(set, reversed).kind, 'proved');
      }),
    );
  });
});
