import { greekLetters } from '../read/names.ts';

const backslashed: ReadonlySet<string> = new Set([
  ...[
    'sin',
    'cos',
    'tan',
    'cot',
    'sec',
    'csc',
    'sinh',
    'cosh',
    'tanh',
    'coth',
    'ln',
    'log',
    'exp',
    'gcd',
    'min',
    'max',
  ],
  ...['det'],
]);

/** Marks that stand over their argument. */
export const overs: ReadonlySet<string> = new Set(['overline', 'bar', 'vec', 'hat', 'tilde', 'dot', 'ddot']);

const arcs: Readonly<Record<string, string>> = {
  ...{ asin: '\\arcsin', acos: '\\arccos', atan: '\\arctan', acot: '\\operatorname{arccot}' },
  ...{ asec: '\\operatorname{arcsec}', acsc: '\\operatorname{arccsc}', asinh: '\\operatorname{arsinh}' },
  ...{ acosh: '\\operatorname{arcosh}', atanh: '\\operatorname{artanh}', acoth: '\\operatorname{arcoth}' },
  ...{ asech: '\\operatorname{arsech}', acsch: '\\operatorname{arcsch}', sign: '\\operatorname{sgn}' },
};

/** x, \alpha, x_{1}, \mathrm{speed} */
export function texOfName(name: string): string {
  const figure = /^(angle|triangle) (.*)$/.exec(name);
  if (figure !== null) return `\\${figure[1] ?? ''} ${figure[2] ?? ''}`;
  const [head = name, ...indices] = name.split('_');
  const index = indices.length > 0 ? `_{${indices.map((part) => texOfName(part)).join(',')}}` : '';
  if (greekLetters.has(head)) return `\\${head === 'ℓ' ? 'ell' : head}${index}`;
  return /^[a-zA-Z]{2,}$/.test(head) ? `\\mathrm{${head}}${index}` : `${escaped(head)}${index}`;
}

function escaped(name: string): string {
  return name.replace(/[\\{}$&#%^~]/g, '');
}

/** The head of a function: \sin, \operatorname{lcm}, f', f^{-1} */
export function texOfFunction(name: string, primes = 0): string {
  if (backslashed.has(name)) return `\\${name}`;
  if (overs.has(name)) return `\\${name}`;
  const arc = arcs[name];
  if (arc !== undefined) return arc;
  const inverse = /^(.*)\^-1$/.exec(name);
  if (inverse !== null) return `${texOfFunction(inverse[1] ?? '')}^{-1}`;
  const isWord = /^[a-zA-Z]{2,}$/.test(name) && !greekLetters.has(name);
  return (isWord ? `\\operatorname{${name}}` : texOfName(name)) + "'".repeat(primes);
}
