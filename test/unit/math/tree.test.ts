import assert from 'node:assert/strict';
import { add, decimal, equals, integral, limit, multiply, num, power, sum, sym } from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { rational } from '../../../src/core/math/rational.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { children, freeSymbols, mapExpr, sameExpr, sizeOf, substitute } from '../../../src/core/math/tree.ts';
import { toText } from '../../../src/core/math/print/toText.ts';

const x = sym('x');

function parsed(source: string): Expr {
  const result = parseMath(source);
  assert.ok(result.type === 'parsed', source);
  return result.expr;
}

describe('build', () => {
  it('keeps numbers without sign and without fraction', () => {
    assert.equal(num(-3).kind, 'negate');
    assert.equal(num(rational(-3, 4)).kind, 'negate');
    assert.equal(num(rational(3, 4)).kind, 'divide');
    assert.equal(toText(num(rational(-3, 4))), '-3/4');
  });

  it('writes finite decimals', () => {
    assert.equal(toText(decimal(rational(1, 8))), '0.125');
    assert.equal(toText(decimal(rational(-25, 2))), '-12.5');
    assert.equal(toText(decimal(rational(1, 3))), '1/3');
    assert.equal(toText(decimal(rational(7))), '7');
  });

  it('flattens sums and products and nothing else', () => {
    assert.equal(toText(add(x, add(x, num(1)))), 'x + x + 1');
    assert.equal(toText(multiply(num(2), multiply(x, x))), '2*x*x');
    assert.equal(toText(add()), '0');
    assert.equal(add(x), x);
  });
});

describe('tree', () => {
  it('finds free letters, not bound ones', () => {
    assert.deepEqual(freeSymbols(parsed('x + y*x + a_1')), ['x', 'y', 'a_1']);
    assert.deepEqual(freeSymbols(sum(power(sym('k'), sym('n')), 'k', num(1), sym('m'))), ['n', 'm']);
    assert.deepEqual(freeSymbols(integral(x, 'x', [num(0), x])), ['x']);
    assert.deepEqual(freeSymbols(limit(x, 'x', sym('a'))), ['a']);
    assert.deepEqual(freeSymbols(integral(x, 'x')), ['x']);
  });

  it('puts expressions in the place of letters, all at once', () => {
    assert.equal(toText(substitute(parsed('x + y'), { x: sym('y'), y: num(2) })), 'y + 2');
    assert.equal(toText(substitute(parsed('sum(k*n, k, 1, n)'), { k: num(5), n: num(3) })), 'sum(k*3, k, 1, 3)');
  });

  it('compares structure, not notation and place', () => {
    assert.ok(sameExpr(parsed('0.5x'), multiply(decimal(rational(1, 2)), x)));
    assert.ok(sameExpr(parsed('2 \\cdot x'), parsed('2x')));
    assert.ok(!sameExpr(parsed('x + 1'), parsed('1 + x')));
    assert.ok(!sameExpr(parsed('x < 1'), parsed('x <= 1')));
    assert.ok(!sameExpr(parsed('(1, 2]'), parsed('[1, 2]')));
  });

  it('maps bottom up and counts nodes', () => {
    const doubled = mapExpr(parsed('x + 3'), (node) => (node.kind === 'symbol' ? multiply(num(2), node) : node));
    assert.equal(toText(doubled), '2*x + 3');
    assert.equal(sizeOf(equals(x, add(x, num(1)))), 5);
  });

  it('keeps the children of every kind of node when nothing changes', () => {
    const sources = [
      '\\int_0^1 x dx',
      'lim_(x->0) (x)',
      'sum(k, k, 1, 3)',
      '[[1,2],[3,4]]',
      '{1,2}',
      '(1,2]',
      'root(x, 3)',
      'not x = 2',
      '|x|!',
      '3 ± 2',
    ];
    for (const source of sources) {
      const expr = parsed(source);
      assert.equal(
        mapExpr(expr, (node) => node),
        expr,
      );
      assert.ok(children(expr).length > 0);
    }
  });
});
