import assert from 'node:assert/strict';
import fc from 'fast-check';
import { add, divide, multiply, negate, num, power, sqrt } from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { toText } from '../../../src/core/math/print/toText.ts';
import { unlimitedWork } from '../../../src/core/solve/exactWork.ts';
import { evaluateKind } from '../../../src/core/solve/numbers/evaluateKind.ts';
import { assertSound } from '../../unit/solve/numbers/sound.ts';

/** The value in floating point, by a route that shares nothing with the solver. */
function approximate(expr: Expr): number {
  switch (expr.kind) {
    case 'number':
      return expr.value.valueOf();
    case 'add':
      return expr.terms.reduce((sum, term) => sum + approximate(term), 0);
    case 'multiply':
      return expr.factors.reduce((product, factor) => product * approximate(factor), 1);
    case 'negate':
      return -approximate(expr.operand);
    case 'divide':
      return approximate(expr.numerator) / approximate(expr.denominator);
    case 'power':
      return approximate(expr.base) ** approximate(expr.exponent);
    case 'root':
      return Math.sqrt(approximate(expr.radicand));
    default:
      return Number.NaN;
  }
}

const integer = fc.integer({ min: -30, max: 30 }).map((value) => num(value));
const { expression } = fc.letrec<{ expression: Expr }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'arithmetic' },
    integer,
    fc.integer({ min: 2, max: 300 }).map((value) => sqrt(num(value))),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => add(a, b)),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => add(a, negate(b))),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => multiply(a, b)),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => divide(a, b)),
    tie('expression').map((a) => negate(a)),
    tie('expression').map((a) => power(a, num(2))),
  ),
}));

describe('exact arithmetic on expressions made at random', () => {
  it('agrees with floating point, and every step of every derivation holds', async () => {
    await fc.assert(
      fc.asyncProperty(expression, async (expr) => {
        const [way] = await evaluateKind.ways({ kind: 'simplify', expr, positive: [] }, unlimitedWork);
        if (way === undefined) return;
        const derivation = await way.derive();
        if (derivation.type === 'stuck') {
          assert.notEqual(derivation.reason, 'unsupported', toText(expr));
          return;
        }
        assertSound(derivation);
        assert.equal(derivation.answer.verdict.kind, 'proved');
        const [expected, found] = [approximate(expr), approximate(derivation.answer.value ?? expr)];
        const size = Math.max(1, Math.abs(expected));
        if (Number.isFinite(expected) && size < 1e9)
          assert.ok(Math.abs(found - expected) < 1e-3 * size, `${toText(expr)}: ${derivation.answer.text}`);
      }),
      { numRuns: 300, seed: 20_240_517 },
    );
  });
});
