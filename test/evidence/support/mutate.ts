/** Problems of every kind, written for this project; the fuzz run begins with them. */
export const seedProblems: readonly string[] = [
  'Solve 3(x - 2) = 2x + 5 for x.',
  'Solve $x^2 - x - 2 = 0$.',
  'Solve \\(\\sqrt{x+2} = x\\).',
  'What is the largest root of $\\frac{x^3-x^2}{x-1} = 3x-2$?',
  'Solve |2x - 3| = 7.',
  'Solve 2^(x+1) = 32.',
  'Solve \\log_2(x) + \\log_2(x-2) = 3 for x.',
  'Solve 2x + y = 7, x - y = 2 for x and y.',
  'Solve x^2 - 5x + 6 > 0.',
  'Solve (x-1)/(x+2) <= 3.',
  'Solve sin(x) = 1/2.',
  'Solve a*x + b = c for x.',
  'Expand (x+1)^3*(2x-5).',
  'Factor 6x^2 + 11x - 10.',
  'Simplify (x^2-1)/(x+1) + 1/x.',
  'Simplify (y^(2/3)*y)^(-3)/y assuming y is positive.',
  'Simplify sqrt(50) - 2*sqrt(8).',
  'Collect the terms in 3*z + 4 - 5*z + z**2.',
  'What is the derivative of `x^2*sin(x)`?',
  'Find the third derivative of 2*t**5 - t wrt t.',
  'Integrate x*e^x with respect to x.',
  'Integrate tan(x)^2*sec(x) with respect to x.',
  'Find the limit of (x^2-4)/(x-2) as x approaches 2.',
  'What is the sum of k^2 for k from 1 to 20?',
  'Find the tangent line to y = x^3 at x = 2.',
  'Find the partial fraction decomposition of (3x+5)/(x^2-x-2).',
  'Complete the square in x^2 + 6x + 1.',
  'Calculate (-5 - 0/(-5))*(-1936)/440.',
  'Evaluate 0.3 - 43436.263.',
  'What is 15% of 80?',
  'What is the highest common factor of 48 and 180?',
  'Calculate the lowest common multiple of 21 and 6.',
  'Is 227782891 prime?',
  'List the prime factors of 9163.',
  'What is the remainder when 1234 is divided by 56?',
  'Round 3.14159 to two decimal places.',
  'What is the hundreds digit of 48213?',
  'What is 101101 (base 2) in base 10?',
  'Convert 3.5 kilometers to meters.',
  'Put -1/3, 4, 0.5, -2 in ascending order.',
  'What is the second biggest value in 3, -7, 0.2?',
  'What comes next: 2, 6, 12, 20?',
  "What is the n'th term of 5, 8, 11, 14?",
  'Three letters picked without replacement from aabbbc. What is prob of sequence abc?',
  'Let f(x) = x**2 - 3. Calculate f(-3).',
  'Suppose -3*u + 5*i = 26, 3*i - 14 = u. Let m be u + 4. Solve m*r = 6 for r.',
];

const alphabet = [
  ...'0123456789xyzabe+-*/^=<>()[]{}|.,;:!?_$`\\ \n\t\'"%&#~',
  '\\frac{1}{',
  '\\sqrt{',
  '\\left(',
  '\\right)',
  '\\int ',
  '\\sum_{k=1}^{9}',
  '\\begin{align}',
  '\\end{align}',
  '\\href{javascript:x}{y}',
  '**',
  '≤',
  '−',
  '×',
  '÷',
  '²',
  '½',
  '∞',
  'π',
  '√',
  '٣',
  'ש',
  '\u202e',
  'e\u0301',
  '\u0000',
  '😀',
  '<script>',
  '</b>',
  ' or ',
  ' and ',
  '9^9^9^9',
  '1/0',
  '99999999999999999999',
  'sin',
  'log_',
  'x = x',
  'Let ',
  'Solve ',
  ' for q',
];

/** A problem with a few of its pieces deleted, doubled, replaced, moved, or mixed with another's. `random` gives numbers in [0, 1). */
export function mutate(random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let text = pick(seedProblems);
  // Half of them keep their words, so that they reach the solver behind the reader.
  if (random() < 0.5) return gently(text, random);
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) {
    const [from, to] = [Math.floor(random() * (text.length + 1)), Math.floor(random() * (text.length + 1))].sort(
      (a, b) => a - b,
    ) as [number, number];
    const piece = text.slice(from, Math.min(to, from + 12));
    switch (Math.floor(random() * 6)) {
      case 0:
        text = text.slice(0, from) + text.slice(from + 1);
        break;
      case 1:
        text = text.slice(0, from) + pick(alphabet) + text.slice(from);
        break;
      case 2:
        text = text.slice(0, from) + pick(alphabet) + text.slice(from + 1);
        break;
      case 3:
        text = text.slice(0, to) + piece.repeat(1 + Math.floor(random() * 20)) + text.slice(to);
        break;
      case 4: {
        const other = pick(seedProblems);
        text = text.slice(0, from) + other.slice(Math.floor(random() * other.length));
        break;
      }
      default:
        text = text.slice(0, from) + text.slice(from + piece.length) + piece;
    }
  }
  return text;
}

const numbers = [
  '0',
  '1',
  '-1',
  '2',
  '7',
  '12',
  '100',
  '0.5',
  '3/4',
  '-2.75',
  '1000003',
  '98765432109876543210',
  '(1/0)',
  '2^64',
  'sqrt(2)',
];
const operators = ['+', '-', '*', '/', '^', '=', '<', '>=', '- -', '*-'];
const letters = ['x', 'y', 'z', 'a', 'i', 'e', 'n', 'sin(x)', '|x|', 'sqrt(x)', 'ln(x)', '(x+1)'];

/** Other numbers, signs and letters in their places: a problem still, seldom a sensible one. */
function gently(text: string, random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let result = text;
  const changes = 1 + Math.floor(random() * 5);
  for (let change = 0; change < changes; change += 1) {
    const places = [...result.matchAll(/\d+(?:\.\d+)?|[-+*/^=<>]|(?<![A-Za-z])[a-z](?![A-Za-z])/g)];
    if (places.length === 0) return result;
    const place = pick(places);
    const found = place[0];
    const replacement = /\d/.test(found) ? pick(numbers) : /[a-z]/.test(found) ? pick(letters) : pick(operators);
    result = result.slice(0, place.index) + replacement + result.slice(place.index + found.length);
  }
  return result;
}
