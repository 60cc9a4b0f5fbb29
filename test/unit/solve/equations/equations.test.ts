import assert from 'node:assert/strict';
import { assertSound, deriveSolve, type Question } from './deriveSolve.ts';

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
  ['e^(2x) - 3e^x + 2 = 0', 'x = 0 or x = ln(2)', 5],
  ['4^(x - 1) = 8^x', 'x = -2', 4],
  ['ln(x) + ln(x - 1) = ln(6)', 'x = 3', 8],
  ['sin(2x) = 1/2', 'x = pi/12 + k*pi or x = 5*pi/12 + k*pi, for every integer k', 2],
  [{ solve: 'A = pi*r^2', unknowns: ['r'] }, 'r = -sqrt(A/pi) or r = sqrt(A/pi)', 2],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'largest' }, '3'],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'sum' }, '5'],
  [{ solve: 'x^2 - 5x + 6 = 0', select: 'count' }, '2'],
];

const systems: readonly Row[] = [
  ['x + y = 5; x - y = 1', 'x = 3, y = 2', 4],
  ['2x + 3y = 7; 4x - 5y = 3', 'x = 2, y = 1', 4],
  ['x + y + z = 6; 2x - y + z = 3; x + 2y - z = 2', 'x = 1, y = 2, z = 3', 7],
  [{ solve: '16 = -2h; 5y + 45 = -282464h + 282459h', unknowns: ['y'] }, 'y = -1', 4],
  ['x + y = 1; 2x + 2y = 3', 'no solution', 3],
  ['x + y = 1; 2x + 2y = 2', 'x = 1 - y, y any number', 5],
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
table('linear systems', systems);

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
});
