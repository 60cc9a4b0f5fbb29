import assert from 'node:assert/strict';
import { decideClaims } from '../../../../src/core/lint/claims/decideClaims.ts';
import { findClaims } from '../../../../src/core/lint/claims/findClaims.ts';
import { passageOfText } from '../../../../src/core/lint/claims/passageOfText.ts';
import type { Scope } from '../../../../src/core/lint/claims/scope.ts';
import type { DecidedClaim } from '../../../../src/core/lint/finding.ts';
import { quietTexts } from './quietTexts.ts';

function decide(text: string, scope: Scope = {}): readonly DecidedClaim[] {
  return decideClaims(findClaims([passageOfText(text)], scope));
}

function wrong(text: string, scope: Scope = {}): readonly string[] {
  return decide(text, scope)
    .filter(({ verdict }) => verdict.kind === 'invalid')
    .map(({ start, end }) => text.slice(start, end));
}

function right(text: string): readonly string[] {
  return decide(text)
    .filter(({ verdict }) => verdict.kind === 'proved' || verdict.kind === 'valid')
    .map(({ start, end }) => text.slice(start, end));
}

describe('claims in a text', () => {
  for (const [title, texts] of Object.entries(quietTexts)) {
    it(`raises no alarm over ${title}`, () => {
      for (const text of texts) assert.deepEqual(wrong(text), [], text);
    });
  }

  it('confirms sums as people write them in words', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['so 3/4 of 20 is 15.', '3/4 of 20 is 15'],
      ['It costs $2 * 3 = $6.', '$2 * 3 = $6'],
      ['20% of 50 = 10', '20% of 50 = 10'],
      ['5 apples + 3 apples = 8 apples', '5 apples + 3 apples = 8 apples'],
      ['<<16-3-4=9>>', '16-3-4=9'],
      ['That is 60/100 * 5 = 3 hours.', '60/100 * 5 = 3 hours'],
      ['He has $1,234.50 + $5 = $1,239.50.', '$1,234.50 + $5 = $1,239.50'],
      ['2 x 3 = 6', '2 x 3 = 6'],
      ['4 days x 24 hours/day = 96 hours', '4 days x 24 hours/day = 96 hours'],
      ['5 plus 3 equals 8', '5 plus 3 equals 8'],
      ['３ + ４ ＝ ７', '３ + ４ ＝ ７'],
      ['So\u00a05\u00a0−\u00a02 = 3\r\nand more', '5\u00a0−\u00a02 = 3'],
      ['3² + 4² = 25', '3² + 4² = 25'],
      ['Indeed \\frac{10 \\cdot 11}{2} = 55.', '\\frac{10 \\cdot 11}{2} = 55'],
    ];
    for (const [text, expected] of cases) assert.deepEqual(right(text), [expected], text);
  });

  it('decides each link of a chain, and leaves the name that it defines alone', () => {
    assert.deepEqual(right("Let's calculate A = (−9 − 5 - 1) = (-14 - 1) = -15."), [
      '(−9 − 5 - 1) = (-14 - 1)',
      '(-14 - 1) = -15',
    ]);
    assert.deepEqual(wrong("Let's calculate A = (-9 - 5) = -15."), ['(-9 - 5) = -15']);
    assert.deepEqual(wrong('Total cost = 3 * 5 = 15 = 16'), []);
    assert.deepEqual(wrong('$2^5 = 32 = 4 \\cdot 9$'), ['32 = 4 \\cdot 9']);
  });

  it('finds what is wrong, with the value to be put there', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['12*15 = 190', '190', '180'],
      ['The change is $5.00 - $1.50 = $3.25.', '3.25', '3.50'],
      ['80,000*1.5 = $110,000', '110,000', '120,000'],
      ['$1,000 \\cdot 2.5 = 2,400$', '2,400', '2,500'],
      ['15 - 20 = 5', '5', '-5'],
      ['10/4 = 2.4', '2.4', '2.5'],
      ['25% * 60% = 20%', '20%', '15%'],
      ['$2x + 3 = 9$, so $x = 4$.', '4', '3'],
    ];
    for (const [text, value, fix] of cases) {
      const [claim] = decide(text).filter(({ verdict }) => verdict.kind === 'invalid');
      assert.equal(claim?.value && text.slice(claim.value.start, claim.value.end), value, text);
      assert.equal(claim?.right, fix, text);
    }
  });

  it('offers no value where units differ', () => {
    const [claim] = decide('2 feet + 6 inches = 40 inches');
    assert.equal(claim?.verdict.kind, 'invalid');
    assert.equal(claim.right, undefined);
  });

  it('names the mistake', () => {
    const [claim] = decide('$\\frac12+\\frac13 = \\frac25$');
    assert.equal(claim?.verdict.mistake?.id, 'fractions-added-across');
  });

  it('reads rows that begin with their sign as one chain', () => {
    const text = '\\begin{align} (x+1)^2 - 1 &= x^2 + 2x + 1 - 1 \\\\ &= x^2 + 3x \\end{align}';
    assert.deepEqual(wrong(text), ['x^2 + 3x']);
    assert.deepEqual(right(text), ['(x+1)^2 - 1 &= x^2 + 2x + 1 - 1']);
  });

  it('checks equations that are said to follow from one another', () => {
    assert.deepEqual(wrong('$2x + 3 = 7$, so $2x = 10$.'), ['2x = 10']);
    assert.deepEqual(wrong('2x + 3 = 7, which gives 2x = 10'), ['2x = 10']);
    assert.deepEqual(wrong('\\begin{align} 3x &= 12 \\\\ x &= 3 \\end{align}'), ['x &= 3']);
    assert.deepEqual(wrong('$3x = 12$. The other equation gives $x = 3$.'), []);
    assert.deepEqual(wrong('Either $3x = 12$ or $x = 3$.'), []);
  });

  it('uses values that were given once, and not those that changed', () => {
    assert.deepEqual(wrong('Let $x = 4$. Then $3x + 1 = 3 \\cdot 4 + 2 = 14$.'), ['3x + 1 = 3 \\cdot 4 + 2']);
    assert.deepEqual(wrong('Let $x = 4$, later $x = 5$. Then $3x + 1 = 3 \\cdot 4 + 2 = 14$.'), []);
    assert.deepEqual(wrong('If $x = 4$, then $3x + 1 = 3 \\cdot 4 + 2 = 14$.'), []);
  });

  it('takes a rewriting in letters for one only where nothing holds the letters down', () => {
    assert.deepEqual(wrong('$(x+1)^2 = x^2 + 2x + 2 = y$'), ['(x+1)^2 = x^2 + 2x + 2']);
    assert.deepEqual(wrong('Since $x^2 = x + 1$, $(x+1)^2 = x^2 + 2x + 2 = y$.'), []);
    assert.deepEqual(wrong('$(x+1)^2 = x^2 + 2x + 2 = y$', { problem: 'Solve $x^2 = 3x$.' }), []);
  });

  it('keeps a solver to his own words', () => {
    const text = 'Incorrectly, 3 + 4 = 8.';
    assert.deepEqual(wrong(text), []);
    assert.deepEqual(wrong(text, { isOwnWork: true }), ['3 + 4 = 8']);
  });

  it('knows what stands before, without giving its claims again', () => {
    const before = [passageOfText('In base 9, numbers are shorter. 3 + 4 = 9'), passageOfText('Let $x = 4$.')];
    const text = 'So 5 + 6 = 12 and $3x = 3 \\cdot 4 = 14$.';
    const claims = decideClaims(findClaims([passageOfText(text)], { before }));
    assert.deepEqual(
      claims.map(({ start, end, verdict }) => [text.slice(start, end), verdict.kind]),
      [
        ['5 + 6 = 12', 'unknown'],
        ['3x = 3 \\cdot 4', 'proved'],
        ['3 \\cdot 4 = 14', 'invalid'],
      ],
    );
  });

  it('forgets with a new section, and gives nothing for problems and quotations', () => {
    const passages = [
      passageOfText('Let $x = 4$.', { section: 0 }),
      passageOfText('$3x + 1 = 3 \\cdot 4 + 2 = 14$', { section: 1 }),
      passageOfText('$3 + 4 = 8$', { section: 1, kind: 'problem' }),
      passageOfText('$3 + 4 = 8$', { section: 1, kind: 'quote' }),
    ];
    assert.deepEqual(
      decideClaims(findClaims(passages)).map(({ verdict }) => verdict.kind),
      ['proved'],
    );
  });

  it('counts offsets from where the text stands', () => {
    const [claim] = findClaims([passageOfText('So 3 + 4 = 8.', { start: 100 })]);
    assert.deepEqual([claim?.start, claim?.end, claim?.value], [103, 112, { start: 111, end: 112 }]);
  });

  it('passes over hostile texts in time', () => {
    const texts = ['('.repeat(5000), '1+'.repeat(5000), '= '.repeat(5000), '$'.repeat(5000), '1=1='.repeat(2000)];
    const begin = performance.now();
    for (const text of texts) decide(text);
    assert.ok(performance.now() - begin < 20_000);
  });
});
