import { different, equal, notAsAsked, open } from './support.ts';

describe('answersEqual', () => {
  it('compares numbers in any notation', () => {
    equal(
      ['918\\frac{1}{2}', '918.5'],
      ['1\\frac45', '9/5'],
      ['1.5\\times 10^3', '1500'],
      ['6.02 \\times 10^{23}', '6.02e23'],
    );
    equal(
      ['2\\sqrt{3}', '\\sqrt{12}'],
      ['\\frac{1}{\\sqrt2}', '\\frac{\\sqrt2}{2}'],
      ['10^{-3}', '.001'],
      ['0.\\overline{3}', '1/3'],
    );
    equal(['-\\frac12', '\\frac{1}{-2}'], ['5!', '120'], ['\\binom52', '10'], ['\\log_2 8', '3'], ['1+2i', '2i+1']);
    different(['3.14', '\\pi'], ['0.333', '1/3'], ['-2', '2'], ['i', '-i'], ['2+2', '5']);
    equal(
      ['1 000', '1000'],
      ['1,000,000', '1000000'],
      ['10,\\!080', '10080'],
      ['11,\\! 111', '11111'],
      ['1{,}000', '1000'],
    );
    different(['32349', '32, 349']);
  });

  it('reads words for numbers', () => {
    equal(['twelve', '12'], ['one half', '1/2'], ['three-fourths', '0.75'], ['one hundred twenty', '120']);
    different(['two', '3'], ['\\text{odd}', '12']);
  });

  it('knows the base of a number', () => {
    equal(
      ['101_2', '5'],
      ['52_8', '52_{\\text{eight}}'],
      ['2516 base 8', '2516_8'],
      ['101_2', '101', 'Write five in base 2.'],
    );
    open(['101_2', '101']);
    notAsAsked(['101_2', '5', 'Write five in base 2.']);
  });

  it('accepts a rounding only where one is asked for', () => {
    equal(['\\frac13', '0.33', 'Round to two decimal places.'], ['4\\pi', '12.57', 'Approximately how long is it?']);
    notAsAsked(['3.14', '\\pi', 'Round to the nearest hundredth.']);
    open(
      ['3.1', '3.14159', 'Give your answer to the nearest tenth.'],
      ['6290000', '6287000', 'Round to the nearest ten thousand.'],
    );
    different(['3.2', '3.14', 'to the nearest tenth'], ['4\\pi', '12.57'], ['3', '4', 'Round to the nearest ten.']);
  });

  it('takes the sign of a percentage as said where percent are spoken of', () => {
    equal(
      ['28\\%', '28 percent'],
      ['28%', '0.28'],
      ['28%', '28'],
      ['28', '28%', 'What percent of them?'],
      ['0.28', '28%'],
    );
    open(['28', '28%']);
    different(['5', '5%', 'How many apples?'], ['28%', '2.8']);
  });

  it('converts units, and accepts one that is left out', () => {
    equal(
      ['100 cm', '1 m'],
      ['5\\text{ km}', '5000 meters'],
      ['2 hours 30 minutes', '150 minutes'],
      ['5 feet 6 inches', '66 inches'],
    );
    equal(
      ['10\\text{ units}', '10'],
      ['15\\mbox{ cm}^2', '15 square centimeters'],
      ['60 mph', '60 miles per hour'],
      ['7\\text{ days}', '1 week'],
    );
    equal(
      ['$5', '500 cents'],
      ['5.4 \\text{ cents}', '$0.054'],
      ['\\$32,\\!348', '32348'],
      ['1000 dollars', '$1,000.00'],
    );
    equal(['90^\\circ', '90 degrees'], ['90^\\circ', '\\frac{\\pi}{2}'], ['864 \\mbox{ inches}^2', '6 square feet']);
    different(
      ['10\\text{ units}', '100'],
      ['5\\text{ km}', '5\\text{ m}'],
      ['15 cm^2', '15 cm'],
      ['$5', '€5'],
      ['90^\\circ', '\\pi'],
    );
    open(['3 apples', '3 oranges']);
  });

  it('compares expressions and equations of curves up to a factor', () => {
    equal(
      ['(x-1)(x+1)', 'x^2-1'],
      ['\\frac{x^2-1}{x+1}', 'x-1'],
      ['\\sin^2 x', '1-\\cos^2 x'],
      ['y=2x+3', '2x-y+3=0'],
      ['y = 2x', 'x = y/2'],
    );
    equal(['x^2+y^2=1', '2x^2+2y^2=2'], ['y=x^2+1', 'x^2+1'], ['a=x^2+1', 'x^2+1=a'], ['2x+1=0', '2x=-1']);
    different(
      ['2x+1', 'x+1'],
      ['x+y=1', 'x+2y=1'],
      ['x^2+y^2=1', 'x^2+y^2=2'],
      ['a+3z=0', '0'],
      ['2x+z=1', '1'],
      ['x+1=0', 'x+2=0'],
    );
    different(['\\sqrt{x^2}', 'x'], ['\\ln x^2', '2\\ln x'], ['a', 'b'], ['5m', '5']);
    open(['2x+3=7', '2'], ['x=\\pm 2', 'x^2=4']);
  });

  it('takes a name in front of a value as said', () => {
    equal(
      ['x = 5', '5'],
      ['5', '5 = x'],
      ['f(x) = x^2', 'x^2'],
      ['f(x)=x^2', 'f(t)=t^2'],
      ['W(n)=1', 'W(x)=1'],
      ['y=x^2', 'f(x)=x^2'],
    );
    equal(
      ['AB=5', '5'],
      ['\\angle ABC = 30^\\circ', '30'],
      ['\\frac{NO}{BO}=\\frac12', '0.5'],
      ['The area is 5', '5'],
      ['F_n = 2', '2'],
    );
    equal(['7', 'a+b=7', 'Find a+b.']);
    different(['x=5', 'y=5']);
    open(['f(x)=x^2', 'g(x)=x^2']);
  });

  it('keeps the order of tuples, not of sets and lists', () => {
    equal(
      ['\\{1,2\\}', '{2,1}'],
      ['1,-2', '-2,1'],
      ['(11,7)or(7,11)', '(7,11), (11,7)'],
      ['x=1\\text{ or }x=2', '2, 1'],
      ['1 and 2', '2 and 1'],
    );
    equal(
      ['(1,2)', '\\left( 1, 2 \\right)'],
      ['(0;0;1)', '(0, 0, 1)'],
      ['(x,y)=(1,2)', 'x=1, y=2'],
      ['n=1, 2, 3', '{3, 2, 1}'],
    );
    equal(['a_3=2, a_{37}=19', 'a_{37}=19, a_3=2'], ['(6,31,-1)', '6, 31, -1']);
    different(
      ['(1,2)', '(2,1)'],
      ['1,2,3', '1,2'],
      ['5', '5, 6'],
      ['a_3=2, a_{37}=19', 'a_{37}=2, a_3=19'],
      ['x=1,y=2', 'y=1,x=2'],
    );
    open(['1,2', '(1,2)'], ['(2,3)', '\\{2,3\\}'], ['y=1,x=2', '(1,2)']);
  });

  it('takes ± apart', () => {
    equal(
      ['\\pm 3', '3, -3'],
      ['2 \\pm \\sqrt{3}', '2+\\sqrt3, 2-\\sqrt3'],
      ['\\{1\\pm\\sqrt5,-2\\}', '-2, 1+\\sqrt5, 1-\\sqrt5'],
    );
    different(['\\pm 2021', '2021'], ['\\sqrt{67},-\\sqrt{85}', '\\sqrt{67}']);
  });

  it('compares intervals with inequalities', () => {
    equal(
      ['[2,\\infty)', 'x \\ge 2'],
      ['(-\\infty,2)\\cup(3,\\infty)', 'x<2 or x>3'],
      ['0<f(x)<1', '(0,1)'],
      ['x \\in [-2,7]', '-2 \\le x \\le 7'],
    );
    equal(
      ['x \\ne 3', '(-\\infty,3)\\cup(3,\\infty)'],
      ['\\mathbb{R}\\setminus\\{3\\}', 'x != 3'],
      ['\\{x \\mid x>2\\}', '2 < x'],
      ['-1<x<1', '|x|<1'],
    );
    equal(['\\mathbb{R}', 'all real numbers'], ['(0,1)', ']0,1[']);
    different(
      ['[0,1]', '(0,1)'],
      ['x>2', 'x \\ge 2'],
      ['5', '(5,\\infty)'],
      ['5', '[5,6]'],
      ['(3, \\pi/2)', '(3,4]'],
      ['x>3', '3'],
    );
    open(['x>3', 'y>3']);
  });

  it('reads vectors and matrices in any bracket', () => {
    equal(
      ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\begin{bmatrix}1\\\\2\\end{bmatrix}'],
      ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\langle 1, 2 \\rangle'],
    );
    equal(
      ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '[[1,2],[3,4]]'],
      [
        '\\begin{pmatrix}3\\\\4\\end{pmatrix}',
        '\\begin{pmatrix}1\\\\2\\end{pmatrix}+\\begin{pmatrix}2\\\\2\\end{pmatrix}',
      ],
    );
    different(
      ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', '\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'],
      ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '(2,1)'],
      ['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '1'],
    );
  });

  it('knows choices by letter and by text', () => {
    const question = 'What is it? (A) 11 (B) 12 (C) 13';
    equal(
      ['(B)', '\\text{(B)}'],
      ['\\text{(B)}', 'B. 12'],
      ['(b)', 'B'],
      ['(B)', '12', question],
      ['12', 'B', question],
      ['(B) 12', '12'],
    );
    different(['B', '(C)'], ['d', '\\text{E}'], ['(B)', '13', question]);
    open(['(B)', '12'], ['b), because 5 > 3', 'b), because it has 5']);
  });

  it('compares words, yes and no, and what is no number', () => {
    equal(
      ['\\text{odd}', '$odd$'],
      ['the triangle', 'Triangle'],
      ['yes', 'True'],
      ['No, because 2 is even', 'no'],
      ['no solution', '\\emptyset'],
    );
    equal(
      ['undefined', 'does not exist'],
      ['\\infty', 'infinity'],
      ['infinitely many', 'infinite solutions'],
      ['\\text{A and B}', '\\text{B and A}'],
    );
    different(
      ['\\text{odd}', 'even'],
      ['yes', 'no'],
      ['no', 'no solution'],
      ['\\infty', '-\\infty'],
      ['no solution', '0'],
      ['Tuesday', 'Wednesday'],
    );
  });

  it('compares times, dates, ratios and congruences', () => {
    equal(
      ['12:00', '12 noon'],
      ['3:30 PM', '15:30'],
      ['3:30', '3:30 p.m.'],
      ['half past three', '3:30'],
      ['March 5', '5 March'],
      ['March 5, 2021', '2021-03-05'],
    );
    equal(['3:2', '6:4'], ['3:2', '\\frac32'], ['3 to 2', '3:2'], ['x \\equiv 3 \\pmod{7}', '10 mod 7']);
    different(
      ['3:30 PM', '3:30 AM'],
      ['3:30', '4:30'],
      ['March 5', 'March 6'],
      ['3:2', '2:3'],
      ['3 \\pmod 7', '3 \\pmod 8'],
      ['3 mod 7', '4 mod 7'],
    );
    open(['3:30', '15:30']);
  });

  it('says when the form asked for is missed', () => {
    notAsAsked(
      ['\\frac12', '\\frac24', 'Express your answer as a common fraction in lowest terms.'],
      ['\\frac12', '0.5', 'Express your answer as a common fraction.'],
    );
    notAsAsked(
      ['2\\sqrt3', '\\sqrt{12}', 'Express in simplest radical form.'],
      ['2\\frac13', '\\frac73', 'Give a mixed number.'],
      ['0.5', '1/2', 'Write it as a decimal.'],
    );
    notAsAsked(
      ['(x-1)(x+1)', 'x^2-1', 'Factor x^2-1.'],
      ['x^2-1', '(x-1)(x+1)', 'Expand (x-1)(x+1).'],
      ['24x-18', '18x-18+6x', 'Simplify 3(6x-4)+2(3x-3).'],
      ['1/4', '2/8', 'Simplify the fraction 2/8'],
    );
    equal(
      ['\\frac12', '1/2', 'Express your answer as a common fraction.'],
      ['(x-1)(x+1)', '(x+1)(x-1)', 'Factor x^2-1.'],
      ['\\frac24', '\\frac12'],
    );
  });

  it('handles the constant of integration', () => {
    equal(
      ['x^2+C', 'x^2+3+C', 'Find the integral of 2x.'],
      ['x^2+C', 'C+x^2'],
      ['x^2+C', 'x^2+c', 'Find the integral of 2x.'],
    );
    different(
      ['x^2+C', 'x^2'],
      ['x^2+C', 'x^3+C', 'Find the integral of 2x.'],
      ['A+B+C', 'A+B+C+5', 'Find the perimeter.'],
    );
  });

  it('takes the value of what is said twice, and refuses what contradicts itself', () => {
    equal(
      ['\\frac{\\sqrt{3}}{3}', '\\frac{\\sqrt{3}}{3} \\approx 0.577'],
      ['3', '6/2 = 3'],
      ['9\\pi', 'A = \\pi r^2 = 9\\pi'],
    );
    open(['3', '6/2 = 2 = 3'], ['\\sqrt2', '\\sqrt2 \\approx 1.9']);
  });

  it('finds the answer of a whole solution first', () => {
    equal(
      ['9', 'We add, and so get $\\boxed{9}$.'],
      ['(98, 2), (99, 503)', '$\\boxed{(98, 2)} \\text{ and } \\boxed{(99, 503)}$'],
      ['2/3', 'Then P(A) = 1/2 + 1/6. Therefore, the probability is 2/3.'],
    );
    equal(['$10$', 'Answer \\( (9+1) \\)'], ['20%', 'It is $\\boxed{20}$ percent.']);
    different(['9', 'So it is $\\boxed{8}$, not 9.']);
  });

  it('says nothing of what it cannot read, unless both are written the same', () => {
    open(['', '5'], ['5', ''], ['\\foo{3}{4', '5']);
    equal(['\\foo{3}', '\\foo{3}']);
  });
});
