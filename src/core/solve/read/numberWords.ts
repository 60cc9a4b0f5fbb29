const units: Readonly<Record<string, number>> = {
  ...{
    zero: 0,
    no: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
  },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, a: 1, an: 1 },
};
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ordinals: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{
    eleventh: 11,
    twelfth: 12,
    twelth: 12,
    thirteenth: 13,
    fourteenth: 14,
    fifteenth: 15,
    sixteenth: 16,
    seventeenth: 17,
  },
  ...{ eighteenth: 18, nineteenth: 19, twentieth: 20, square: 2, cube: 3 },
};
const parts: Readonly<Record<string, number>> = {
  ...{
    half: 2,
    halve: 2,
    quarter: 4,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
  },
  ...{ eleventh: 11, twelfth: 12, twelth: 12, hundredth: 100, thousandth: 1000, twentieth: 20 },
};

/** "fourteen", "one hundred thousand", "7": undefined for what is no whole number in words or digits. */
export function wholeNumber(words: readonly string[]): number | undefined {
  const list = words.filter((word) => word !== '-' && word !== 'and');
  if (list.length === 0) return undefined;
  if (list.every((word) => /^\d+$|^,$/.test(word))) {
    const value = Number(list.filter((word) => word !== ',').join(''));
    return Number.isSafeInteger(value) ? value : undefined;
  }
  let [total, current] = [0, 0];
  for (const word of list) {
    const [unit, scale] = [
      units[word] ?? (/^\d+$/.test(word) ? Number(word) : undefined),
      scales[word.replace(/s$/, '')],
    ];
    if (unit !== undefined) current += unit;
    else if (scale === 100) current = Math.max(1, current) * 100;
    else if (scale !== undefined) [total, current] = [total + Math.max(1, current) * scale, 0];
    else return undefined;
  }
  return total + current;
}

/** "second", "2nd", "twenty-first" */
export function ordinalNumber(words: readonly string[]): number | undefined {
  const list = words.filter((word) => word !== '-');
  const last = list.at(-1) ?? '';
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(last);
  if (list.length === 1) return digits === null ? ordinals[last] : Number(digits[1]);
  const [tens, unit] = [units[list[0] ?? ''], ordinals[last]];
  return list.length === 2 && tens !== undefined && tens >= 20 && unit !== undefined && unit < 10
    ? tens + unit
    : undefined;
}

/** "three fifths", "one tenth", "half", "seven halves": numerator and denominator. */
export function fractionInWords(words: readonly string[]): readonly [number, number] | undefined {
  const list = words.filter((word) => word !== '-' && word !== 'of' && word !== 'a' && word !== 'an');
  const last = list.at(-1) ?? '';
  const denominator = parts[last] ?? parts[last.replace(/s$/, '')] ?? (last === 'halves' ? 2 : undefined);
  if (denominator === undefined) return undefined;
  const numerator = list.length === 1 ? 1 : wholeNumber(list.slice(0, -1));
  return numerator === undefined ? undefined : [numerator, denominator];
}

/** The power of ten of a place: "tens" 1, "hundred thousands" 5, "tenths" −1, "1000" 3. */
export function placeOf(words: readonly string[]): number | undefined {
  const list = words.filter((word) => word !== '-');
  const text = list.join(' ');
  if (/^(?:units?|ones?|integers?|whole numbers?|whole)$/.test(text)) return 0;
  const below = /^(?:(ten|hundred)\s?)?(tenth|hundredth|thousandth|millionth|billionth)s?$/.exec(text);
  if (below !== null) {
    const base = { tenth: -1, hundredth: -2, thousandth: -3, millionth: -6, billionth: -9 }[below[2] ?? ''] ?? 0;
    return base - (below[1] === 'ten' ? 1 : below[1] === 'hundred' ? 2 : 0);
  }
  const value = wholeNumber(list.map((word) => word.replace(/s$/, '')));
  if (value === undefined || value < 1) {
    const decimal = /^0?\.(0*)1$/.exec(list.join(''));
    return decimal === null ? undefined : -((decimal[1] ?? '').length + 1);
  }
  const place = Math.round(Math.log10(value));
  return 10 ** place === value ? place : undefined;
}
