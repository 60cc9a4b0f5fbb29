import assert from 'node:assert/strict';
import type { Derivation, Way } from '../../../../src/core/solve/derivation.ts';
import { identityKind } from '../../../../src/core/solve/equations/statementKinds.ts';
import { unlimitedWork } from '../../../../src/core/solve/exactWork.ts';
import { assertSound, deriveSolve, parsed, type Question } from './deriveSolve.ts';

type Row = readonly [question: string | Question, answer: string, mostMoves?: number];

const linear: readonly Row[] = [
  ['3(x - 2) = 2x + 5', 'x = 11', 3],
  ['x/3 - 2 = -1', 'x = 3', 3],
  ['2x/3 = 2x - 4', 'x = 3', 4],
  ['(-2/3)x + 3/7 = 1/2', 'x = -3/28', 4],
  ['-x - 4.36 = (2.2x)/(1.8)', 'x = -1.962', 3],
  ['0 = 587x + 24825 - 3693', 'x = -36', 3],
  ['(x + 2)^2 - x^2 = 4(x + 1)', 'every number is a solution', 4],
  ['4x - 4 = 4x', 'no solution', 2],
  ['x = x', 'every number is a solution', 1],
  ['2x - x = 7', 'x = 7', 1],
  [{ solve: 'a*x + b = c*x + d', unknowns: ['x'] }, 'x = (-b + d)/(a - c)', 3],
  ['y - x - 2 = 3*2', 'y = x + 8', 3],
  [{ solve: '2*a - b = 4', unknowns: ['b'] }, 'b = 2*a - 4', 3],
];

const quadratic: readonly Row[] = [
  ['x^2 - x - 2 = 0', 'x = -1 or x = 2'],
  ['x^2 = 9', 'x = -3 or x = 3'],
  ['(x - 3)^2 = 5', 'x = 3 - sqrt(5) or x = 3 + sqrt(5)'],
  ['x^2 + 2x = 0', 'x = -2 or x = 0'],
  ['5x^2 - 5x - 30 = 0', 'x = -2 or x = 3'],
  ['2x^2 - 5x - 3 = 0', 'x = -1/2 or x = 3'],
  ['x^2 + x - 1 = 0', 'x = (-1 - sqrt(5))/2 or x = (-1 + sqrt(5))/2'],
  ['x*x + (x + x) + 1 = 0', 'x = -1'],
  ['x^2 + x + 1 = 0', 'no real solution (complex: x = (-1 - i*sqrt(3))/2 or x = (-1 + i*sqrt(3))/2)'],
  [{ solve: 'x^2 + x + 1 = 0', domain: 'complex' }, 'x = (-1 - i*sqrt(3))/2 or x = (-1 + i*sqrt(3))/2'],
];

const higher: readonly Row[] = [
  ['x^3 - 6x^2 + 11x - 6 = 0', 'x = 1 or x = 2 or x = 3', 3],
  ['x^3 - 8x - 3 = 0', 'x = (-3 - sqrt(5))/2 or x = (-3 + sqrt(5))/2 or x = 3', 5],
  ['x^4 - 5x^2 + 4 = 0', 'x = -2 or x = -1 or x = 1 or x = 2', 6],
  ['x^2 (x - 5)^2 = 0', 'x = 0 or x = 5', 2],
  ['(x + y)(x + 2) = 0', 'x = -y or x = -2', 2],
  ['x^6 - 9x^3 + 8 = 0', 'x = 1 or x = 2', 5],
  ['x^5 = 32', 'x = 2', 1],
  ['-5z^4 + 595689z^3 + 119138z^2 = 0', 'z = -1/5 or z = 0 or z = 119138', 6],
  [
    '228240575942448*c^4 - 912975021023160*c^3 + 913013172960411*c^2 - 50869722060*c + 708588 = 0',
    'c = 243/8722396 or c = 2',
    6,
  ],
];

const other: readonly Row[] = [
  ['6/x + 8/(2x) = 10', 'x = 1', 4],
  ['(3 + x)/(x^2 + 3) = 1', 'x = 0 or x = 1', 4],
  ['1/x = a', 'x = 1/a'],
  [{ solve: '1/x = a', unknowns: ['x'] }, 'x = 1/a', 1],
  ['sqrt(x) - 2x + x^2 = 0', 'x = 0 or x = (3 - sqrt(5))/2 or x = 1'],
  ['sqrt(x + 5) - sqrt(x) = 1', 'x = 4', 7],
  ['abs(x - 1) = 2x + 3', 'x = -2/3'],
  ['abs(x - 1) + abs(x + 2) = 5', 'x = -3 or x = 2', 5],
  ['2*3^x = 54', 'x = 3', 2],
  ['log(4x - 6, 5) + log(2x - 3, 5) = 2', 'x = (6 + 5*sqrt(2))/4', 8],
  ['sqrt(5x + 8) + sqrt(-2x + 4) = 2', 'no real solution'],
  ['sqrt(3x - 9) + sqrt(2x + 6) = 1', 'no real solution'],
  ['100^x - 17*10^x + 70 = 0', 'x = ln(7)/ln(10) or x = 1', 6],
  ['10^(x + 1) + 10^x = 22', 'x = ln(2)/ln(10)', 4],
  ['10^x = 500', 'x = ln(500)/ln(10)', 1],
  ['2^x = 10', 'x = ln(10)/ln(2)', 1],
  ['e^(3x) = 3e^x', 'x = ln(3)/2'],
  ['e^(2x) - 3e^x + 2 = 0', 'x = 0 or x = ln(2)', 5],
  ['4^(x - 1) = 8^x', 'x = -2', 4],
  ['ln(x) + ln(x - 1) = ln(6)', 'x = 3', 8],
  ['log(3x - 6, 2) = log(x^2 - 2x - 1, 2)', 'x = (5 + sqrt(5))/2', 6],
  ['log(4x + 7, 10) = log(x^2 + 4x - 1, 10)', 'x = 2*sqrt(2)', 6],
  ['sin(2x) = 1/2', 'x = pi/12 + k*pi or x = 5*pi/12 + k*pi, for every integer k', 2],
  [{ solve: 'A = pi*r^2', unknowns: ['r'] }, 'r = -sqrt(A/pi) or r = sqrt(A/pi), for A >= 0', 2],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'largest' }, '3'],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'sum' }, '5'],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'count' }, '2'],
];

const wholeDomains: readonly Row[] = [
  ['abs(x - 1) = x - 1', '[1, infinity)'],
  ['abs(x) = x', '[0, infinity)'],
  ['abs(x) = -x', '(-infinity, 0]'],
  ['sqrt(x)*sqrt(x) = x', '[0, infinity)'],
  ['sqrt(x^2) = x', '[0, infinity)'],
  ['ln(x^2) = 2*ln(x)', '(0, infinity)'],
  ['sin(x)^2 + cos(x)^2 = 1', 'every number is a solution'],
  ['tan(x) = tan(x)', 'every number is a solution, except pi/2 + k*pi, for every integer k'],
  ['x^0 = 1', 'every number is a solution, except 0'],
];

const inequalities: readonly Row[] = [
  ['x + 2 > 3', '(1, infinity)', 2],
  ['2 - x < 3', '(-1, infinity)', 3],
  ['-3 < 2x + 1 <= 7', '(-2, 3]', 3],
  ['-1 <= 3 - 2x < 7', '(-2, 2]', 4],
  ['x^2 - x - 6 < 0', '(-2, 3)', 5],
  ['x^2 - 5x + 6 >= 0', '(-infinity, 2] ∪ [3, infinity)', 5],
  ['x^2 + 1 > 0', 'every number is a solution'],
  ['x^2 + 2x + 5 < 0', 'no solution'],
  ['(x - 1)^2 <= 0', '{1}'],
  ['1/x < 2', '(-infinity, 0) ∪ (1/2, infinity)'],
  ['x/(2x + 7) >= 4', '[-4, -7/2)'],
  ['abs(x - 2) <= 3', '[-1, 5]', 3],
  ['abs(2x - 1) > 5', '(-infinity, -2) ∪ (3, infinity)', 3],
  ['sqrt(x - 1) < 3', '[1, 10)'],
  ['x > 1; x < 5', '(1, 5)'],
  ['x < x + 1', 'every number is a solution'],
  ['(x - 1)/(x + 2) <= 0', '(-2, 1]', 4],
  ['(x^2 - 1)/(x - 3) >= 0', '[-1, 1] ∪ (3, infinity)', 4],
  ['(x^2 - 2x)/(x^2 - 4x + 1) >= 1', '(2 - sqrt(3), 1/2] ∪ (2 + sqrt(3), infinity)', 4],
  ['sqrt(x) < x - 2', '(4, infinity)', 4],
  ['x > 3; x < 1', 'no solution'],
];

const angles: readonly Row[] = [
  ['tan(x) = sqrt(3)', 'x = pi/3 + k*pi, for every integer k', 1],
  [
    '2 sin(x)^2 - 3 sin(x) + 1 = 0',
    'x = pi/6 + 2*k*pi or x = 5*pi/6 + 2*k*pi or x = pi/2 + 2*k*pi, for every integer k',
  ],
  ['2 cos(x) - 1 = 0; 0 <= x < 2pi', 'x = pi/3 or x = 5*pi/3'],
  ['sin(x) = cos(x)', 'x = pi/4 + k*pi, for every integer k'],
  ['sin(x) + cos(x) = 1', 'x = 2*k*pi or x = pi/2 + 2*k*pi, for every integer k'],
  ['sin(2x) = sin(x)', 'x = k*pi or x = pi/3 + 2*k*pi or x = -pi/3 + 2*k*pi, for every integer k'],
  ['sin(x) = 2', 'no real solution'],
  ['cos(x)^2 = 1; 0 <= x < 2pi', 'x = 0 or x = pi'],
  ['3sin(x) = 0; 0 <= x < 2pi', 'x = 0 or x = pi'],
  ['3sin(x) = 0; 0 <= x <= 2pi', 'x = 0 or x = pi or x = 2*pi'],
  ['tan(3x) = 0; 0 <= x < pi', 'x = 0 or x = pi/3 or x = 2*pi/3'],
  ['2cos(x) = 2; 0 <= x < 2pi', 'x = 0'],
  ['sin(x) = 1/3; 0 <= x < 2pi', 'x = asin(1/3) or x = -asin(1/3) + pi'],
  ['sin(x) = 1/2; 0° <= x < 360°', 'x = 30° or x = 150°'],
  ['2x = 3; x > 2', 'no real solution'],
];

const letters: readonly Row[] = [
  [
    { solve: 'a*x^2 + b*x + c = 0', unknowns: ['x'] },
    'x = (-b - sqrt(b^2 - 4*a*c))/(2*a) or x = (-b + sqrt(b^2 - 4*a*c))/(2*a), for b^2 - 4*a*c >= 0',
    2,
  ],
  [{ solve: 'x^2 - (a + b)*x + a*b = 0', unknowns: ['x'] }, 'x = b or x = a'],
  [{ solve: 'V = 4/3*pi*r^3', unknowns: ['r'] }, 'r = root(3*V/(4*pi), 3)', 2],
  [{ solve: '1/f = 1/a + 1/b', unknowns: ['b'] }, 'b = a*f/(a - f)'],
  [{ solve: '4/y^2 = x^2 + 1', unknowns: ['y'] }, 'y = -sqrt(4/(x^2 + 1)) or y = sqrt(4/(x^2 + 1))', 2],
];

const conditions: readonly Row[] = [
  [{ solve: 'a*x = a', unknowns: ['x'] }, 'x = 1, for a != 0'],
  [{ solve: 'a*x = b', unknowns: ['x'] }, 'x = b/a'],
  [{ solve: 'sqrt(x) = a', unknowns: ['x'] }, 'x = a^2, for a >= 0'],
  [{ solve: 'abs(x) = a', unknowns: ['x'] }, 'x = -a or x = a, for a >= 0'],
];

const complex: readonly Row[] = [
  [{ solve: 'x^3 - 1', wording: 'roots' }, 'x = 1 or x = (-1 - i*sqrt(3))/2 or x = (-1 + i*sqrt(3))/2'],
  [{ solve: 'x^4 - 1', wording: 'roots' }, 'x = -1 or x = 1 or x = -i or x = i'],
  [{ solve: 'x^3 + 6x - 20', wording: 'roots' }, 'x = 2 or x = -1 - 3*i or x = -1 + 3*i'],
  [{ solve: 'x^3 = 8', domain: 'complex' }, 'x = 2 or x = -1 - i*sqrt(3) or x = -1 + i*sqrt(3)'],
];

const statements: readonly Row[] = [
  ['3 + 5 = 8', 'True', 1],
  ['0 = 1', 'False', 1],
  ['0*x = 5', 'no solution'],
];

const decimals: readonly Row[] = [
  ['x^3 - x - 1 = 0', 'x ~= 1.324718', 1],
  ['(x - 2)(x^3 - x - 1) = 0', 'x ~= 1.324718 or x = 2', 3],
];

const systems: readonly Row[] = [
  ['x + y = 5; x - y = 1', 'x = 3, y = 2', 4],
  ['2x + 3y = 7; 4x - 5y = 3', 'x = 2, y = 1', 4],
  ['x + y + z = 6; 2x - y + z = 3; x + 2y - z = 2', 'x = 1, y = 2, z = 3', 7],
  [{ solve: '16 = -2h; 5y + 45 = -282464h + 282459h', unknowns: ['y'] }, 'y = -1', 4],
  ['x + y = 1; 2x + 2y = 3', 'no solution', 3],
  ['x + y = 1; 2x + 2y = 2', 'x = 1 - y, y any number', 5],
  ['x^2 + y^2 = 25; x + y = 7', 'x = 4, y = 3 or x = 3, y = 4', 8],
  ['y = x^2; y = 2x - 1', 'x = 1, y = 1', 5],
];

function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    for (const [question, answer, mostMoves] of rows) {
      const asked = typeof question === 'string' ? { solve: question } : question;
      it(`${asked.solve} gives ${answer}`, async () => {
        const { ways } = await deriveSolve(asked);
        assert.ok(ways.length > 0);
        for (const way of ways) {
          assert.equal(way.answer.text, answer, way.id);
          assertSound(way, asked.solve);
          if (mostMoves !== undefined)
            assert.ok(way.moves.length <= mostMoves, `${way.id}: ${way.moves.length.toString()} moves`);
        }
      });
    }
  });
}

table('linear equations', linear);
table('quadratic equations', quadratic);
table('equations of higher degree', higher);
table('other equations', other);
table('systems', systems);
table('equations that hold on a whole domain', wholeDomains);
table('inequalities', inequalities);
table('equations with angles', angles);
table('formulas with letters', letters);
table('conditions on letters', conditions);
table('complex roots', complex);
table('roots without a closed form', decimals);
table('statements without an unknown', statements);

describe('equations as the issue names them', () => {
  it('takes the largest root of (x³ − x²)/(x − 1) = 3x − 2 and excludes 1 aloud', async () => {
    const { ways } = await deriveSolve({ solve: '(x^3 - x^2)/(x - 1) = 3x - 2', select: 'largest' });
    const [way] = ways;
    assert.equal(way?.answer.text, '2');
    assert.ok(way.moves.some((move) => move.rule === 'excluded-values' && move.text.includes('x \\neq 1')));
    assert.ok(way.moves.some((move) => move.rule === 'reject-excluded' && move.text.includes('x = 1')));
  });

  it('rejects the extraneous solution of √(x + 2) = x aloud', async () => {
    const { ways } = await deriveSolve({ solve: 'sqrt(x + 2) = x' });
    const [way] = ways;
    assert.equal(way?.answer.text, 'x = 2');
    assert.ok(way.moves.some((move) => move.rule === 'reject-extraneous' && move.text.includes('x = -1')));
  });

  it('puts back in decimals where the problem has decimals', async () => {
    const { ways } = await deriveSolve({ solve: '0.3t - 1.2 = 0.8t + 3.8' });
    assert.equal(ways[0]?.answer.text, 't = -10');
    assert.match(ways[0].answer.verdict.evidence ?? '', /-4\.2 = -4\.2/);
  });

  it('takes roots of high order at once', async () => {
    for (const [solve, answer] of [
      ['x^1000 - 1 = 0', 'x = -1 or x = 1'],
      ['x^301 + 1 = 0', 'x = -1'],
      ['x^100 + 1 = 0', 'no real solution'],
    ] as const) {
      const { ways } = await deriveSolve({ solve });
      assert.equal(ways[0]?.answer.text, answer);
      assert.equal(ways[0].answer.verdict.kind, 'proved', solve);
    }
  }).timeout(3000);

  it('does not say that a fraction is equal to itself', async () => {
    const { ways } = await deriveSolve({ solve: '9C = 5F - 160', unknowns: ['F'] });
    for (const { text } of ways.flatMap((way) => way.moves))
      for (const [, left, right] of text.matchAll(/\$([^$=]+) = ([^$=]+)\$/g)) assert.notEqual(left, right, text);
  });

  it('sets the numerator of a fraction that is 0 equal to 0', async () => {
    for (const solve of ['(x - 1)/(x + 2) = 0', '(x^2 - 1)/x^2 = 0', '(x^2 - 1)/(x - 1) = 0', '1/x - 1/x^2 = 0']) {
      const { ways } = await deriveSolve({ solve });
      assert.ok(ways.length > 0, solve);
      for (const { latex = '' } of ways.flatMap((way) => way.moves))
        assert.doesNotMatch(latex, /(?<![\d.])0\(|\\cdot 0(?![\d.])/, `${solve}: ${latex}`);
    }
  });

  it('solves x² − x − 2 = 0 in three ways', async () => {
    const { ways } = await deriveSolve({ solve: 'x^2 - x - 2 = 0' });
    assert.deepEqual(
      ways.map((way) => way.id),
      ['quadratic-factoring', 'quadratic-completing-square', 'quadratic-formula'],
    );
  });

  it('begins with the method that the problem prescribes', async () => {
    const { ways } = await deriveSolve({ solve: 'x^2 - x - 2 = 0', method: 'completing the square' });
    assert.equal(ways[0]?.id, 'quadratic-completing-square');
  });

  it('gives the values of a system for what is asked afterwards', async () => {
    const { ways } = await deriveSolve({ solve: '-3u + 5j = 26; 3j - 14 = u' });
    assert.deepEqual(Object.keys(ways[0]?.answer.values ?? {}).sort(), ['j', 'u']);
  });

  it('never calls an answer verified that no check confirms', async () => {
    for (const solve of ['x^3 - x - 1 = 0', 'sin(x) = 0.3', 'x^2 + x + 1 = 0']) {
      const { ways } = await deriveSolve({ solve });
      for (const way of ways)
        assert.ok(way.answer.verdict.kind !== 'proved' || way.answer.verdict.how !== 'none', solve);
    }
  });

  it('says what it cannot do instead of showing half of it', async () => {
    for (const solve of ['x + sin(x) = 1', 'x! = 6', '1/0 = x', 'x^2*y + y^3 = 1; x*y^2 + sin(x) = 2']) {
      const { ways, stuck } = await deriveSolve({ solve });
      assert.deepEqual(ways, [], solve);
      assert.ok(stuck.length > 0 && stuck.every((sentence) => sentence.endsWith('.')), solve);
    }
  });

  it('has parts that end where the move ends', async () => {
    for (const solve of ['2x^2 - 5x - 3 = 0', 'x^3 - 6x^2 + 11x - 6 = 0', '3(x - 2) + 2(x + 1) = 5']) {
      const { ways } = await deriveSolve({ solve });
      for (const move of ways.flatMap((way) => way.moves)) {
        if (move.parts !== undefined) assert.equal(move.parts.at(-1)?.latex, move.latex, `${solve}: ${move.text}`);
      }
    }
  });
});

describe('statements with letters', () => {
  const rows = [
    ['5 + (x - 5) = x', 'True'],
    ['4x - 4 = 4x', 'False'],
    ['r/r = 1/10', 'False'],
    ['(a + b)^2 = a^2 + b^2', 'False'],
    ['(a + b)(a - b) = a^2 - b^2', 'True'],
  ] as const;
  for (const [statement, answer] of rows) {
    it(`${statement} is ${answer}`, () => {
      const [way] = identityKind.ways(
        { kind: 'decide', statement: parsed(statement) },
        unlimitedWork,
      ) as readonly Way[];
      const derivation = way?.derive() as Derivation;
      assert.equal(derivation.type === 'solved' ? derivation.answer.text : derivation.detail, answer);
    });
  }
});
