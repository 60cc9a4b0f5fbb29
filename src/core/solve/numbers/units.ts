import { rational, times, type Rational } from '../../math/rational.ts';

export type Dimension = 'length' | 'mass' | 'time' | 'area' | 'volume' | 'speed' | 'data' | 'angle';

export interface Unit {
  readonly symbol: string;
  readonly names: readonly string[];
  readonly dimension: Dimension;
  /** In the base unit: metre, gram, second, square metre, litre, metre per second, byte, degree. */
  readonly factor: Rational;
  /** Said once where the unit is a convention: a year has 365 days. */
  readonly convention?: string | undefined;
}

function unit(
  symbol: string,
  names: readonly string[],
  dimension: Dimension,
  numerator: bigint | number,
  denominator: bigint | number = 1n,
  convention?: string,
): Unit {
  return { symbol, names, dimension, factor: rational(numerator, denominator), convention };
}

const prefixes: readonly (readonly [string, string, bigint, bigint])[] = [
  ['p', 'pico', 1n, 10n ** 12n],
  ['n', 'nano', 1n, 10n ** 9n],
  ['µ', 'micro', 1n, 10n ** 6n],
  ['m', 'milli', 1n, 1000n],
  ['c', 'centi', 1n, 100n],
  ['d', 'deci', 1n, 10n],
  ['', '', 1n, 1n],
  ['da', 'deca', 10n, 1n],
  ['h', 'hecto', 100n, 1n],
  ['k', 'kilo', 1000n, 1n],
  ['M', 'mega', 10n ** 6n, 1n],
  ['G', 'giga', 10n ** 9n, 1n],
  ['T', 'tera', 10n ** 12n, 1n],
];

function metric(symbol: string, names: readonly string[], dimension: Dimension, factor: Rational): readonly Unit[] {
  return prefixes.map(([short, long, top, bottom]) => ({
    symbol: `${short}${symbol}`,
    names: names.flatMap((name) => [`${long}${name}`, `${long}${name}s`]),
    dimension,
    factor: times(factor, rational(top, bottom)),
  }));
}

const yearOf365 = 'Here a year has $365$ days.';
const twelfthOfYear =
  'Months have from $28$ to $31$ days. I take the average of a year of $365$ days, so $12$ months are $365$ days.';
const inch = rational(254n, 10_000n);
const inches = (count: bigint): Rational => times(inch, rational(count));
/** The US gallon; the inch and the pound are the international ones. */
const gallon = rational(3_785_411_784n, 1_000_000_000n);
const pound = rational(45_359_237n, 100_000n);

function scaled(base: Unit, symbol: string, names: readonly string[], factor: Rational): Unit {
  return { ...base, symbol, names, factor };
}

const metre = unit('m', [], 'length', 1);
const gram = unit('g', [], 'mass', 1);
const litre = unit('l', [], 'volume', 1);
const second = unit('s', [], 'time', 1);

/** Area and volume units from the length units: cm², m³; a cubic metre is 1000 litres. */
function powers(lengths: readonly Unit[]): readonly Unit[] {
  return lengths.flatMap((length): readonly Unit[] => {
    const square = times(length.factor, length.factor);
    return [
      {
        symbol: `${length.symbol}^2`,
        names: length.names.flatMap((name) => [`square ${name}`]),
        dimension: 'area',
        factor: square,
      },
      {
        symbol: `${length.symbol}^3`,
        names: length.names.flatMap((name) => [`cubic ${name}`]),
        dimension: 'volume',
        factor: times(times(square, length.factor), rational(1000n)),
      },
    ];
  });
}

const lengths: readonly Unit[] = [
  ...metric('m', ['metre', 'meter'], 'length', rational(1n)),
  scaled(metre, 'in', ['inch', 'inches'], inches(1n)),
  scaled(metre, 'ft', ['foot', 'feet'], inches(12n)),
  scaled(metre, 'yd', ['yard', 'yards'], inches(36n)),
  scaled(metre, 'mi', ['mile', 'miles'], inches(63_360n)),
];

const durations: readonly Unit[] = [
  ...metric('s', ['second'], 'time', rational(1n)),
  scaled(second, 'min', ['minute', 'minutes'], rational(60n)),
  scaled(second, 'h', ['hour', 'hours', 'hr', 'hrs'], rational(3600n)),
  scaled(second, 'day', ['days', 'd'], rational(86_400n)),
  scaled(second, 'week', ['week', 'weeks', 'wk'], rational(604_800n)),
  scaled(second, 'fortnight', ['fortnights'], rational(1_209_600n)),
];

const year = 31_536_000n;
/** Months and years fit each other exactly, but days only by convention. */
const calendar: readonly Unit[] = [
  { ...scaled(second, 'month', ['months'], rational(year, 12n)), convention: twelfthOfYear },
  { ...scaled(second, 'quarter', ['quarters'], rational(year, 4n)), convention: twelfthOfYear },
  { ...scaled(second, 'year', ['years', 'yr', 'a'], rational(year)), convention: yearOf365 },
  { ...scaled(second, 'decade', ['decades'], rational(year * 10n)), convention: yearOf365 },
  { ...scaled(second, 'century', ['centuries'], rational(year * 100n)), convention: yearOf365 },
  { ...scaled(second, 'millennium', ['millennia', 'millenniums'], rational(year * 1000n)), convention: yearOf365 },
];

const others: readonly Unit[] = [
  ...metric('g', ['gram', 'gramme'], 'mass', rational(1n)),
  scaled(gram, 't', ['tonne', 'tonnes', 'metric ton', 'metric tons', 'ton', 'tons'], rational(1_000_000n)),
  scaled(gram, 'lb', ['pound', 'pounds', 'lbs'], pound),
  scaled(gram, 'oz', ['ounce', 'ounces'], times(pound, rational(1n, 16n))),
  ...metric('l', ['litre', 'liter'], 'volume', rational(1n)),
  scaled(litre, 'gal', ['gallon', 'gallons'], gallon),
  scaled(litre, 'qt', ['quart', 'quarts'], times(gallon, rational(1n, 4n))),
  scaled(litre, 'pt', ['pint', 'pints'], times(gallon, rational(1n, 8n))),
  scaled(litre, 'cup', ['cups'], times(gallon, rational(1n, 16n))),
  unit('ha', ['hectare', 'hectares'], 'area', 10_000),
  unit('m/s', ['metres per second', 'meters per second'], 'speed', 1),
  unit('km/s', ['kilometres per second', 'kilometers per second'], 'speed', 1000),
  unit('km/h', ['kilometres per hour', 'kilometers per hour', 'kph', 'kmh'], 'speed', 5n, 18n),
  unit('m/min', ['metres per minute', 'meters per minute'], 'speed', 1n, 60n),
  unit('cm/s', ['centimetres per second', 'centimeters per second'], 'speed', 1n, 100n),
  unit('mi/h', ['miles per hour', 'mph'], 'speed', 44_704n, 100_000n),
  unit('B', ['byte', 'bytes'], 'data', 1),
  unit('bit', ['bits'], 'data', 1n, 8n),
  unit('kB', ['kilobyte', 'kilobytes'], 'data', 1000),
  unit('MB', ['megabyte', 'megabytes'], 'data', 10n ** 6n),
  unit('GB', ['gigabyte', 'gigabytes'], 'data', 10n ** 9n),
  unit('°', ['degree', 'degrees', 'deg'], 'angle', 1),
];

const all: readonly Unit[] = [...lengths, ...durations, ...calendar, ...others, ...powers(lengths)];

/** By symbol as written (mg is not Mg), else by name whatever its case. */
export function findUnit(text: string): Unit | undefined {
  const symbol = text
    .trim()
    .replace(/\s*([/^])\s*/g, '$1')
    .replace(/μ/g, 'µ')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/^u(?=[a-z]+$)/, 'µ');
  const exact = all.find((candidate) => candidate.symbol === symbol);
  if (exact !== undefined) return exact;
  const name = text.trim().toLowerCase();
  const singular = name.length > 3 && name.endsWith('s') ? name.slice(0, -1) : name;
  return (
    all.find((candidate) => candidate.names.includes(name) || candidate.names.includes(singular)) ??
    all.find((candidate) => candidate.symbol.toLowerCase() === name)
  );
}

/** TeX for a unit after a number. */
export function unitTex(symbol: string): string {
  const body = symbol
    .replace(/\^(\d)/g, '}^{$1}\\mathrm{')
    .replace(/µ/g, '\\mu ')
    .replace(/°/g, '^\\circ ');
  return `\\mathrm{${body}}`.replaceAll('\\mathrm{}', '');
}
