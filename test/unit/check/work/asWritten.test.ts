import assert from 'node:assert/strict';
import { judgeWork } from '../../../../src/core/check/work/judgeWork.ts';
import type { LineVerdict } from '../../../../src/core/check/work/judgement.ts';

function judge(problem: string | undefined, ...lines: string[]): readonly LineVerdict[] {
  return judgeWork({ problem, lines }).verdicts;
}

/** The last line's verdict, one word. */
function last(problem: string | undefined, ...lines: string[]): string {
  const verdict = judge(problem, ...lines).at(-1);
  return verdict?.kind === 'proved' || verdict?.kind === 'valid' ? 'right' : (verdict?.kind ?? '');
}

describe('quantities in a line', () => {
  for (const [from, right, wrong] of [
    ['5 km + 300 m', '= 5300 m', '= 305 m'],
    ['5 km + 300 m', '= 5.3 km', '= 8 km'],
    ['2 h 30 min', '= 150 min', '= 230 min'],
    ['45 min + 30 min', '= 1 h 15 min', '= 1.15 h'],
    ['2.5 hours', '= 150 minutes', '= 250 minutes'],
    ['3 m²', '= 30000 cm²', '= 300 cm²'],
    ['40 cm · 25 cm', '= 0.1 m²', '= 0.01 m²'],
    ['60 km/h · 2 h', '= 120 km', '= 30 km'],
    ['72 km/h', '= 20 m/s', '= 7.2 m/s'],
    ['1.5 kg - 400 g', '= 1100 g', '= 1.1 g'],
    ['100 \\text{ cm} + 2 \\text{ m}', '= 3 \\text{ m}', '= 102 \\text{ m}'],
    ['$4.50 + $3.75', '= $8.25', '= $7.25'],
    ['20% of 60', '= 0.2 · 60', '= 20 · 60'],
  ] as const) {
    it(`${from} ${right}, not ${wrong}`, () => {
      assert.equal(last(undefined, from, right), 'right');
      assert.equal(last(undefined, from, wrong), 'invalid');
    });
  }

  it('says in which unit the sides are', () => {
    assert.match(judge(undefined, '3 m²', '= 300 cm²')[1]?.evidence ?? '', /^In m²: /);
  });

  it('holds no kind against another', () => {
    assert.equal(last(undefined, '5 km = 5 kg'), 'unknown');
    assert.equal(last(undefined, 'A = 4 cm · 7 cm', 'A = 28 cm'), 'unknown');
  });

  it('leaves letters behind numbers letters', () => {
    assert.equal(last(undefined, '3k + 2m = 5', '3k = 5 - 2m'), 'right');
    assert.equal(last(undefined, '2h + 3 = 9', 'h = 4'), 'invalid');
  });
});

describe('writing with two readings', () => {
  it('takes the stroke beside ÷ as that of a fraction', () => {
    assert.equal(last(undefined, '3/4÷1/5', '= 15/4'), 'right');
    assert.equal(last(undefined, '3/4÷1/5', '= 4/15'), 'invalid');
    assert.equal(last(undefined, '(3/4)÷(1/5)', '= 3/20'), 'invalid');
  });

  it('accepts either reach of a stroke, and no third', () => {
    for (const value of ['9', '1']) assert.equal(last(undefined, '6/2(1+2)', `= ${value}`), 'right');
    assert.equal(last(undefined, '6/2(1+2)', '= 2'), 'invalid');
    for (const value of ['10', '1/10']) assert.equal(last(undefined, '1/2x = 5', `x = ${value}`), 'right');
    assert.equal(last(undefined, '1/2x = 5', 'x = 1/5'), 'invalid');
  });

  it('takes a plain number in a sine for degrees where that is right', () => {
    assert.equal(last(undefined, '\\sin 30 = 1/2'), 'right');
    assert.equal(last(undefined, '\\sin 30 = 1/3'), 'invalid');
  });

  it('reads a colon as a ratio', () => {
    assert.equal(last(undefined, 'x : 3 = 5 : 2', 'x = 7.5'), 'right');
    assert.equal(last(undefined, '3 : 4 = 9 : 12'), 'right');
    assert.equal(last(undefined, '12 : 4 = 4'), 'invalid');
  });
});

describe('candidates that are dropped', () => {
  const problem = 'Solve $\\sqrt{2x+3} = x$.';
  const before = ['2x + 3 = x^2', 'x = 3 or x = -1'];

  for (const line of [
    "x = -1 doesn't work, so x = 3",
    'reject x = -1, so x = 3',
    'x = -1 is extraneous',
    'x = -1 (rejected)',
  ])
    it(`right: ${line}`, () => {
      assert.equal(
        judge(problem, ...before, line).findIndex(({ kind }) => kind === 'invalid'),
        -1,
      );
      assert.equal(last(problem, ...before, line), 'right');
    });

  for (const line of ["x = 3 doesn't work, so x = -1", 'x = 3 is extraneous'])
    it(`wrong: ${line}`, () => {
      assert.equal(last(problem, ...before, line), 'invalid');
    });
});

describe('other grounds than the lines before', () => {
  it('solves between the bounds of the problem', () => {
    const problem = 'Solve $2\\sin x = 1$ for $0 \\le x < 2\\pi$.';
    assert.equal(last(problem, '\\sin x = \\frac12'), 'right');
    assert.equal(last(problem, '\\sin x = \\frac12', 'x = \\frac{\\pi}{6} \\text{ or } x = \\frac{5\\pi}{6}'), 'right');
    assert.equal(last(problem, '\\sin x = \\frac12', 'x = \\frac{\\pi}{6}'), 'invalid');
    assert.equal(last('Solve $x^2=4$ for $x > 0$.', 'x = 2'), 'right');
    assert.equal(last('Solve $x^2=4$ for $x > 0$.', 'x = 2 or x = -2'), 'invalid');
  });

  it('sees a value that was put into a formula', () => {
    const lines = ['A = \\pi r^2', 'A = \\pi \\cdot 5^2'];
    assert.equal(last('Find the area of a circle with radius 5.', ...lines), 'unknown');
    assert.equal(last('Find the area of a circle with radius 5.', ...lines, 'A = 25\\pi'), 'right');
    assert.equal(last('Find the area of a circle with radius 5.', ...lines, 'A = 10\\pi'), 'invalid');
    assert.equal(last('Solve the system x+y=5, x-y=1', 'y = 4'), 'invalid');
  });

  it('lets an inverse swap its letters', () => {
    const lines = ['y = 2x + 6', 'x = 2y + 6', 'x - 6 = 2y', 'y = (x - 6)/2'];
    const verdicts = judge('Find the inverse of f(x) = 2x + 6.', ...lines);
    assert.deepEqual(verdicts.map(({ kind }) => kind).includes('invalid'), false);
  });

  it('takes a second equation as given where later lines need both', () => {
    assert.equal(judgeWork({ lines: ['2a + b = 8', 'a - b = 1', '3a = 9', 'a = 3', 'b = 2'] }).firstError, -1);
  });

  it('takes sizes as positive, and only sizes', () => {
    const lines = ['c^2 = 9 + 16', 'c = 5'];
    assert.equal(last('The legs of a right triangle are 3 and 4. Find the hypotenuse $c$.', ...lines), 'right');
    assert.equal(last(undefined, ...lines), 'invalid');
  });

  it('never cancels what may be zero unseen', () => {
    assert.equal(judge(undefined, 'xy = 0', 'x = 0')[1]?.relation, 'loses-solutions');
    assert.equal(judge(undefined, 'ax = bx', 'a = b')[1]?.relation, 'loses-solutions');
    assert.equal(last(undefined, 'A = bh/2', 'h = 2A/b'), 'right');
  });

  it('names the mistake from the operation that is asked for', () => {
    assert.equal(judge('Differentiate x^2 sin x', '2x \\cos x')[0]?.mistake?.id, 'derivative-of-product');
    assert.equal(judge('Differentiate (2x+1)^5', '5(2x+1)^4')[0]?.mistake?.id, 'chain-rule');
  });
});

describe('a work that is not at its end', () => {
  const problem = 'Solve the system x - y = 2, 2x + y = 7';

  it('may stop at one line of a system', () => {
    assert.equal(last(problem, 'y = x - 2'), 'right');
    assert.equal(last(problem, 'y = x + 2'), 'invalid');
  });

  it('is held to the whole question at its answer', () => {
    assert.equal(last(problem, 'y = x - 2', 'x = 3, y = 1'), 'right');
    assert.equal(last(problem, 'y = x - 2', 'x = 3, y = 2'), 'invalid');
  });
});
