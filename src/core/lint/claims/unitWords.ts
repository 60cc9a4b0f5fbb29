/** What a word behind a number says about its size. */
export interface UnitWord {
  readonly family: string;
  /** In the family's smallest common unit. */
  readonly factor: number;
}

const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  money: {
    ...{ cent: 1, penny: 1, pennies: 1, nickel: 5, dime: 10, quarter: 25, dollar: 100, buck: 100, euro: 100, pence: 1 },
  },
  time: {
    ...{ second: 1, sec: 1, s: 1, minute: 60, min: 60, hour: 3600, hr: 3600, h: 3600, day: 86400, week: 604800 },
    ...{ fortnight: 1209600, month: 2592000, quarter: 7776000, year: 31536000, yr: 31536000, decade: 315360000 },
    ...{
      century: 3153600000,
      am: 3600,
      pm: 3600,
      clock: 3600,
      noon: 3600,
      weekend: 172800,
      weekday: 86400,
      night: 86400,
    },
  },
  length: {
    ...{ mm: 1, millimeter: 1, millimetre: 1, cm: 10, centimeter: 10, centimetre: 10, dm: 100, m: 1000, meter: 1000 },
    ...{ metre: 1000, km: 1e6, kilometer: 1e6, kilometre: 1e6, in: 25.4, inch: 25.4, foot: 304.8, feet: 304.8 },
    ...{ ft: 304.8, yard: 914.4, yd: 914.4, mile: 1609344, mi: 1609344, block: 80467.2, lap: 400000 },
  },
  mass: {
    ...{ mg: 0.001, milligram: 0.001, g: 1, gram: 1, kg: 1000, kilogram: 1000, kilo: 1000, ton: 907184.74, tonne: 1e6 },
    ...{ oz: 28.349523125, ounce: 28.349523125, lb: 453.59237, pound: 453.59237 },
  },
  volume: {
    ...{ ml: 1, milliliter: 1, millilitre: 1, cl: 10, liter: 1000, litre: 1000, l: 1000, cup: 240, pint: 480 },
    ...{ quart: 960, gallon: 3840, teaspoon: 5, tablespoon: 15, tsp: 5, tbsp: 15 },
  },
  data: { bit: 1, byte: 8, kb: 8e3, mb: 8e6, gb: 8e9, tb: 8e12 },
  count: {
    ...{ pair: 2, couple: 2, dozen: 12, score: 20, gross: 144, ten: 10, hundred: 100, thousand: 1000, k: 1000 },
    ...{ million: 1e6, billion: 1e9, trillion: 1e12, one: 1, half: 0.5, halves: 0.5, third: 1 / 3, fourth: 0.25 },
    ...{ fifth: 0.2, tenth: 0.1, hundredth: 0.01, thousandth: 0.001, percent: 0.01, point: 1 },
  },
  angle: { degree: 1, radian: 180 / Math.PI },
};

const words = new Map<string, UnitWord[]>();
for (const [family, members] of Object.entries(families)) {
  for (const [name, factor] of Object.entries(members)) {
    words.set(name, [...(words.get(name) ?? []), { family, factor }]);
  }
}

/** The word in the singular, as it is compared: "boxes" → "box", "apples" → "apple". */
export function singular(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length <= 3) return lower;
  if (/(?:ss|sh|ch|x|z)es$/.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

export function unitWords(word: string): readonly UnitWord[] {
  const lower = word.toLowerCase();
  return words.get(lower) ?? words.get(singular(lower)) ?? [];
}

/** By how much a number with one of these units can differ from one that means the same in a related unit, or without any. */
export function conversionsOf(names: readonly string[]): readonly number[] {
  const found = new Set<number>();
  for (const name of new Set(names)) {
    for (const { family, factor } of unitWords(name)) {
      for (const other of Object.values(families[family] ?? {})) if (other !== factor) found.add(factor / other);
      for (const special of specials[family] ?? []) found.add(special);
    }
  }
  return [...found];
}

/** Days of months and years, weeks of them; areas and volumes. */
const specials: Readonly<Record<string, readonly number[]>> = {
  time: [12, 7, 24, 60, 3600, 28, 29, 30, 31, 365, 366, 360, 52, 4, 48, 50, 13, 5, 2, 8, 40],
  length: [144, 9, 1e4, 1e6, 1728, 27],
};
