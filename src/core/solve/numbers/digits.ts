const symbols = '0123456789abcdefghijklmnopqrstuvwxyz';

/** The value of digits written in a base (2–36), an optional minus sign in front; undefined where a digit is too large. */
export function valueInBase(digits: string, base: number): bigint | undefined {
  const text = digits
    .trim()
    .toLowerCase()
    .replace(/[_\s,]/g, '');
  const isNegative = text.startsWith('-') || text.startsWith('−');
  const body = text.replace(/^[-−+]/, '');
  if (body === '' || base < 2 || base > 36) return undefined;
  let value = 0n;
  for (const char of body) {
    const digit = symbols.indexOf(char);
    if (digit < 0 || digit >= base) return undefined;
    value = value * BigInt(base) + BigInt(digit);
  }
  return isNegative ? -value : value;
}

export function inBase(value: bigint, base: number): string {
  return value.toString(base);
}

export function symbolOf(digit: bigint): string {
  return symbols.charAt(Number(digit));
}

/** A numeral with its base as an index, TeX. */
export function numeralTex(digits: string, base: number): string {
  const text = digits.toLowerCase().replace('−', '-');
  return base === 10 ? text : `${/[a-z]/.test(text) ? `\\mathrm{${text}}` : text}_{${base.toString()}}`;
}
