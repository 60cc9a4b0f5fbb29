type Rewriting = (text: string) => string | undefined;

/** The same answer as somebody else writes it; undefined where the rule finds nothing. */
const rewritings: readonly Rewriting[] = [
  (text) => `$${text}$`,
  (text) => `\\[ ${text} \\]`,
  (text) => `**${text}**`,
  (text) => `${text}.`,
  (text) => `Thus the answer is $\\boxed{${text}}$.`,
  (text) => `The final answer is: $${text}$.`,
  (text) => `We add 3 and 4.\n#### ${text}`,
  (text) => text.replace(/\\frac/g, '\\dfrac'),
  (text) => text.replace(/\\[dt]?frac/g, '\\tfrac'),
  (text) =>
    text.replace(
      /\\d?frac\{(-?\d+)\}\{(\d+)\}/g,
      (_, top: string, bottom: string, at: number) => `${at > 0 ? ' ' : ''}${top}/${bottom}`,
    ),
  (text) => text.replace(/\\frac\{(\d)\}\{(\d)\}/g, '\\frac$1$2'),
  (text) => (text.includes('\\!') ? undefined : text.replace(/([+\-=,<>])/g, ' $1 ')),
  (text) => text.replace(/([+\-=])/g, '\\,$1\\,'),
  (text) =>
    text.includes('\\left')
      ? text.replace(/\\left|\\right/g, '')
      : text.replace(/\(/g, '\\left(').replace(/\)/g, '\\right)'),
  (text) => (/^-?(?:\d+|\\frac\{\d+\}\{\d+\})$/.test(text) ? `x = ${text}` : undefined),
  (text) => decimalOf(text),
  (text) => (/^-?\d{1,3}$/.test(text) ? `${text}.0` : undefined),
  (text) => (/^\d{4,}$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : undefined),
  (text) => (/^\d{4,}$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ' ') : undefined),
  (text) => text.replace(/-/g, '−'),
  (text) => (/^-?\d+(?:,\s*-?\d{1,2})+$/.test(text) ? text.split(',').reverse().join(', ') : undefined),
  (text) => text.replace(/\^\\circ/, ' degrees'),
  (text) => text.replace(/\^\\circ/, '°'),
  (text) => (text.startsWith('\\$') ? `${text.slice(2)} dollars` : undefined),
  (text) => text.replace(/\\\$/, '$'),
  (text) => (/^-?\d+$/.test(text) ? `${text}/1` : undefined),
  (text) => (/^\d+$/.test(text) ? `${BigInt(text) - 1n}+1` : undefined),
  (text) => (/[a-z]\\?sqrt/.test(text) ? undefined : text.replace(/\\sqrt\{(\d+)\}/g, '√$1')),
  (text) => text.replace(/\\pi/g, 'π'),
  (text) => text.replace(/pmatrix/g, 'bmatrix'),
  (text) =>
    text.includes('pmatrix') && !text.includes('&')
      ? `(${text
          .replace(/\\(?:begin|end)\{pmatrix\}/g, '')
          .split('\\\\')
          .join(',')})`
      : undefined,
  (text) => text.replace(/^(.*) \\pm ([^,}]*)$/, '$1 - $2, $1 + $2'),
  (text) => text.replace(/\\cup/g, '∪').replace(/\\infty/g, '∞'),
  (text) => text.replace(/^\\text\{(.*)\}$/, '$1'),
  (text) => text.replace(/\\text/g, '\\mathrm'),
  (text) => text.replace(/^(\d+)_\{?(\d)\}?$/, '$1 base $2'),
];

function decimalOf(text: string): string | undefined {
  const found = /^(-?)\\[dt]?frac\{(\d+)\}\{(\d+)\}$/.exec(text);
  if (found === null) return undefined;
  const value = Number(found[2]) / Number(found[3]);
  return Number.isInteger(Math.round(value * 1e6)) && Number((value * 1e6).toFixed(6)) % 1 === 0
    ? `${found[1] ?? ''}${value}`
    : undefined;
}

export function rewritingsOf(answer: string): readonly string[] {
  const found = rewritings.map((rewrite) => rewrite(answer)).filter((text) => text !== undefined && text !== answer);
  return [...new Set(found.filter((text) => text !== undefined))];
}

/** The answer with one thing changed: a number, a sign, the order of a pair, an item more or less, a bracket. */
export function mutationsOf(answer: string): readonly string[] {
  const found: string[] = [];
  for (const { index, 0: digits } of answer.matchAll(/\d+/g)) {
    const [before, after] = [answer.slice(0, index), answer.slice(index + digits.length)];
    found.push(`${before}${BigInt(digits) + 1n}${after}`);
    if (digits.length > 1 && !digits.startsWith(digits.charAt(1)))
      found.push(`${before}${digits.charAt(1)}${digits.charAt(0)}${digits.slice(2)}${after}`);
  }
  for (const { index } of answer.matchAll(/(?<=[\w}) ])\+|(?<=[\w}) ])-/g)) {
    found.push(`${answer.slice(0, index)}${answer.charAt(index) === '+' ? '-' : '+'}${answer.slice(index + 1)}`);
  }
  if (answer.startsWith('-')) found.push(answer.slice(1));
  else if (/^(?:\d|\\frac|\\sqrt|\\pi)/.test(answer) && !/^0$|[,=_]|\\pm/.test(answer)) found.push(`-${answer}`);
  const pair = /^(\\left)?([([])\s*([^,]+),([^,]+?)(\\right)?([)\]])$/.exec(answer);
  if (pair !== null && pair[3]?.trim() !== pair[4]?.trim()) {
    found.push(`${pair[2] ?? ''}${pair[4] ?? ''},${pair[3] ?? ''}${pair[6] ?? ''}`);
    found.push(pair[3] ?? '');
    if (!answer.includes('infty'))
      found.push(`${pair[2] === '(' ? '[' : '('}${pair[3] ?? ''},${pair[4] ?? ''}${pair[6] ?? ''}`);
  }
  if (/^-?\d+(?:,\s*-?\d{1,2})+$/.test(answer)) found.push(answer.slice(0, answer.lastIndexOf(',')), `${answer}, 97`);
  if (answer.includes('\\pm')) found.push(answer.replace('\\pm', '+'), answer.replace('\\pm', '-'));
  if (/^[1-9]\d*$/.test(answer))
    found.push(
      `${answer}1`,
      `(${answer},${answer}9)`,
      `[${answer},\\infty)`,
      `${answer}, 0`,
      `${answer}\\sqrt{2}`,
      `${answer}x`,
    );
  return [...new Set(found)].filter((text) => text !== answer);
}
