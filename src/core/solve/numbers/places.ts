/** The names of the decimal places, by the power of ten. */
const names: readonly string[] = [
  'units',
  'tens',
  'hundreds',
  'thousands',
  'ten thousands',
  'hundred thousands',
  'millions',
  'ten millions',
  'hundred millions',
  'billions',
  'ten billions',
  'hundred billions',
  'trillions',
  'ten trillions',
  'hundred trillions',
];
const fractionNames: readonly string[] = [
  '',
  'tenths',
  'hundredths',
  'thousandths',
  'ten-thousandths',
  'hundred-thousandths',
  'millionths',
];

export function placeName(place: number): string {
  const name = place >= 0 ? names[place] : fractionNames[-place];
  return name ?? `$10^{${place.toString()}}$s`;
}

/** 763432726233 as 763\,432\,726\,233 */
export function groupedDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '{,}');
}
