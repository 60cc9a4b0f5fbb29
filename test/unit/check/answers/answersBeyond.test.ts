import assert from 'node:assert/strict';
import { answersEqual } from '../../../../src/core/check/answers/answersEqual.ts';
import { ask, different, equal, notAsAsked, open } from './support.ts';

describe('answersEqual, beyond numbers and expressions', () => {
  it('never takes a number out of words that change it', () => {
    for (const words of [
      'all real numbers except 5',
      'It can not be 5.',
      'all integers greater than 5',
      'every number up to 5',
      'the square root of 5',
      '5 factorial',
      '5 tenths',
    ])
      assert.notEqual(ask(['5', words]).equal, true, words);
  });

  it('works out sets', () => {
    equal(
      ['\\{1,2\\}\\cup\\{3\\}', '\\{1,2,3\\}'],
      ['\\{1,2,3\\}\\setminus\\{3\\}', '\\{2,1\\}'],
      ['(1,3)\\cap[2,5]', '[2,3)'],
      ['(0,5]\\setminus\\{2\\}', '(0,2)\\cup(2,5]'],
      ['\\mathbb{R}\\setminus\\{2\\}', 'all real numbers except 2'],
      ['(-inf,1) U (3,inf)', 'x < 1 or x > 3'],
      ['1 < x < 3', 'x in (1,3)'],
    );
    different(
      ['\\{1,2,3\\}\\setminus\\{3\\}', '\\{1,2,3\\}'],
      ['\\{0,5\\}', '[0,5]'],
      ['(1,3)\\cap[2,5]', '(2,3)'],
      ['\\{1,\\{2\\}\\}', '\\{1,2\\}'],
    );
  });

  it('works out integrals and limits', () => {
    equal(['\\frac13', '\\int_0^1 x^2\\,dx'], ['1', '\\lim_{x\\to0}\\frac{\\sin x}{x}']);
    different(['\\int_0^1 x\\,dx', '1']);
    notAsAsked(['\\frac13', '\\int_0^1 x^2\\,dx', 'Evaluate the integral.']);
  });

  it('reads vectors by their base', () => {
    equal(['2\\mathbf{i}+3\\mathbf{j}', '\\langle 2,3\\rangle'], ['(2,3,-1)', '2i+3j-k'], ['(1,0,-2)', 'i - 2k']);
    different(['\\langle 3,2\\rangle', '2\\hat{i}+3\\hat{j}'], ['(2,3)', '2i+3j+k']);
  });

  it('keeps the scales of temperature and the prefixes of units apart', () => {
    equal(['0 °C', '32 °F'], ['20 °C', '20 degrees'], ['1000 J', '1 kJ'], ['£3.20', '320 pence'], ['12', 'a dozen']);
    different(['20 °C', '20 °F'], ['5 N', '5 J'], ['1 kJ', '1 J']);
  });

  it('takes the unit and the value of π from the question', () => {
    equal(['75 cents', '0.75', 'How many dollars does it cost?'], ['10\\pi', '31.4', 'Use 3.14 for $\\pi$.']);
    open(['50 cents', '50', 'How many dollars does it cost?']);
    different(['10\\pi', '31.4'], ['10\\pi', '31.5', 'Use 3.14 for $\\pi$.']);
  });

  it('asks for the form of a line and of a parabola', () => {
    notAsAsked(
      ['y=2x+1', '2x-y+1=0', 'Write the equation in slope-intercept form.'],
      ['(x-1)^2+3', 'x^2-2x+4', 'Write it in the form $a(x-h)^2+k$.'],
    );
    equal(['y=2x+1', 'y = 1+2x', 'Write the equation in slope-intercept form.']);
  });

  it('honours the conventions that are said', () => {
    const { equal: isTen } = answersEqual('\\log 8', '3\\ln 2');
    const { equal: isNatural } = answersEqual('\\log 8', '3\\ln 2', { conventions: { log: 'natural' } });
    assert.deepEqual([isTen, isNatural], [false, true]);
    const { equal: isReal } = answersEqual('\\sqrt{x^2}', '|x|');
    const { equal: isComplex } = answersEqual('\\sqrt{x^2}', '|x|', { conventions: { assume: 'complex' } });
    assert.equal(isReal, true);
    assert.notEqual(isComplex, true);
  });

  it('reads no difference as a unit', () => {
    equal(['a^2-b^2', '(a-b)(a+b)'], ['5 m^2', '50000 cm^2']);
    different(['a^2-b^2', '(a-b)^2']);
  });

  it('keeps spaces between numbers, and open what can be meant in two ways', () => {
    different(['3/15/2020', 'March 16, 2020']);
    open(['12', '1 2'], ['0.5%', '0.5'], ['12 N', '12N'], ['3/5/2020', 'March 5, 2020']);
    equal(['10%', '10'], ['3/15/2020', 'March 15, 2020'], ['Fri', 'Friday']);
  });

  it('reads what schools write', () => {
    equal(
      ['0.\\dot{3}', '\\frac13'],
      ['1.234.567', '1234567'],
      ['x₁ = 2, x₂ = 3', '2, 3'],
      ['x = 2 (double root)', '2'],
      ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '{{1,2},{3,4}}'],
      ['k\\pi, k\\in\\mathbb{Z}', 'n\\pi, n\\in\\mathbb{Z}'],
    );
    different(['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '{{1,3},{2,4}}']);
  });
});
