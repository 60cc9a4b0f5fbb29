import assert from 'node:assert/strict';
import { add, multiply, num } from '../../../../src/core/math/build.ts';
import type { Expr } from '../../../../src/core/math/expr.ts';
import { assertAnswer, assertStuck, expr, solve } from './sound.ts';

const results: readonly (readonly [string, string])[] = [
  ['48 + 24', '72'],
  ['0.3 + -43436.263', '-43435.963'],
  ['-571.0442+-1278.1', '-1849.1442'],
  ['2 - 3', '-1'],
  ['3 - -4', '7'],
  ['-102*4097251.55', '-417919658.1'],
  ['0.0347 * 142110.25', '4931.225675'],
  ['8882634474/(-1254078)', '-7083'],
  ['-8907312436/(-3)', '8907312436/3'],
  ['15/95', '3/19'],
  ['2/4', '1/2'],
  ['0/5', '0'],
  ['1/(-3)', '-1/3'],
  ['(-3)/(-2)', '3/2'],
  ['4/5 + 3/5', '7/5'],
  ['4/9 + 3/5', '47/45'],
  ['4/5 - 4/5', '0'],
  ['7 + 1/2', '15/2'],
  ['1/2 + 5.8', '6.3'],
  ['1/3 + 5.8', '92/15'],
  ['3 * 1/5 * 5/9', '1/3'],
  ['-3/8 * 2/4', '-3/16'],
  ['-(1/2) * (1/2)', '-1/4'],
  ['(8-2) * 2^2 * (1+1) / (4 /2) / 5', '24/5'],
  ['2 * 4 / 5 * 10 + 3', '19'],
  ['-------5', '-5'],
  ['--(-----5) + 6', '1'],
  ['-6 + -5 - abs(-4) + -10 - 3 abs(-4)', '-37'],
  ['abs(5/18-abs(9/-18))', '2/9'],
  ['(abs(-3))/(3)', '1'],
  ['(27/4)/((54/360)/(17/85))', '9'],
  ['39/(-1)*(2100/480)/(-25*7/(-140))*4/(-168)*-4', '-13'],
  ['10 - 8 - 11 - -244 - (-2 + 24 - (-338 + 360) - (3 + 4 - (2 - 2)))', '242'],
  ['((-8 + 5)/(1 + 0)*((4 - (-24)/6) + (-226)/18))/((-75)/(-675)) + -8', '115'],
  ['2^3^2', '512'],
  ['2^100', '1267650600228229401496703205376'],
  ['(2/3)^-2', '9/4'],
  ['(-2)^3', '-8'],
  ['-2^2', '-4'],
  ['8^(1/3)', '2'],
  ['5!', '120'],
  ['0!', '1'],
  ['20% * 45', '9'],
  ['0.6/0.2', '3'],
  ['1/8 + 0.5', '0.625'],
  ['100 - 99.999', '0.001'],
  ['20!/18!', '380'],
  ['10!/(7!*3!)', '120'],
  ['0.04^(-1/2)', '5'],
  ['100 - 3*(12 - 4*(5 - 2))', '100'],
  ['0.(3) + 0.(6)', '1'],
  ['1.2e3 + 4', '1204'],
];

describe('exact arithmetic', () => {
  for (const [source, expected] of results) {
    it(`${source} = ${expected}`, () => assertAnswer({ kind: 'evaluate', expr: expr(source) }, expected));
  }

  it('keeps a long expression to a few presses, none of which does everything', async () => {
    const { moves } = await solve({
      kind: 'evaluate',
      expr: expr('3 + (-3 - (1 + (-1 - 0) + 5 + -6 + 4 - (1707 + -1703))) - (36 + 3)'),
    });
    assert.ok(moves.length >= 2 && moves.length <= 5, moves.length.toString());
    assert.match(moves[0]?.text ?? '', /innermost brackets.*1707 - 1703 = 4.*36 \+ 3 = 39/);
  });

  it('does one operation in one press and says how', async () => {
    const { moves } = await solve({ kind: 'evaluate', expr: expr('0.3 - 43436.263') });
    assert.equal(moves.length, 1);
    assert.match(moves[0]?.text ?? '', /signs differ.*43436\.263 - 0\.3 = 43435\.963/);
    assert.equal(moves[0]?.latex, '0.3 - 43436.263 = -43435.963');
  });

  it('names the common factor when it reduces a fraction', async () => {
    const { moves, answer } = await solve({ kind: 'simplify', expr: expr('15/95'), positive: [] });
    assert.match(moves[0]?.text ?? '', /share the factor \$5\$/);
    assert.equal(answer.text, '3/19');
  });

  it('names the mixed number where the question is in mixed numbers', async () => {
    const { moves, answer } = await solve({ kind: 'evaluate', expr: expr('2 1/3 + 1 1/2') });
    assert.equal(answer.text, '23/6');
    assert.match(moves.at(-1)?.text ?? '', /mixed number that is \$3\\frac\{5\}\{6\}\$/);
  });

  it('says that there is nothing to do where a number stands alone', async () => {
    const { moves, answer } = await solve({ kind: 'simplify', expr: expr('3/19'), positive: [] });
    assert.equal(answer.text, '3/19');
    assert.match(moves[0]?.text ?? '', /simplest form already/);
  });

  it('cancels factorials instead of multiplying them out', async () => {
    const { moves } = await solve({ kind: 'evaluate', expr: expr('20!/18!') });
    assert.match(moves[0]?.text ?? '', /20! = 20 \\cdot 19 \\cdot 18!/);
    assert.equal(moves[0]?.latex, '= 20 \\cdot 19');
  });

  it('tells a run of small brackets as one idea', async () => {
    const { moves } = await solve({ kind: 'evaluate', expr: expr('5 - (3 - (2 - (1 - 4)))') });
    assert.equal(moves.length, 2);
    assert.match(moves[0]?.text ?? '', /1 - 4 = -3\$, then \$2 - \(-3\) = 5\$, then \$3 - 5 = -2/);
  });

  it('refuses nesting that nobody could follow', async () => {
    let deep: Expr = num(1);
    for (let level = 0; level < 100; level += 1) deep = add(num(1), multiply(num(2), deep));
    await assertStuck({ kind: 'evaluate', expr: deep }, 'too-large', /brackets/);
  });

  it('answers a thousand digits at once', async () => {
    const { answer } = await solve({ kind: 'evaluate', expr: expr('7^1200') });
    assert.equal(answer.text, (7n ** 1200n).toString());
  });

  it('refuses what could not be written down', async () => {
    await assertStuck(
      { kind: 'evaluate', expr: expr('9^9^9^9') },
      'too-large',
      /9\^\{387420489\}.*about 369693100 digits/,
    );
    await assertStuck({ kind: 'evaluate', expr: expr('(10^9)!') }, 'too-large', /digits/);
    await assertStuck(
      { kind: 'evaluate', expr: expr(Array.from({ length: 5000 }, () => '1').join('+')) },
      'too-large',
      /more numbers/,
    );
  });

  it('says why 1/0 has no value', async () => {
    await assertStuck({ kind: 'evaluate', expr: expr('1/0') }, 'nothing-to-do', /divides by 0/);
    await assertStuck({ kind: 'evaluate', expr: expr('3/(2-2)') }, 'nothing-to-do', /divides by 0/);
    await assertStuck({ kind: 'evaluate', expr: expr('0^0') }, 'nothing-to-do', /no agreed value/);
    await assertStuck({ kind: 'evaluate', expr: expr('sqrt(-4)') }, 'nothing-to-do', /not a real number/);
  });
});

const roots: readonly (readonly [string, string])[] = [
  ['sqrt(12)', '2*sqrt(3)'],
  ['sqrt(36)', '6'],
  ['sqrt(72)', '6*sqrt(2)'],
  ['root(32, 3)', '2*root(4, 3)'],
  ['root(-8, 3)', '-2'],
  ['sqrt(3/4)', 'sqrt(3)/2'],
  ['1/sqrt(2)', 'sqrt(2)/2'],
  ['1/(1 + sqrt(2))', 'sqrt(2) - 1'],
  ['sqrt(2)*sqrt(8)', '4'],
  ['3*sqrt(11) - 2*sqrt(11)', 'sqrt(11)'],
  ['(1 + sqrt(5))*(1 - sqrt(5))', '-4'],
  ['(2 + sqrt(3))^2', '7 + 4*sqrt(3)'],
  ['2 + sqrt(4)', '4'],
  [
    '(-1 + sqrt(612))*6 + sqrt(612) - -5*(sqrt(612)*-2 - sqrt(612))^2 - (2*sqrt(204)*-6)/(1*1*sqrt(12))',
    '27534 + 54*sqrt(17)',
  ],
  [
    '((-1*sqrt(1700) - (sqrt(187)/(sqrt(11) + sqrt(99)) + sqrt(17) + sqrt(17))) + -2 + (5*(sqrt(136)/sqrt(8) - sqrt(17)) - 3*(sqrt(17) + -3)))^2',
    '64041/16 - 427*sqrt(17)/2',
  ],
  ['sqrt(2) + root(2, 3)', 'sqrt(2) + root(2, 3)'],
  ['sqrt(3 - 2*sqrt(2))', 'sqrt(2) - 1'],
  ['sqrt(2 + sqrt(3))', '(sqrt(2) + sqrt(6))/2'],
  ['5/(3 + sqrt(2))', '(15 - 5*sqrt(2))/7'],
  ['(sqrt(6) + sqrt(2))*(sqrt(6) - sqrt(2))', '4'],
];

describe('roots of numbers', () => {
  for (const [source, expected] of roots) {
    it(`${source} = ${expected}`, async () => {
      const { answer } = await solve({ kind: 'simplify', expr: expr(source), positive: [] });
      assert.equal(answer.verdict.kind, 'proved');
      const { kind } = (await import('../../../../src/core/check/claims.ts')).checkClaim({
        type: 'equal',
        left: expr(answer.text),
        right: expr(expected),
      });
      assert.equal(kind, 'proved', answer.text);
      assert.equal(answer.text.length, expected.length, answer.text);
    });
  }

  it('pulls squares out of all roots first', async () => {
    const { moves } = await solve({ kind: 'simplify', expr: expr('sqrt(12) + sqrt(27)'), positive: [] });
    assert.match(moves[0]?.text ?? '', /Simplify each root.*\\sqrt\{12\} = 2\\sqrt\{3\}/);
    assert.equal(moves.at(-1)?.latex, '= 5\\sqrt{3}');
  });
});

describe('words for brackets and signs', () => {
  const textsOf = async (source: string) =>
    (await solve({ kind: 'evaluate', expr: expr(source) })).moves.map(({ text }) => text).join('\n');

  it('calls a bracket innermost only where another one is around it', async () => {
    assert.doesNotMatch(await textsOf('7*(2 + 3*4)'), /innermost/);
    assert.match(await textsOf('7*(2 + 3*4)'), /the bracket/);
    assert.match(await textsOf('2*(7 - 3*(2 + 9*4))'), /innermost bracket/);
  });

  it('does at most two kinds of calculation at a time', async () => {
    const { moves } = await solve({ kind: 'evaluate', expr: expr('(3 + 4*2 - 6/2 + 2^2)*2') });
    assert.ok(moves.length >= 4, moves.map(({ text }) => text).join(' | '));
    for (const { parts } of moves) assert.ok(new Set(parts?.map(({ rule }) => rule)).size <= 2);
  });

  it('counts minus signs in words', async () => {
    assert.match(await textsOf('2*(-3)*5*(-4)'), /two minus signs cancel each other/);
    assert.match(await textsOf('2*(-3)*(-5)*(-4)*(-1)'), /four minus signs cancel in pairs/);
  });

  it('shows no dots for a number of a thousand digits', async () => {
    const { moves, answer } = await solve({ kind: 'evaluate', expr: expr('2^3400') });
    assert.equal(answer.text, (2n ** 3400n).toString());
    assert.doesNotMatch(JSON.stringify([moves.map(({ text }) => text), answer.verdict]), /dots/);
  });
});
