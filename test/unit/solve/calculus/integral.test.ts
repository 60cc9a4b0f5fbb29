import assert from 'node:assert/strict';
import { differentiate } from '../../../../src/core/math/differentiate.ts';
import { areEqual } from '../../../../src/core/math/equality.ts';
import { freeSymbols } from '../../../../src/core/math/tree.ts';
import { assertValue, assertVerified, derive, expr, solve, wordsOf } from './deriveCalculus.ts';

const integrand = (source: string) => ({ kind: 'integral', expr: expr(source), variable: 'x' }) as const;

/** By the idea that they need. */
const indefinite: Readonly<Record<string, readonly string[]>> = {
  table: [
    '3x^2 + 2x - 5',
    '1/x',
    'x^n',
    'e^(3x)',
    '2^x',
    'cos(3x + 2)',
    '1/(2x+1)^3',
    'sqrt(x)',
    '1/cos(a*x)^2',
    'abs(x)',
  ],
  rewriting: ['exp(2*ln(x))', 'tan(x)*csc(x)', '(x^2+1)/x', 'x*(x+a)^3', 'x*(x+1)^20'],
  substitution: ['x*e^(x^2)', 'ln(x)/x', 'sin(x)*cos(x)', 'x/(2+3*x^4)', 'e^x/(1+e^x)', 'x^3*sqrt(x^2+7)'],
  parts: ['x*cos(x)', 'x^2*sin(x)', 'x^5*e^x', 'ln(x)', 'x^n*ln(x)', 'asin(a*x)', 'e^(2x)*sin(3x)', 'x^2*e^(-x^2)'],
  rational: [
    '(3x+1)/(x^2-x-2)',
    'x^3/(x^2+1)',
    '1/(x^2+2x+5)',
    '1/(x*(a+b*x)^2)',
    '1/(x^2+9)^3',
    '1/(x^4+1)',
    '1/(x^3-2)',
  ],
  trigonometric: [
    'sin(x)^4',
    'cos(x)^5',
    'tan(x)^2',
    '1/sin(x)^3',
    '1/(5+4*cos(x))',
    'sin(2x)*cos(x)',
    'x*cos(x)*sin(x)',
  ],
  hyperbolic: ['sinh(x)^2', 'tanh(x)^2', 'x*cosh(x)', 'sinh(x)*cos(x)'],
  radical: [
    'x^2/sqrt(a+b*x)',
    '(1-x^2)^(3/2)',
    'x^2*sqrt(x^2+a)',
    '1/(x*sqrt(x^2+2))',
    'sqrt(x-x^2)',
    '1/sqrt(x^2+1)^3',
  ],
  special: ['e^(-x^2)', 'cos(ln(x))'],
};

describe('indefinite integrals', function () {
  this.timeout(20_000);
  for (const [idea, sources] of Object.entries(indefinite)) {
    for (const source of sources) {
      it(`${idea}: ${source}`, async () => {
        const { answer } = await assertVerified(integrand(source));
        assert.match(answer.text, / \+ C$/);
        const slope = differentiate(expr(answer.text.replace(/ \+ C$/, '')), 'x');
        assert.ok(slope !== undefined);
        const positive = freeSymbols(expr(source)).filter((name) => name !== 'x');
        assert.equal(areEqual(slope, expr(source), { positive }).result, 'equal', answer.text);
      });
    }
  }

  it('shows one idea at a press and puts the letter back', async () => {
    const solved = await solve(integrand('x*e^(x^2)'));
    assert.match(
      wordsOf(solved),
      /Substitute \$u = x\^\{2\}\$, so that \$du = 2x\\,dx\$\..*\n.*Put \$u = x\^\{2\}\$ back in/,
    );
    assert.equal(solved.answer.text, '1/2*e^x^2 + C'.replace('e^x^2', 'e^(x^2)'));
  });

  it('names u and v of an integration by parts', async () => {
    const solved = await solve(integrand('x*cos(x)'));
    assert.equal(solved.moves.length, 2);
    assert.match(solved.moves[0]?.text ?? '', /\$u = x\$ and \$v' = \\cos x\$, so \$u' = 1\$ and \$v = \\sin x\$/);
  });

  it('says that the integral comes back and solves for it', async () => {
    assert.match(wordsOf(await solve(integrand('e^(2x)*sin(3x)'))), /the integral that we began with comes back/);
  });

  it('finds no antiderivative where there is none that it knows, and says so', async () => {
    const derivation = await derive(integrand('x^x'));
    assert.equal(derivation.type, 'stuck');
  });
});

describe('definite integrals', () => {
  const definite = (source: string, lower: string, upper: string) =>
    ({ ...integrand(source), lower: expr(lower), upper: expr(upper) }) as const;
  const values: readonly (readonly [string, string, string, string])[] = [
    ['3x^2', '0', '2', '8'],
    ['sin(x)', '0', 'pi', '2'],
    ['x*e^x', '0', '1', '1'],
    ['x', 'a', 'b', '(b^2-a^2)/2'],
    ['1/x', '1', 'e', '1'],
    ['abs(x)', '-1', '2', '5/2'],
    ['1/sqrt(x)', '0', '4', '4'],
    ['sqrt(4-x^2)', '0', '2', 'pi'],
    ['e^(-x)', '0', '\\infty', '1'],
    ['x*e^(-x)', '0', '\\infty', '1'],
    ['ln(x)', '0', '1', '-1'],
    ['1/(1+x^2)', '-\\infty', '\\infty', 'pi'],
    ['x^2', '3', '0', '-9'],
  ];
  for (const [source, lower, upper, value] of values) {
    it(`${source} from ${lower} to ${upper} is ${value}`, () => assertValue(definite(source, lower, upper), value));
  }

  it('says that it diverges at a pole between the bounds and names it', async () => {
    for (const source of ['1/x', '1/x^2', 'x/(x^2-1/4)', '1/(2x-1)']) {
      const solved = await assertVerified(definite(source, '-1', '1'));
      assert.equal(solved.answer.text, 'The integral diverges');
      assert.match(wordsOf(solved), /not defined at \$x = (0|-?\\frac\{1\}\{2\})\$/);
    }
  });

  it('refuses to go across a pole where both sides are finite', async () => {
    const derivation = await derive(definite('ln(abs(x))', '-1', '1'));
    assert.ok(derivation.type === 'stuck');
    assert.match(derivation.detail, /not defined at \$x = 0\$/);
  });

  it('takes the limit from inside at a bound', async () => {
    const solved = await assertValue(definite('x^2*ln(x)', '0', '1'), '-1/9');
    assert.ok(solved.moves.some(({ latex }) => latex?.includes('\\lim_{x \\to 0^{+}}')));
  });

  it('refuses an antiderivative that jumps between the bounds', async () => {
    const derivation = await derive(definite('1/(2+cos(x))', '0', '2*pi'));
    assert.ok(derivation.type === 'stuck');
    assert.match(derivation.detail, /jumps/);
  });

  it('says that an integral diverges', async () => {
    const { answer } = await solve(definite('1/x', '1', '\\infty'));
    assert.equal(answer.text, 'The integral diverges');
  });
});
