import assert from 'node:assert/strict';
import { verifySolutions } from '../../../src/core/check/solutions.ts';
import type { Expr } from '../../../src/core/math/expr.ts';
import { parseMath } from '../../../src/core/math/read/parseMath.ts';

const read = (source: string): Expr => {
  const parsed = parseMath(source);
  return parsed.type === 'parsed' ? parsed.expr : assert.fail(`${source}: ${parsed.message}`);
};

type Row = readonly [
  statements: readonly string[],
  unknowns: readonly string[],
  solutions: readonly (readonly string[])[] | string,
  expected: string,
  domain?: 'real' | 'complex',
];

const table: readonly Row[] = [
  [['3(x-2)=2x+5'], ['x'], [['11']], 'proved'],
  [['3(x-2)=2x+5'], ['x'], [['10']], 'invalid adds'],
  [['x^2-x-2=0'], ['x'], [['2'], ['-1']], 'proved'],
  [['x^2-x-2=0'], ['x'], [['2']], 'invalid loses'],
  [['x^2-4x+1=0'], ['x'], [['2+sqrt(3)'], ['2-sqrt(3)']], 'proved'],
  [['x^2+1=0'], ['x'], [['i'], ['-i']], 'proved', 'complex'],
  [['x^2+1=0'], ['x'], [['i']], 'invalid loses', 'complex'],
  [['x^2+1=0'], ['x'], [], 'proved'],
  [['x^2-1=0'], ['x'], [], 'invalid'],
  [['(x^3-x^2)/(x-1)=3x-2'], ['x'], [['2']], 'proved'],
  [['(x^3-x^2)/(x-1)=3x-2'], ['x'], [['2'], ['1']], 'invalid'],
  [['sqrt(x+2)=x'], ['x'], [['2']], 'proved'],
  [['sqrt(x+2)=x'], ['x'], [['2'], ['-1']], 'invalid'],
  [['2^x=3'], ['x'], [['ln(3)/ln(2)']], 'proved'],
  [['log(x,2)+log(x-2,2)=3'], ['x'], [['4']], 'proved'],
  [['log(x,2)+log(x-2,2)=3'], ['x'], [['4'], ['-2']], 'invalid'],
  [['a x+b=c'], ['x'], [['(c-b)/a']], 'proved'],
  [['a x^2+b x+c=0'], ['x'], [['(-b+sqrt(b^2-4a c))/(2a)'], ['(-b-sqrt(b^2-4a c))/(2a)']], 'proved'],
  [['x+y=3', 'x-y=1'], ['x', 'y'], [['2', '1']], 'proved'],
  [['x+y=3', 'x-y=1'], ['x', 'y'], [['2', '2']], 'invalid'],
  [
    ['x+y=3', 'x^2+y^2=5'],
    ['x', 'y'],
    [
      ['1', '2'],
      ['2', '1'],
    ],
    'proved',
  ],
  [['x+y=3', 'x^2+y^2=5'], ['x', 'y'], [['1', '2']], 'invalid loses'],
  [['sin(x)=1/2'], ['x'], [['pi/6+2*pi*k'], ['5pi/6+2*pi*k']], 'proved'],
  [['sin(x)=1/2'], ['x'], [['pi/6+2*pi*k']], 'invalid loses'],
  [['sin(x)=1/2'], ['x'], [['pi/6+pi*k'], ['5pi/6+2*pi*k']], 'invalid'],
  [['tan(x)=1'], ['x'], [['pi/4+pi*k']], 'proved'],
  [['sin(2x)=1'], ['x'], [['pi/4+pi*k']], 'proved'],
  [['cos(x)=0'], ['x'], [['pi/2+pi*k']], 'proved'],
  [['sin(x)=0'], ['x'], [['pi*n']], 'proved'],
  [['2sin(x)^2-sin(x)-1=0'], ['x'], [['pi/2+2*pi*k'], ['-pi/6+2*pi*k'], ['7*pi/6+2*pi*k']], 'proved'],
  [['cos(2x)=cos(x)'], ['x'], [['2*pi*k/3']], 'proved'],
  [['sin(x)=1/3'], ['x'], [['asin(1/3)+2*pi*k'], ['pi-asin(1/3)+2*pi*k']], 'proved'],
  [['abs(2x-1)=5'], ['x'], [['3'], ['-2']], 'proved'],
  [['x^2<4'], ['x'], 'x in (-2,2)', 'proved'],
  [['x^2<4'], ['x'], '-2<x<2', 'proved'],
  [
    ['x^4-5x^2+5=0'],
    ['x'],
    [['sqrt((5+sqrt(5))/2)'], ['-sqrt((5+sqrt(5))/2)'], ['sqrt((5-sqrt(5))/2)'], ['-sqrt((5-sqrt(5))/2)']],
    'proved',
  ],
  [['x^3=2'], ['x'], [['root(2,3)']], 'proved'],
  [['x^3=2'], ['x'], [['2^(1/3)']], 'proved'],
  [['x^3+x=3'], ['x'], [['1.2']], 'invalid'],
  [['-10*d^3/11+80375198*d^2/11-80375178*d/11-40187594*4/11=0'], ['d'], [['4'], ['-2']], 'invalid'],
  [['e^x+x=1'], ['x'], [['0']], 'valid'],
  [['x+ln(x)=1'], ['x'], [['1']], 'valid'],
  [['2^x=x^2'], ['x'], [['2'], ['4']], 'unknown'],
  [['a x+b y=1', 'x-y=0'], ['x', 'y'], [['1/(a+b)', '1/(a+b)']], 'proved'],
  [['x^3-3x+1=0'], ['x'], [['2cos(2pi/9)'], ['2cos(4pi/9)'], ['2cos(8pi/9)']], 'proved'],
  [['x+y=3'], ['x', 'y'], [['1', '2']], 'invalid loses'],
  [['e^(2x)-3e^x+2=0'], ['x'], [['0'], ['ln(2)']], 'proved'],
  [['1/x=0'], ['x'], [], 'proved'],
  [['x^2=a^2'], ['x'], [['a'], ['-a']], 'proved'],
  [['sqrt(x)=-1'], ['x'], [], 'proved'],
  [
    ['x^6=64'],
    ['x'],
    [['2'], ['-2'], ['1+i sqrt(3)'], ['1-i sqrt(3)'], ['-1+i sqrt(3)'], ['-1-i sqrt(3)']],
    'proved',
    'complex',
  ],
];

describe('verifySolutions', () => {
  for (const [statements, unknowns, solutions, expected, domain = 'real'] of table) {
    it(`${statements.join(', ')}: ${JSON.stringify(solutions)} is ${expected}`, () => {
      const values = typeof solutions === 'string' ? read(solutions) : solutions.map((list) => list.map(read));
      const verdict = verifySolutions(statements.map(read), unknowns, values, domain);
      const found = `${verdict.kind} ${verdict.relation ?? ''}`;
      assert.ok(found.startsWith(expected), `${found}: ${verdict.evidence ?? ''}`);
    });
  }

  it('gives the reason where nothing satisfies it, and puts no values back', () => {
    const reasons: readonly (readonly [statements: readonly string[], unknowns: readonly string[], reason: RegExp])[] =
      [
        [['0x=1'], ['x'], /always differ by \$1\$/],
        [['x+1=x-2'], ['x'], /always differ by \$3\$/],
        [['sqrt(x)=-1'], ['x'], /\\sqrt\{x\}\$ is never negative/],
        [['-2=abs(x-1)'], ['x'], /is never negative, as every absolute value/],
        [['1/x=0'], ['x'], /numerator is never \$0\$/],
        [['x^2+1=0'], ['x'], /no real zero/],
        [['x+y=1', 'x+y=2'], ['x', 'y'], /contradiction/],
        [['sin(x)=2'], ['x'], /counted exactly/],
      ];
    for (const [statements, unknowns, reason] of reasons) {
      const verdict = verifySolutions(statements.map(read), unknowns, []);
      assert.deepEqual([verdict.kind, verdict.how], ['proved', 'symbolic'], statements.join());
      assert.match(verdict.evidence ?? '', reason);
    }
  });

  it('tells the values of families apart exactly', () => {
    const verify = (...values: readonly string[]) =>
      verifySolutions(
        [read('sin(x)=0')],
        ['x'],
        values.map((value) => [read(value)]),
      );
    // The last family is the second one, written otherwise.
    assert.equal(verify('2pi k', 'pi+2pi k', '-pi+2pi k').kind, 'proved');
    assert.equal(verify('2pi k', '4pi+2pi k').kind, 'invalid');
    assert.equal(verify('2pi k', '4pi+2pi k').relation, 'loses-solutions');
  });

  it('quotes both sides where letters are left', () => {
    const verdict = verifySolutions([read('a x+b=c')], ['x'], [[read('(c-b)/a')]]);
    assert.match(verdict.evidence ?? '', /gives \$c = c\$/);
  });
});
