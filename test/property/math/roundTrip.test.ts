import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  abs,
  add,
  call,
  divide,
  factorial,
  multiply,
  negate,
  num,
  power,
  relation,
  root,
  sqrt,
  sym,
} from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { toTex } from '../../../src/core/math/print/toTex.ts';
import { toText } from '../../../src/core/math/print/toText.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';
import { mapExpr, sameExpr } from '../../../src/core/math/tree.ts';

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  fc.integer({ min: 0, max: 120 }).map((value) => num(value)),
  fc.constantFrom(...['x', 'y', 'a', 'n', 'alpha', 'x_1', 'b']).map((name) => sym(name)),
  fc.constantFrom<Expr>({ kind: 'constant', name: 'pi' }, { kind: 'constant', name: 'e' }),
);

const { expr } = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((terms) => add(...terms)),
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((factors) => multiply(...factors)),
    fc.tuple(tie('expr'), tie('expr')).map(([left, right]) => divide(left, right)),
    fc.tuple(tie('expr'), tie('expr')).map(([left, right]) => power(left, right)),
    tie('expr').map((operand) => negate(operand)),
    tie('expr').map((operand) => sqrt(operand)),
    tie('expr').map((operand) => root(operand, num(3))),
    tie('expr').map((operand) => abs(operand)),
    tie('expr').map((operand) => factorial(operand)),
    fc.tuple(fc.constantFrom('sin', 'ln', 'atan', 'f'), tie('expr')).map(([name, argument]) => call(name, argument)),
  ),
}));

/** Up to grouping: where minus signs stand in a product, and how sums and products are nested. */
function regrouped(tree: Expr): Expr {
  return mapExpr(tree, (node) => {
    if (node.kind === 'add') return add(...node.terms);
    if (node.kind === 'negate' && node.operand.kind === 'negate') return node.operand.operand;
    if (node.kind === 'negate' && node.operand.kind === 'multiply') {
      const [first, ...rest] = node.operand.factors;
      return first === undefined ? node : regrouped(multiply(negate(first), ...rest));
    }
    if (node.kind === 'multiply') return multiply(...node.factors);
    return node;
  });
}

function readBack(source: string): Expr {
  const result = parseMath(source);
  assert.ok(result.type === 'parsed', `${source}: ${result.type === 'failed' ? result.message : ''}`);
  return result.expr;
}

describe('what is printed is read back as the same', () => {
  for (const [name, print] of [
    ['toText', toText],
    ['toTex', toTex],
  ] as const) {
    it(name, function () {
      this.timeout(20_000);
      fc.assert(
        fc.property(expr, (tree) => {
          const source = print(tree);
          const back = readBack(source);
          assert.ok(
            sameExpr(regrouped(back), regrouped(tree)),
            `${source}  →  ${toText(back)}  instead of  ${toText(tree)}`,
          );
        }),
        { numRuns: 1_000, seed: 20_261_122 },
      );
    });
  }

  it('relations too', function () {
    this.timeout(20_000);
    const operator = fc.constantFrom('=', '<', '<=', '>', '>=', '!=');
    fc.assert(
      fc.property(expr, operator, expr, (left, sign, right) => {
        const tree = relation(left, sign, right);
        for (const print of [toText, toTex]) assert.ok(sameExpr(regrouped(readBack(print(tree))), regrouped(tree)));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('any text', () => {
  it('is read or refused, never thrown at', function () {
    this.timeout(20_000);
    const scraps = fc.array(
      fc.constantFrom(
        ...[
          'x',
          '2',
          '3.5',
          '(',
          ')',
          '[',
          ']',
          '{',
          '}',
          '|',
          '+',
          '-',
          '*',
          '/',
          '^',
          '_',
          '=',
          '<',
          ',',
          ';',
          '!',
          "'",
          '%',
          ' ',
          '\n',
        ],
        ...[
          '\\frac',
          '\\sqrt',
          '\\left',
          '\\right',
          '\\begin{cases}',
          '\\end{cases}',
          '\\\\',
          '&',
          '\\int',
          'dx',
          '\\lim',
          '\\sum',
          '\\text{or}',
        ],
        ...[
          'sin',
          'log',
          'pi',
          'e',
          'i',
          'd',
          'f',
          'or',
          'and',
          '²',
          '₁',
          '√',
          '∞',
          '∪',
          '±',
          '\\circ',
          '½',
          'lim',
          'sum',
          '->',
          '≤',
          '…',
        ],
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          scraps.map((list) => list.join('')),
          fc.string({ unit: 'binary', maxLength: 60 }),
        ),
        (source) => {
          const result = parseMath(source);
          if (result.type === 'failed') {
            assert.ok(result.message.length > 0 && result.at >= 0 && result.at <= source.length);
          } else {
            assert.ok(toText(result.expr).length > 0 && toTex(result.expr).length > 0);
          }
        },
      ),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
