import assert from 'node:assert/strict';
import fc from 'fast-check';
import katex from 'katex';
import { checkClaim } from '../../../src/core/check/claims.ts';
import { nameMistake } from '../../../src/core/check/mistakes/nameMistake.ts';
import {
  add,
  call,
  derivative,
  divide,
  equals,
  multiply,
  multiplyWithDot,
  negate,
  num,
  power,
  relation,
  sqrt,
  subtract,
  sym,
} from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { freeSymbols } from '../../../src/core/math/tree.ts';
import type { Mistake } from '../../../src/core/session/step.ts';

const letter = fc.constantFrom('x', 'y', 'a', 'n', 't').map(sym);
const other = fc.constantFrom('b', 'c', 'z', 'm').map(sym);
/** Numbers without accidents: 0, 1 and -1 make many wrong rules right. */
const size = fc.integer({ min: 3, max: 40 });
const exponent = fc.integer({ min: 3, max: 6 });
/** What stands for a term: a letter, a multiple, a power. */
const term = fc.oneof(
  other,
  size.map((n) => num(n)),
  fc.tuple(size, other).map(([n, u]) => multiply(num(n), u)),
);

interface Shape {
  readonly from: Expr;
  readonly to: Expr;
}

interface Case {
  readonly id: string;
  /** Explanations that fit as well for some of these. */
  readonly neighbours: readonly string[];
  readonly shape: fc.Arbitrary<Shape>;
}

const two = num(2);

const cases: readonly Case[] = [
  {
    id: 'sign-lost-moving',
    neighbours: ['wrong-inverse-operation', 'only-one-side-changed'],
    shape: fc.tuple(size, size, size, letter).map(([p, q, r, u]) => ({
      from: equals(add(multiply(num(p), u), num(q)), num(r)),
      to: equals(multiply(num(p), u), num(r + q)),
    })),
  },
  {
    id: 'distributed-over-one-term',
    neighbours: [],
    shape: fc.tuple(size, size, letter).map(([p, q, u]) => ({
      from: multiply(num(p), add(u, num(q))),
      to: add(multiply(num(p), u), num(q)),
    })),
  },
  {
    id: 'sign-not-distributed',
    neighbours: [],
    shape: fc.tuple(size, term, letter).map(([p, b, u]) => ({
      from: subtract(num(p), subtract(u, b)),
      to: subtract(subtract(num(p), u), b),
    })),
  },
  {
    id: 'power-of-sum',
    neighbours: [],
    shape: fc
      .tuple(letter, term)
      .map(([u, b]) => ({ from: power(add(u, b), two), to: add(power(u, two), power(b, two)) })),
  },
  {
    id: 'root-of-sum',
    neighbours: [],
    shape: fc.tuple(letter, term).map(([u, b]) => ({ from: sqrt(add(u, b)), to: add(sqrt(u), sqrt(b)) })),
  },
  {
    id: 'divided-by-sum-term-by-term',
    neighbours: [],
    shape: fc.tuple(size, letter, term).map(([p, u, b]) => ({
      from: divide(num(p), add(u, b)),
      to: add(divide(num(p), u), divide(num(p), b)),
    })),
  },
  {
    id: 'function-of-sum',
    neighbours: [],
    shape: fc.tuple(fc.constantFrom('sin', 'cos', 'tan', 'exp'), letter, term).map(([name, u, b]) => ({
      from: call(name, add(u, b)),
      to: add(call(name, u), call(name, b)),
    })),
  },
  {
    id: 'logarithm-rules',
    neighbours: [],
    shape: fc
      .tuple(letter, term)
      .map(([u, b]) => ({ from: add(call('ln', u), call('ln', b)), to: call('ln', add(u, b)) })),
  },
  {
    id: 'cancelled-a-term',
    neighbours: [],
    shape: fc.tuple(size, letter).map(([p, u]) => ({ from: divide(add(u, num(p)), num(p)), to: u })),
  },
  {
    id: 'fractions-added-across',
    neighbours: [],
    shape: fc.tuple(size, size, size, size).map(([p, q, r, s]) => ({
      from: add(divide(num(p), num(q)), divide(num(r), num(s))),
      to: divide(num(p + r), num(q + s)),
    })),
  },
  {
    id: 'order-of-operations',
    neighbours: [],
    shape: fc.tuple(size, size, size).map(([p, q, r]) => ({
      from: add(num(p), multiplyWithDot(num(q), num(r))),
      to: num((p + q) * r),
    })),
  },
  {
    id: 'product-of-powers',
    neighbours: [],
    shape: fc.tuple(exponent, exponent, letter).map(([p, q, u]) => ({
      from: multiply(power(u, num(p)), power(u, num(q))),
      to: power(u, num(p * q)),
    })),
  },
  {
    id: 'power-of-power',
    neighbours: [],
    shape: fc.tuple(exponent, exponent, letter).map(([p, q, u]) => ({
      from: power(power(u, num(p)), num(q)),
      to: power(u, num(p + q)),
    })),
  },
  {
    id: 'power-of-product',
    neighbours: [],
    shape: fc.tuple(size, exponent, letter).map(([p, q, u]) => ({
      from: power(multiply(num(p), u), num(q)),
      to: multiply(num(p), power(u, num(q))),
    })),
  },
  {
    id: 'negative-exponent',
    neighbours: [],
    shape: fc.tuple(exponent, letter).map(([p, u]) => ({ from: power(u, num(-p)), to: negate(power(u, num(p))) })),
  },
  {
    id: 'unlike-terms',
    neighbours: ['distributed-over-one-term'],
    shape: fc.tuple(size, size, letter).map(([p, q, u]) => ({
      from: add(multiply(num(p), u), num(q)),
      to: multiply(num(p + q), u),
    })),
  },
  {
    id: 'variable-forgotten',
    neighbours: [],
    shape: fc.tuple(size, size, letter).map(([p, q, u]) => ({
      from: equals(multiply(num(p), u), num(q)),
      to: equals(num(p), num(q)),
    })),
  },
  {
    id: 'plus-minus-forgotten',
    neighbours: [],
    shape: fc.tuple(size, letter).map(([p, u]) => ({ from: equals(power(u, two), num(p * p)), to: equals(u, num(p)) })),
  },
  {
    id: 'divided-by-possible-zero',
    neighbours: [],
    shape: fc
      .tuple(size, letter)
      .map(([p, u]) => ({ from: equals(power(u, two), multiply(num(p), u)), to: equals(u, num(p)) })),
  },
  {
    id: 'inequality-not-turned',
    neighbours: [],
    shape: fc
      .tuple(size, size, letter, fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const))
      .map(([p, q, u, operator]) => ({
        from: relation(multiply(num(-p), u), operator, num(p * q)),
        to: relation(u, operator, num(-q)),
      })),
  },
  {
    id: 'one-term-divided',
    neighbours: [],
    shape: fc.tuple(size, size, size, letter).map(([p, q, r, u]) => ({
      from: equals(add(multiply(num(p), u), num(q)), num(p * r)),
      to: equals(add(u, num(q)), num(r)),
    })),
  },
  {
    id: 'derivative-of-product',
    neighbours: [],
    shape: fc.tuple(exponent, letter).map(([p, u]) => ({
      from: derivative(multiply(power(u, num(p)), call('sin', u)), u.name),
      to: multiply(num(p), power(u, num(p - 1)), call('cos', u)),
    })),
  },
  {
    id: 'chain-rule',
    neighbours: ['derivative-of-function'],
    shape: fc.tuple(size, letter).map(([p, u]) => ({
      from: derivative(call('sin', multiply(num(p), u)), u.name),
      to: call('cos', multiply(num(p), u)),
    })),
  },
  {
    id: 'power-rule',
    neighbours: [],
    shape: fc.tuple(exponent, letter).map(([p, u]) => ({
      from: derivative(power(u, num(p)), u.name),
      to: multiply(num(p), power(u, num(p))),
    })),
  },
  {
    id: 'minus-times-minus',
    neighbours: [],
    shape: fc.tuple(size, size, letter).map(([p, q, u]) => ({
      from: equals(u, multiply(num(-p), num(-q))),
      to: equals(u, num(-p * q)),
    })),
  },
];

function isRefused({ from, to }: Shape): boolean {
  const claim =
    from.kind === 'relation'
      ? ({ type: 'equivalent', from, to, unknowns: freeSymbols(from).slice(0, 1) } as const)
      : ({ type: 'equal', left: from, right: to } as const);
  return checkClaim(claim).kind === 'invalid';
}

function assertNamed(mistake: Mistake | undefined, { id, neighbours }: Case): void {
  assert.ok(mistake !== undefined, 'not named');
  assert.ok(mistake.id === id || neighbours.includes(mistake.id), `${mistake.id}: ${mistake.text}`);
  for (const [, formula = ''] of mistake.text.matchAll(/\$([^$]+)\$/g)) {
    katex.renderToString(formula, { throwOnError: true, strict: 'error' });
  }
}

describe('mistakes', () => {
  for (const one of cases) {
    it(`refuses and names: ${one.id}`, () => {
      fc.assert(
        fc.property(one.shape, (shape) => {
          fc.pre(isRefused(shape));
          assertNamed(nameMistake(shape.from, shape.to), one);
        }),
        { numRuns: 40, seed: 7 },
      );
    });
  }

  it('names nothing in a right rewriting', () => {
    const right: fc.Arbitrary<Shape> = fc.oneof(
      fc
        .tuple(size, term, letter)
        .map(([p, b, u]) => ({ from: multiply(num(p), add(u, b)), to: add(multiply(num(p), u), multiply(num(p), b)) })),
      fc.tuple(size, size, letter).map(([p, q, u]) => ({
        from: equals(add(multiply(num(p), u), num(q)), num(0)),
        to: equals(u, divide(num(-q), num(p))),
      })),
      fc.tuple(letter, term).map(([u, b]) => ({
        from: power(subtract(u, b), two),
        to: add(power(u, two), multiply(num(-2), u, b), power(b, two)),
      })),
      fc
        .tuple(size, letter)
        .map(([p, u]) => ({ from: relation(multiply(num(-p), u), '<', num(p)), to: relation(u, '>', num(-1)) })),
      fc
        .tuple(exponent, letter)
        .map(([p, u]) => ({ from: derivative(power(u, num(p)), u.name), to: multiply(num(p), power(u, num(p - 1))) })),
    );
    fc.assert(
      fc.property(right, ({ from, to }) => assert.equal(nameMistake(from, to), undefined)),
      { numRuns: 150, seed: 11 },
    );
  });
});
