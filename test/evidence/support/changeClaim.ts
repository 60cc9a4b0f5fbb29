/** A text with one token changed: `to` stands where `from` stood. */
export interface Change {
  readonly kind: 'number' | 'sign' | 'exponent';
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

const token =
  /\\(?:text|textrm|textbf|mbox|mathrm|operatorname|label|tag|hspace|vspace|begin|end|color)\*?\s*\{[^{}]*\}|_(?:\{[^{}]*\}|\\?\w)|\\\\\[[^\]]*\]|\\[a-zA-Z]+|\\[^]|\d+|[-+]/g;

/** Every change of one number, sign or exponent in `text`, a piece of TeX or of a sentence; `random` gives new digits. */
export function changesOf(text: string, random: () => number): Change[] {
  return [...text.matchAll(token)].flatMap((found): Change[] => {
    const [from] = found;
    const at = found.index;
    if (from === '+' || from === '-') return [{ kind: 'sign', at, from, to: from === '+' ? '-' : '+' }];
    if (!/^\d/.test(from)) return [];
    const kind = /\^\s*\{?\s*-?$/.test(text.slice(0, at)) ? 'exponent' : 'number';
    return [{ kind, at, from, to: otherNumber(from, random) }];
  });
}

/** One digit is another one; the first of several doesn't become zero. */
function otherNumber(digits: string, random: () => number): string {
  const place = Math.floor(random() * digits.length);
  const old = Number(digits.charAt(place));
  const lowest = place === 0 ? 1 : 0;
  const choices = Array.from({ length: 10 - lowest }, (_, index) => index + lowest).filter((digit) => digit !== old);
  const digit = choices[Math.floor(random() * choices.length)] ?? 1;
  return `${digits.slice(0, place)}${String(digit)}${digits.slice(place + 1)}`;
}

export function applyChange(text: string, offset: number, { at, from, to }: Change): string {
  return text.slice(0, offset + at) + to + text.slice(offset + at + from.length);
}
