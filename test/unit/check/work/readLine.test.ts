import assert from 'node:assert/strict';
import { readLine } from '../../../../src/core/check/work/readLine.ts';

/** `role: source` of each formula. */
function formulas(text: string): string {
  return readLine(text)
    .parts.flatMap((part) =>
      part.type === 'formula' ? [`${part.role}: ${text.slice(part.start, part.end)}${part.isRefused ? ' ✗' : ''}`] : [],
    )
    .join(' | ');
}

describe('readLine', () => {
  const rows: readonly (readonly [text: string, expected: string])[] = [
    ['= 3x + 2', 'claim: = 3x + 2'],
    ['& = 3x + 2 \\\\', 'claim: = 3x + 2'],
    ['\\implies x = 3', 'claim: x = 3'],
    ['⇒ x = 3', 'claim: x = 3'],
    ['\\iff 2x = 6', 'claim: 2x = 6'],
    ['\\therefore x=3', 'claim: x=3'],
    ['so x = 4', 'claim: x = 4'],
    ['Thus, $x = 4$.', 'claim: x = 4'],
    ['\\[ x = 5 \\]', 'claim: x = 5'],
    ['\\(x = 5\\)', 'claim: x = 5'],
    ['**x = 5**', 'claim: x = 5'],
    ['2. x = 5', 'claim: x = 5'],
    ['(a) x = 5', 'claim: x = 5'],
    ['- x = 5', 'claim: x = 5'],
    ['Step 3: x = 5', 'claim: x = 5'],
    ['x + y = 5 (1)', 'claim: x + y = 5'],
    ['2x = 8 | :2', 'claim: 2x = 8'],
    ['x = 2 or x = 3', 'claim: x = 2 or x = 3'],
    ['x = 2 \\text{ oder } x = 3', 'claim: x = 2 \\text{ oder } x = 3'],
    ['Let u = x^2.', 'definition: u = x^2'],
    ['\\text{Let } u = x^3', 'definition: u = x^3'],
    ['if x ≥ 0: x - 2 = 3', 'case: x ≥ 0 | claim: x - 2 = 3'],
    ['Case 1: x ≥ 2: x - 2 = 3', 'case: x ≥ 2 | claim: x - 2 = 3'],
    ['for x > 0', 'assumption: x > 0'],
    ['Since x > 0, we have x = 3', 'assumption: x > 0 | claim: x = 3'],
    ['Divide by x (x ≠ 0): x = 3', 'assumption: x ≠ 0 | claim: x = 3'],
    ['Divide both sides by 2: x = 4', 'claim: x = 4'],
    ['x = 4 (check: 2*4 = 8)', 'claim: x = 4 | check: 2*4 = 8'],
    ['x = -2 is extraneous', 'claim: x = -2 ✗'],
    ['x^2 = 9, so x = 3', 'claim: x^2 = 9 | claim: x = 3'],
    ['2x = 6 ⇒ x = 3', 'claim: 2x = 6 | claim: x = 3'],
    ['\\begin{align} 2x &= 4 \\\\ x &= 2 \\end{align}', 'claim: 2x &= 4 | claim: x &= 2'],
    ['\\begin{cases} x+y=5 \\\\ x-y=1 \\end{cases}', 'claim: \\begin{cases} x+y=5 \\\\ x-y=1 \\end{cases}'],
    ['So 12*15 = 180 apples', 'claim: 12*15 = 180'],
    ['There is no real solution.', 'claim: There is no real solution'],
    ['ax + by = c', 'claim: ax + by = c'],
    ['(2x + 3)(x - 1) = 0', 'claim: (2x + 3)(x - 1) = 0'],
    ['The cat sat on the mat.', ''],
  ];
  for (const [text, expected] of rows) it(text, () => assert.equal(formulas(text), expected));

  it('has another reading where a hyphen may be a minus', () => {
    const line = readLine('- x = 5');
    assert.equal(line.other?.parts[0]?.start, 0);
    assert.equal(line.parts[0]?.start, 2);
  });

  it('says what is not understood, and where', () => {
    const text = 'x = 2 + \\frac{3}{';
    const part = readLine(text).parts.find(({ type }) => type === 'unread');
    assert.equal(part?.type, 'unread');
    assert.ok(part.message.length > 10);
    assert.ok(part.start > 6 && part.start <= text.length);
  });

  it('joins what stands on two sides of or', () => {
    const [part] = readLine('$x = 2$ or $x = 3$').parts;
    assert.equal(part?.type === 'formula' && part.expr.kind, 'or');
  });
});
