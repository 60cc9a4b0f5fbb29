import { seededRandom } from '../../evidence/evidence.ts';

/** A book of exercises and explanations in LaTeX: the same for the same seed, one claim in a hundred or so wrong. */
export function latexBook(lines: number, seed: number): string {
  const random = seededRandom(seed);
  const number = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const text: string[] = [
    '\\documentclass{book}',
    '\\usepackage{amsmath, amsthm}',
    '\\newtheorem{exercise}{Exercise}',
    '\\newcommand{\\half}{\\frac{1}{2}}',
    '\\newcommand{\\abs}[1]{\\left|#1\\right|}',
    '\\begin{document}',
    '',
  ];
  const writers = [sums, product, square, line, fractions, prose, power, powers];
  for (let section = 1; text.length < lines - 12; section += 1) {
    text.push(`\\section{Part ${String(section)}: numbers and letters}`, `\\label{sec:${String(section)}}`, '');
    for (let paragraph = 0; paragraph < 9 && text.length < lines - 12; paragraph += 1) {
      const write = writers[number(0, writers.length - 1)] ?? prose;
      text.push(...write(number, random() < 0.01 ? 1 : 0), '');
    }
  }
  while (text.length < lines - 1) text.push('% the end');
  text.push('\\end{document}');
  return text.join('\n');
}

type Numbers = (from: number, to: number) => number;

const s = String;

function sums(number: Numbers, slip: number): string[] {
  const [a, b, c] = [number(12, 99), number(12, 99), number(100, 999)];
  return [
    `A shop sells ${s(a)} apples in the morning and ${s(b)} in the afternoon, so that $${s(a)} + ${s(b)} = ${s(a + b + slip)}$`,
    `apples are sold in all. With the ${s(c)} that are left, there were $${s(a + b)} + ${s(c)} = ${s(a + b + c)}$ apples. % stock`,
  ];
}

function product(number: Numbers, slip: number): string[] {
  const [a, b] = [number(11, 40), number(11, 40)];
  return [
    'We multiply in two parts and add what we got:',
    '\\begin{align*}',
    `  ${s(a)} \\cdot ${s(b)} &= ${s(a)} \\cdot ${s(b - (b % 10))} + ${s(a)} \\cdot ${s(b % 10)} \\\\`,
    `  &= ${s(a * (b - (b % 10)))} + ${s(a * (b % 10))} \\\\`,
    `  &= ${s(a * b + slip)}. \\label{eq:${s(a)}:${s(b)}}`,
    '\\end{align*}',
  ];
}

function square(number: Numbers, slip: number): string[] {
  const a = number(2, 19);
  return [
    `Expanding the square, $(x + ${s(a)})^2 = x^2 + ${s(2 * a + slip)}x + ${s(a * a)}$ for all $x$, and hence`,
    '\\[',
    `  (x + ${s(a)})^2 - (x - ${s(a)})^2 = ${s(4 * a)}x.`,
    '\\]',
  ];
}

function line(number: Numbers, slip: number): string[] {
  const [a, x, b] = [number(2, 9), number(2, 12), number(1, 30)];
  return [
    '\\begin{exercise}',
    `  Solve $${s(a)}x + ${s(b)} = ${s(a * x + b)}$ for $x$.`,
    '\\end{exercise}',
    `We take ${s(b)} from both sides and divide by ${s(a)}:`,
    '\\begin{align}',
    `  ${s(a)}x &= ${s(a * x)} \\\\`,
    `  x &= ${s(x + slip)}`,
    '\\end{align}',
  ];
}

function fractions(number: Numbers, slip: number): string[] {
  const [a, b] = [number(2, 9), number(2, 9)];
  return [
    `Fractions need a common denominator: $\\frac{1}{${s(a)}} + \\frac{1}{${s(b)}} = \\frac{${s(a + b + slip)}}{${s(a * b)}}$,`,
    `and $\\half \\cdot ${s(2 * a)} = ${s(a)}$, while $\\abs{-${s(b)}} = ${s(b)}$.`,
  ];
}

function power(number: Numbers, slip: number): string[] {
  const [a, n] = [number(2, 5), number(2, 6)];
  return [
    `There are $${s(a)}^{${s(n)}} = ${s(a ** n + slip)}$ words of ${s(n)} letters over ${s(a)} letters; see Section~\\ref{sec:1}.`,
    `Taking roots, $\\sqrt{${s(a * a)}} = ${s(a)}$, and $\\log_{${s(a)}} ${s(a ** n)} = ${s(n)}$.`,
  ];
}

function powers(number: Numbers, slip: number): string[] {
  const [m, n] = [number(2, 9), number(2, 9)];
  return [
    `The exponents are added: $x^{${s(m)}} \\cdot x^{${s(n)}} = x^{${s(m + n + slip)}}$. That is the rule of powers.`,
  ];
}

function prose(number: Numbers): string[] {
  const a = number(2, 90);
  return [
    `A function is said to grow when larger arguments give larger values. Let $f(x) = ${s(a)}x$ be such a function, and`,
    'let $x < y$ be two arguments; then what was said above applies, whatever the numbers are, and there is nothing',
    'more to be calculated here. The reader may want to draw a picture of it, with the two arguments on the line.',
  ];
}
