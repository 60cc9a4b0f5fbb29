import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answersEqual } from '../../../src/core/check/answers/answersEqual.ts';
import { extractAnswer } from '../../../src/core/text/extractAnswer.ts';

const fraction = fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 2, max: 60 }));

/** One rational number as people write it. */
function notations(top: number, bottom: number): readonly string[] {
  const [sign, size] = [top < 0 ? '-' : '', Math.abs(top)];
  const whole = Math.floor(size / bottom);
  return [
    `\\frac{${top}}{${bottom}}`,
    `${sign}\\dfrac{${size}}{${bottom}}`,
    `${top}/${bottom}`,
    `$\\frac{${3 * top}}{${3 * bottom}}$`,
    `x = ${top}/${bottom}`,
    `So it is $\\boxed{\\frac{${top}}{${bottom}}}$.`,
    ...(whole > 0 && size % bottom !== 0 ? [`${sign}${whole}\\frac{${size % bottom}}{${bottom}}`] : []),
    ...((size * 1000) % bottom === 0 ? [String(top / bottom)] : []),
  ];
}

const pool = fc.constantFrom(
  ...[
    '3',
    '-3',
    '\\pm 3',
    '3, -3',
    '(3,-3)',
    '[3,5)',
    '(3,5)',
    'x > 3',
    'x \\ge 3',
    '(3,\\infty)',
    'y = 2x',
    'x = y/2',
    'y=3',
    'x=3',
  ],
  ...[
    '\\frac12',
    '0.5',
    '1:2',
    '12:00',
    'noon',
    '3 cm',
    '30 mm',
    '3\\text{ m}',
    '\\$3',
    '3 apples',
    '(A)',
    'A',
    'A. 3',
    'yes',
    'no',
  ],
  ...[
    'no solution',
    'none',
    '\\infty',
    '\\mathbb{R}',
    '\\{3,-3\\}',
    '\\begin{pmatrix}3\\\\-3\\end{pmatrix}',
    'x^2-1',
    '(x-1)(x+1)',
    '3^\\circ',
  ],
  ...[
    '1 \\pmod 7',
    '8 mod 7',
    'odd',
    'even',
    'March 5',
    '101_2',
    '5',
    'x<1 or x>3',
    '2x+3=7',
    'x^2+C',
    'f(x)=x^2',
    'x^2',
    'three',
    '3, 3',
  ],
);

describe('answersEqual: properties', () => {
  it('calls one number in two notations equal, and two numbers never', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.nat(), fc.nat(), ([a, b], [c, d], first, second) => {
        const [ours, same, theirs] = [notations(a, b), notations(a, b), notations(c, d)];
        const gold = ours[first % ours.length] ?? '';
        assert.equal(answersEqual(gold, same[second % same.length] ?? '').equal, true);
        if (a * d !== b * c) assert.equal(answersEqual(gold, theirs[second % theirs.length] ?? '').equal, false);
      }),
      { numRuns: 120 },
    );
  });

  it('is reflexive and symmetric', () => {
    fc.assert(
      fc.property(pool, pool, (gold, pred) => {
        assert.equal(answersEqual(gold, gold).equal, true);
        assert.equal(answersEqual(gold, pred).equal, answersEqual(pred, gold).equal, `${gold} ~ ${pred}`);
      }),
      { numRuns: 300 },
    );
  });

  it('does not mind the order of a set, and minds an item more', () => {
    const items = fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(items, fc.integer({ min: 100, max: 200 }), (values, extra) => {
        const turned = [...values].reverse();
        assert.equal(answersEqual(values.join(', '), turned.join(', ')).equal, true);
        assert.equal(answersEqual(`\\{${values.join(', ')}\\}`, turned.join(' and ')).equal, true);
        assert.equal(
          answersEqual(`(${values.join(', ')})`, `(${turned.join(', ')})`).equal,
          values.join() === turned.join(),
        );
        assert.equal(answersEqual(values.join(', '), [...values, extra].join(', ')).equal, false);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws on any text, and never finds an empty answer', () => {
    const piece = fc.constantFrom(
      '\\boxed{',
      '}',
      '$',
      '\\frac',
      '{',
      '1',
      ',',
      ' or ',
      '=',
      '\\text{',
      '(',
      ']',
      'x',
      '**',
      '\n',
      ' is ',
      '%',
      ':',
      '.',
      '\\\\',
      '^',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.string(), (pieces, other) => {
        for (const text of [pieces.join(''), other]) {
          const found = extractAnswer(text);
          assert.ok(found.type === 'none' || found.answer.trim() !== '');
          answersEqual(text, '1');
          answersEqual(text, `${text}1`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
