import { findUnit } from '../numbers/units.ts';

/** Names that people use for a unit, and its canonical symbol. */
const names: readonly (readonly [string, string])[] = [
  ['km', 'kilometer kilometre km'],
  ['m', 'meter metre m'],
  ['dm', 'decimeter decimetre dm'],
  ['cm', 'centimeter centimetre cm'],
  ['mm', 'millimeter millimetre mm'],
  ['um', 'micrometer micrometre micron um µm μm'],
  ['nm', 'nanometer nanometre nm'],
  ['in', 'inch inches'],
  ['ft', 'foot feet ft'],
  ['yd', 'yard yd'],
  ['mi', 'mile mi'],
  ['t', 'tonne ton t'],
  ['kg', 'kilogram kilogramme kilo kg'],
  ['g', 'gram gramme g'],
  ['mg', 'milligram mg'],
  ['ug', 'microgram ug µg μg'],
  ['ng', 'nanogram ng'],
  ['oz', 'ounce oz'],
  ['lb', 'pound lb lbs'],
  ['kl', 'kiloliter kilolitre kl'],
  ['l', 'liter litre l'],
  ['dl', 'deciliter decilitre dl'],
  ['cl', 'centiliter centilitre cl'],
  ['ml', 'milliliter millilitre ml'],
  ['ul', 'microliter microlitre ul µl μl'],
  ['nl', 'nanoliter nanolitre nl'],
  ['gal', 'gallon gal'],
  ['qt', 'quart qt'],
  ['pt', 'pint pt'],
  ['cup', 'cup'],
  ['ns', 'nanosecond ns'],
  ['us', 'microsecond us µs μs'],
  ['ms', 'millisecond ms'],
  ['s', 'second sec s'],
  ['min', 'minute min mins'],
  ['h', 'hour hr hrs h'],
  ['day', 'day d'],
  ['week', 'week wk'],
  ['month', 'month'],
  ['year', 'year yr yrs'],
  ['decade', 'decade'],
  ['century', 'century centuries'],
  ['millennium', 'millennium millennia millenium'],
];

const canonical: ReadonlyMap<string, string> = new Map(
  names.flatMap(([symbol, list]) => list.split(' ').map((name) => [name, symbol] as const)),
);

/** The canonical symbol of a unit's name in the singular or plural, or of its symbol: "litres" → "l". */
export function unitOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  return (
    canonical.get(lower) ??
    (lower.length > 3 && lower.endsWith('s') ? canonical.get(lower.slice(0, -1)) : undefined) ??
    findUnit(name)?.symbol
  );
}

/** Every canonical symbol, for conversion tables and their tests. */
export const unitSymbols: readonly string[] = names.map(([symbol]) => symbol);
