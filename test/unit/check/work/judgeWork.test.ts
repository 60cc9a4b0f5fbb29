import assert from 'node:assert/strict';
import { judgeWork } from '../../../../src/core/check/work/judgeWork.ts';
import type { Conventions } from '../../../../src/core/check/conventions.ts';
import type { LineVerdict } from '../../../../src/core/check/work/judgement.ts';

/** One word a line: the relation, with ! where the verdict is invalid. */
function said(problem: string | undefined, lines: readonly string[], conventions?: Partial<Conventions>): string {
  const { verdicts } = judgeWork({ problem, lines }, { conventions });
  return verdicts.map(wordOf).join(' ');
}

function wordOf({ kind, relation }: LineVerdict): string {
  return `${kind === 'invalid' ? '!' : ''}${relation ?? '-'}`;
}

function judged(problem: string | undefined, ...lines: readonly string[]): readonly LineVerdict[] {
  return judgeWork({ problem, lines }).verdicts;
}

describe('a line against the lines before it', () => {
  const rows: readonly (readonly [
    name: string,
    problem: string | undefined,
    lines: readonly string[],
    expected: string,
  ])[] = [
    ['is equivalent', 'Solve 2x + 3 = 7', ['2x = 4', 'x = 2'], 'equivalent equivalent'],
    ['is given first, where there is no problem', undefined, ['3x = 9', 'x = 3'], 'given equivalent'],
    ['is not equivalent', undefined, ['3x = 9', 'x = 4'], 'given !different'],
    ['loses solutions, divided by an unknown', 'Solve x^2 = 3x', ['x = 3'], '!loses-solutions'],
    ['loses solutions, with one root only', 'Solve x^2 = 9', ['x = 3'], '!loses-solutions'],
    ['adds solutions, squared', 'Solve √(x+6) = x', ['x + 6 = x^2'], 'adds-solutions'],
    ['is a definition', 'Solve x^4 - 5x^2 + 4 = 0', ['Let u = x^2', 'u^2 - 5u + 4 = 0'], 'definition equivalent'],
    ['is prose', 'Solve 2x = 4', ['We divide both sides by the same number.', 'x = 2'], 'unrelated equivalent'],
    ['is wrong, and the next one right by itself', 'Solve 2x + 3 = 7', ['2x = 10', 'x = 5'], '!different equivalent'],
    ['turns an inequality', 'Solve -2x > 6', ['x < -3'], 'equivalent'],
    ['forgets to turn it', 'Solve -2x > 6', ['x > -3'], '!different'],
    ['has no solution', 'Solve x + 3 = x + 5', ['3 = 5', 'no solution'], 'equivalent equivalent'],
    ['claims that there is none', 'Solve x + 3 = 5', ['no solution'], '!loses-solutions'],
    ['is left of an equation divided by its unknown', undefined, ['5x = 3x', '5 = 3'], 'given !loses-solutions'],
    ['names families of angles', 'Solve sin x = 1/2', ['x = π/6 + 2πk or x = 5π/6 + 2πk'], 'equivalent'],
    ['forgets a family', 'Solve sin x = 1/2', ['x = π/6 + 2πk'], '!loses-solutions'],
    ['is no other square without a zero', undefined, ['x^2 + 1 = 0', 'x^2 + 2 = 0'], 'given !different'],
    ['loses what only certain bounds can tell', undefined, ['2x sin x = x', '2 sin x = 1'], 'given !loses-solutions'],
  ];
  for (const [name, problem, lines, expected] of rows) it(name, () => assert.equal(said(problem, lines), expected));

  it('follows from the one that is found, not from the last one', () => {
    const verdicts = judged('Solve x^2 - 5x + 6 = 0', '(x-2)(x-3) = 0', 'x - 2 = 0', 'x = 2', 'x - 3 = 0', 'x = 3');
    assert.deepEqual(
      verdicts.map(({ from }) => from),
      [-1, 0, 1, 0, 3],
    );
    assert.ok(verdicts.every(({ kind }) => kind === 'proved'));
  });

  it('puts the witness back', () => {
    const [verdict] = judged('Solve x^2 = 3x', 'x = 3');
    assert.equal(verdict?.evidence, '$x = 0$ satisfies the problem, but not this one. There it says $0 = 3$.');
  });

  it('says of a right continuation that it continues a wrong line', () => {
    const { verdicts, firstError } = judgeWork({ problem: 'Solve 2x + 3 = 7', lines: ['2x = 10', 'x = 5'] });
    assert.equal(firstError, 0);
    assert.match(verdicts[1]?.evidence ?? '', /line 1, but that line is wrong already/);
  });

  it('names the mistake', () => {
    const [verdict] = judged('Solve -2x > 6', 'x > -3');
    assert.equal(verdict?.mistake?.id, 'inequality-not-turned');
  });
});

describe('added solutions', () => {
  const start = ['x + 6 = x^2', 'x^2 - x - 6 = 0', '(x-3)(x+2) = 0'];

  it('make a final line invalid that still holds one, with that value as witness', () => {
    const { verdicts, firstError } = judgeWork({ problem: 'Solve √(x+6) = x', lines: [...start, 'x = 3 or x = -2'] });
    assert.equal(firstError, 3);
    assert.match(verdicts[3]?.evidence ?? '', /x = -2/);
    assert.equal(verdicts[3]?.from, -1);
  });

  it('are no mistake while they can still be sorted out', () => {
    const lines = [...start, 'x = 3 or x = -2'];
    assert.equal(judgeWork({ problem: 'Solve √(x+6) = x', lines }, { isOpen: true }).firstError, -1);
    assert.equal(judgeWork({ problem: 'Solve √(x+6) = x', lines: [...lines, 'x = 3'] }).firstError, -1);
  });

  it('may be tried and refused', () => {
    const lines = [...start, 'x = 3 or x = -2', 'Check x = -2: √4 = -2 is false', 'x = 3'];
    assert.equal(judgeWork({ problem: 'Solve √(x+6) = x', lines }).firstError, -1);
  });
});

describe('a right answer after a risky step', () => {
  it('says which step needs what', () => {
    const verdict = judged('Solve (x^2-1)/(x-1) = 3', 'x + 1 = 3', 'x = 2').at(-1);
    assert.equal(verdict?.kind, 'proved');
    assert.equal(verdict.needs, '$x \\neq 1$');
    assert.match(verdict.evidence ?? '', /This is right, but line 1 needs \$x \\neq 1\$\./);
  });

  it('is told nothing where the condition was said', () => {
    const verdict = judged('Solve (x^2-1)/(x-1) = 3', 'x + 1 = 3 for x \\neq 1', 'x = 2').at(-1);
    assert.equal(verdict?.needs, undefined);
  });

  it('may come after a step that lost something', () => {
    const [first, second] = judged('Solve x(x-1) = 2(x-1)', 'x = 2', 'x = 1 or x = 2');
    assert.equal(first?.relation, 'loses-solutions');
    assert.equal(second?.kind, 'proved');
    assert.equal(second.needs, '$x \\neq 1$');
  });

  it('says of letters that are divided by that they are not 0', () => {
    assert.equal(judged('Solve for x: ax = b', 'x = b/a')[0]?.needs, '$a \\neq 0$');
  });
});

describe('conditions, cases and several unknowns', () => {
  it('takes a condition that was said', () => {
    assert.equal(said('Solve x^2 = 3x', ['Divide by x (x ≠ 0): x = 3']), 'equivalent');
  });

  it('works in each case under its condition', () => {
    const lines = ['Case 1: x ≥ 2: x - 2 = 3', 'x = 5', 'Case 2: x < 2: -(x-2) = 3', 'x = -1', 'x = 5 or x = -1'];
    assert.equal(said('Solve |x-2| = 3', lines), 'equivalent equivalent equivalent equivalent equivalent');
    const wrong = ['Case 1: x ≥ 2: x - 2 = 3', 'x = 6'];
    assert.equal(judgeWork({ problem: 'Solve |x-2| = 3', lines: wrong }).firstError, 1);
  });

  it('eliminates, and solves a system', () => {
    const lines = ['2x = 6', 'x = 3', '3 + y = 5', 'y = 2', '(x, y) = (3, 2)'];
    assert.equal(judgeWork({ problem: 'Solve the system x+y=5, x-y=1', lines }).firstError, -1);
    assert.ok(judged('Solve the system x+y=5, x-y=1', ...lines).every(({ kind }) => kind === 'proved'));
    assert.equal(judged('Solve the system x+y=5, x-y=1', '2x = 6', 'x = 3', 'y = 4')[2]?.kind, 'invalid');
  });

  it('substitutes and goes back', () => {
    const lines = ['u = x^2', 'u^2 - 5u + 4 = 0', 'u = 1 or u = 4', 'x^2 = 1 or x^2 = 4', 'x = ±1 or x = ±2'];
    assert.equal(said('Solve x^4 - 5x^2 + 4 = 0', lines), 'definition equivalent equivalent equivalent equivalent');
  });

  it('leaves a new letter alone', () => {
    assert.equal(said(undefined, ['x + 3 = 5', 'z = 7']), 'given unrelated');
  });
});

describe('expressions', () => {
  const rows: readonly (readonly [problem: string | undefined, lines: readonly string[], expected: string])[] = [
    ['Simplify (x^2-1)/(x+1)', ['= (x-1)(x+1)/(x+1)', '= x - 1'], 'equivalent equivalent'],
    ['Simplify 2(x+3)', ['2(x+3) = 2x + 3'], '!different'],
    ['Evaluate 3 + 4*5', ['7*5', '35'], '!different equivalent'],
    ['Differentiate x^2 sin x', ['2x sin x + x^2 cos x'], 'equivalent'],
    ['Differentiate x^2 sin x', ['2x cos x'], '!different'],
    ['Differentiate x^2 sin x', ["f'(x) = 2x sin x + x^2 cos x"], 'equivalent'],
    ['Integrate x^2', ['x^3/3 + C'], 'equivalent'],
    ['Integrate x^2', ['∫ x^2 dx = x^3 + C'], '!different'],
    ['Evaluate the limit of (x^2-4)/(x-2) as x approaches 2', ['4'], 'equivalent'],
    [undefined, ['\\int_0^2 3x^2 dx', '= 8'], 'given equivalent'],
    [undefined, ['ln(x^2)', '= 2 ln x'], 'given domain-changed'],
    [undefined, ['1/3', '\\approx 0.333'], 'given equivalent'],
    [undefined, ['x + 5', '= 6 + 3 = 10'], 'given !different'],
  ];
  for (const [problem, lines, expected] of rows) {
    it(`${problem ?? ''} ${lines.join(' | ')}`, () => assert.equal(said(problem, lines), expected));
  }

  it('misses the constant of integration, and says so', () => {
    const [verdict] = judged('Integrate x^2', 'x^3/3');
    assert.equal(verdict?.kind, 'proved');
    assert.match(verdict.evidence ?? '', /constant of integration/);
  });
});

describe('words with claims in them', () => {
  const problem = 'Tom has 3 boxes of 12 apples and eats some. How many are left?';

  it('are judged by their claims', () => {
    assert.equal(said(problem, ['Each box has 12 apples, so 3*12 = 36 apples.']), 'equivalent');
    assert.equal(said(problem, ['Each box has 12 apples, so 3*12 = 38 apples.']), '!different');
  });

  it('are unknown without any', () => {
    const [verdict] = judged(problem, 'Tom has a lot of apples.');
    assert.deepEqual([verdict?.kind, verdict?.relation], ['unknown', 'unrelated']);
  });

  it('recall and try what need not follow', () => {
    const lines = [
      'The quadratic formula is $x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}$, which we will need in a moment.',
      'In our case we could also think of the parabola $y = x^2 - 4$, with its vertex at $x = 0$.',
      'We can multiply both sides by $4$ if we want to get rid of it.',
    ];
    assert.equal(judgeWork({ problem, lines }).firstError, -1);
  });
});

describe('conventions', () => {
  it('letters are real, or positive', () => {
    assert.equal(said(undefined, ['x^2 = 9', 'x = 3']), 'given !loses-solutions');
    assert.equal(said(undefined, ['x^2 = 9', 'x = 3'], { assume: 'positive' }), 'given equivalent');
    assert.equal(said(undefined, ['x^2 = 9', 'x = 3'], { positive: ['x'] }), 'given equivalent');
  });

  it('or complex', () => {
    assert.equal(said(undefined, ['x^3 = 1', 'x = 1']), 'given equivalent');
    assert.equal(said(undefined, ['x^3 = 1', 'x = 1'], { assume: 'complex' }), 'given !loses-solutions');
    assert.equal(said(undefined, ['x^2 = -4', 'x = ±2i']), 'given equivalent');
  });

  it('log without a base', () => {
    assert.equal(said(undefined, ['log(x) = 2', 'x = 100']), 'given equivalent');
    assert.equal(said(undefined, ['log(x) = 2', 'x = e^2'], { log: 'natural' }), 'given equivalent');
  });

  it('the decimal mark', () => {
    assert.equal(said(undefined, ['2x = 2,5', 'x = 1,25'], { decimalMark: 'comma' }), 'given equivalent');
  });

  it('decimals are exact, unless they are rounded', () => {
    assert.equal(said(undefined, ['3x = 1', 'x = 0.333']), 'given !different');
    assert.equal(said(undefined, ['3x = 1', 'x = 0.333'], { decimals: 'rounded' }), 'given equivalent');
    assert.equal(said(undefined, ['3x = 1', 'x ≈ 0.333']), 'given equivalent');
    assert.equal(said(undefined, ['x^2 = 2', 'x ≈ ±1.41']), 'given equivalent');
  });
});

describe('limits of time', () => {
  it('lets an interruption through', () => {
    const work = {
      check: () => {
        throw new RangeError('stop');
      },
    };
    const { verdicts } = judgeWork({ lines: ['2x = 4', 'x = 2'] }, { work });
    assert.equal(verdicts.length, 2);
  });
});
