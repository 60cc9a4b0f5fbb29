import assert from 'node:assert/strict';
import { lintDocument } from '../../../src/core/lint/lintDocument.ts';

/** Right, or not certainly wrong, in one of the ways that people write. */
const leftAlone: Readonly<Record<string, readonly string[]>> = {
  'rings, fields and logic': [
    'In $\\mathbb{Z}_7$ we have $3 + 5 = 1$.',
    'Working over $\\mathbb{F}_2$, $1 + 1 = 0$.',
    'In the field $GF(4)$ we have $1+1=0$.',
    'In Boolean algebra $1 + 1 = 1$.',
    'Modulo 7, $3 \\cdot 5 = 1$.',
    'In binary, $1 + 1 = 10$.',
    'On a clock, $9 + 5 = 2$.',
  ],
  'operations of the document': [
    'Let $a * b = a + 2b$. Then $2 * 3 = 8$.',
    'Define $a \\oplus b = ab + 1$; so $2 \\oplus 3 = 7$.',
    'With $a\\star b = 9a+2b-ab+5$ we know that $5\\star 1 = 9(5)+2(1)-(5)(1)+5 = 47$.',
    'Here $3 \\circ 4 = 5$.',
  ],
  'degrees, logarithms and functions that are called like numbers': [
    '$\\sin 30 = 0.5$ (in degrees)',
    'Hence $\\cos 60 + 1 = 3/2$.',
    '$\\log 8 = 3$ where $\\log$ is to the base 2',
    'There are $\\pi(10) = 4$ primes.',
    'So $\\phi(10) = 4$ and $\\Gamma(5) = 24$.',
    'So $3!! = 3$ and $6/2(1+2) = 1$.',
  ],
  'other ways to write numbers': [
    'Zusammen $1.234 + 1 = 1.235$ Euro.',
    'Also ist $0,5 \\cdot 2 = 1$.',
    'Es gilt $3,5 + 1,5 = 5$.',
    'In a program, 0x10 = 16 and 17 % 5 = 2 and 7 / 2 = 3 in integer division.',
    'Hence 5,000 + 1 = 5,001, and $1{,}000 \\cdot 2 = 2\\,000$.',
    'Half of it: 1/2 = 50 %.',
  ],
  'cases, systems and conditions': [
    'We have two cases:\n\\begin{align*}\nx &= 3 \\\\ x &= -3\n\\end{align*}',
    'The system is\n\\begin{align*}\nx + y &= 5 \\\\ x - y &= 1\n\\end{align*}\nso $x = 3$ and $y = 2$.',
    'From $x^2 = 9$ we get $x = 3$ since $x > 0$.',
    'Setting $t = x^2$, $t^2 - 5t + 4 = 0$, so $t = 1$ or $t = 4$, so $x = \\pm 1, \\pm 2$.',
    'Compare $3x + 2 = 8$ with $3x + 2 = 11$: then $x = 2$ and $x = 3$.',
    'Try $x = 1$: $1 + 2 = 3 \\ne 4$. Try $x = 2$: $2 + 2 = 4$.',
  ],
  'what is denied, supposed, asked or said by others': [
    'It is not true that $2 + 2 = 5$.',
    'A common mistake is $(2+3)^2 = 2^2 + 3^2$.',
    'We would get $0 = 3$, a contradiction.',
    'If $2 + 2 = 5$ then anything follows.',
    'Is $2^{10} = 1000$? No.',
  ],
};

describe('what the linter leaves alone', () => {
  for (const [title, texts] of Object.entries(leftAlone)) {
    it(title, () => {
      for (const text of texts) {
        for (const languageId of ['markdown', 'latex']) {
          const { findings } = lintDocument(text, languageId);
          assert.deepEqual(
            findings.map(({ message }) => message),
            [],
            `${languageId}: ${text}`,
          );
        }
      }
    });
  }

  it('but not plain wrong sums beside them', () => {
    const source =
      'In $\\mathbb{Z}_7$ we have $3 + 5 = 1$, but $3 + 5 = 2$. Let $a * b = a + 2b$; then $2 \\cdot 3 = 8$.';
    assert.equal(lintDocument(source, 'markdown').findings.length, 2);
  });
});
