const named =
  /(?:\\(?:mathbb|mathbf|mathrm|bf|Bbb)\s*\{?\s*[ZF]\s*\}?|\\[ZF](?![A-Za-z])|[ℤ𝔽])\s*(?:_|\/)\s*\{?\s*(\d{1,6})|\bGF\s*\(\s*(\d{1,6})|characteristic\s+\$?(\d{1,6})|[ℤ𝔽]([₀-₉]+)/gu;
/** F_2 may as well be a focus or a Fibonacci number, Z_1 a statistic. */
const plain = /(?<![A-Za-z\\])[ZF]\s*(?:_|\/)\s*\{?\s*(\d{1,6})/g;
const isAlgebra = /\b(?:rings?|fields?|modul\w+|mod|group|integers|residues?|congruen\w+|arithmetic)\b/i;

/** What the arithmetic of a text is modulo, as far as its rings and fields are named: ℤ/7, 𝔽₂, GF(8), Z_5. */
export function ringModuli(text: string): readonly number[] {
  if (!/[ZFℤ𝔽]|characteristic/u.test(text)) return [];
  const found = [...text.matchAll(named), ...(isAlgebra.test(text) ? text.matchAll(plain) : [])];
  return found.flatMap(modulusOf);
}

/** A field of q elements has the characteristic that q is a power of. */
function modulusOf([, ring = '', field = '', characteristic = '', lowered = '']: RegExpMatchArray): number[] {
  const digits = lowered.replace(/[₀-₉]/g, (digit) => String('₀₁₂₃₄₅₆₇₈₉'.indexOf(digit)));
  const number = Number(ring || field || characteristic || digits);
  if (!(number > 1)) return [];
  let prime = 2;
  while (prime * prime <= number && number % prime !== 0) prime += 1;
  return number % prime === 0 ? [number, prime] : [number];
}
