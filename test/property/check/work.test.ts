import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeWork } from '../../../src/core/check/work/judgeWork.ts';
import { relate } from '../../../src/core/check/work/relate.ts';
import { readLine } from '../../../src/core/check/work/readLine.ts';
import type { LineVerdict } from '../../../src/core/check/work/judgement.ts';
import {
  add,
  divide,
  equals,
  multiply,
  num,
  or,
  power,
  relation,
  subtract,
  sym,
} from '../../../src/core/math/build.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { toTex } from '../../../src/core/math/print/toTex.ts';
import { substitute } from '../../../src/core/math/tree.ts';

const x = sym('x');
const small = fc.integer({ min: -5, max: 5 });
const nonzero = small.filter((n) => n !== 0);

/** Statements about x of the kinds that school work has. */
const statement: fc.Arbitrary<Expr> = fc.oneof(
  fc.tuple(nonzero, small, small).map(([a, b, c]) => equals(add(multiply(num(a), x), num(b)), num(c))),
  fc.tuple(nonzero, small, small).map(([a, b, c]) => relation(add(multiply(num(a), x), num(b)), '<', num(c))),
  fc.tuple(small, small).map(([a, b]) => equals(multiply(subtract(x, num(a)), subtract(x, num(b))), num(0))),
  fc.tuple(small, small).map(([a, b]) => or(equals(x, num(a)), equals(x, num(b)))),
  fc.tuple(small, small).map(([a, b]) => equals(power(add(x, num(a)), num(2)), num(b))),
  fc.tuple(nonzero, nonzero, small).map(([a, b, c]) => equals(divide(num(a), add(x, num(c))), num(b))),
);

const isFine = ({ kind }: LineVerdict) => kind === 'proved' || kind === 'valid';

/** Turned round: what is lost one way is added the other way. */
const reversed: Readonly<Record<string, string>> = {
  equivalent: 'equivalent',
  'adds-solutions': 'loses-solutions',
  'loses-solutions': 'adds-solutions',
  different: 'different',
  unrelated: 'unrelated',
};

describe('relate', () => {
  it('is symmetric', () => {
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const [forth, back] = [relate([a], b).relation, relate([b], a).relation];
        assert.equal(back, reversed[forth ?? ''], `${toTex(a)} and ${toTex(b)}`);
      }),
      { numRuns: 150 },
    );
  });

  it('takes every line as equivalent to itself', () => {
    fc.assert(
      fc.property(statement, (a) => {
        assert.equal(relate([a], a).relation, 'equivalent');
      }),
      { numRuns: 100 },
    );
  });

  it('is never valid where it says that something is lost, and never invalid where nothing is', () => {
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const verdict = relate([a], b);
        const isBad = verdict.relation === 'loses-solutions' || verdict.relation === 'different';
        assert.equal(verdict.kind === 'invalid', isBad);
        assert.ok(!(isBad && isFine(verdict)));
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the names of the unknowns', () => {
    fc.assert(
      fc.property(statement, statement, fc.constantFrom('y', 't', 'z', 'alpha', 'n', 'q_1'), (a, b, name) => {
        const renamed = [a, b].map((expr) => substitute(expr, { x: sym(name) }));
        const [first, second] = [relate([a], b), relate([renamed[0] ?? a], renamed[1] ?? b)];
        assert.deepEqual([second.kind, second.relation], [first.kind, first.relation]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('judgeWork', () => {
  it('judges what was printed as what was meant', () => {
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const { verdicts } = judgeWork({ lines: [toTex(a), toTex(b)] }, { isOpen: true });
        const direct = relate([a], b);
        assert.equal(verdicts[0]?.relation, 'given');
        // Letters that are not there any more, and lists that are cases of each other, are read with more care.
        if (direct.kind === 'proved') assert.notEqual(verdicts[1]?.kind, 'invalid');
        if (direct.kind === 'invalid') assert.ok(!isFine(verdicts[1] ?? direct));
      }),
      { numRuns: 100 },
    );
  });

  const pieces = fc.constantFrom(
    ...['x', '=', '2', '+', '(', ')', '\\frac{', '}', '{', '^', '$', '\\begin{cases}', '\\end{cases}', '\\\\', '&'],
    ...[
      ' or ',
      ' so ',
      'no solution',
      'Let ',
      'case 1:',
      'if ',
      '≠',
      '<',
      '∈',
      '√',
      '|',
      ',',
      ';',
      ':',
      '.',
      '\\',
      '−',
    ],
    ...['\n', '\t', '\u00a0', '１', '∅', '\\text{', 'therefore', '0', '/', '*', '±', 'sin', 'ln', 'log_', '∫', 'lim'],
  );
  const line = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
  );

  it('never throws, and gives one verdict a line', () => {
    fc.assert(
      fc.property(fc.option(line, { nil: undefined }), fc.array(line, { maxLength: 5 }), (problem, lines) => {
        const { verdicts, firstError } = judgeWork({ problem, lines });
        assert.equal(verdicts.length, lines.length);
        assert.equal(
          firstError,
          verdicts.findIndex(({ kind }) => kind === 'invalid'),
        );
      }),
      { numRuns: 250 },
    );
  });

  it('reads places that lie in the line', () => {
    fc.assert(
      fc.property(line, (text) => {
        for (const part of readLine(text).parts) {
          assert.ok(part.start >= 0 && part.start <= part.end && part.end <= text.length, part.type);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stands long and deep lines', () => {
    const deep = `${'('.repeat(3000)}x${')'.repeat(3000)} = 1`;
    const fractions = `${'\\frac{1}{1+'.repeat(300)}x${'}'.repeat(300)} = 2`;
    const long = `x = ${'1 + '.repeat(25_000)}1`;
    const words = 'and so on '.repeat(10_000);
    const towers = '9^{9^{9^{9^{9}}}} = x';
    for (const text of [deep, fractions, long, words, towers, '='.repeat(100_000), '$'.repeat(50_000)]) {
      const { verdicts } = judgeWork({ lines: ['2x = 4', text, 'x = 2'] });
      assert.equal(verdicts.length, 3);
      assert.equal(verdicts[2]?.kind, 'proved');
    }
  });
});
