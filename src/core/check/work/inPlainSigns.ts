/** An amount of money: a dollar sign before a number, where no formula begins. */
const money = /\\?\$(?=\s?\d)/g;
const otherMoney = /[€£¥](?=\s?\d)|(?<=\d\s?)[€£¥]/g;
/** x : 3, 12 : 4: a colon with room on both sides between numbers, letters and brackets. */
const ratio = /(?<=(?:^|[\s=(])(?:\d+(?:[.,]\d+)?|\d*[a-z]|[)}]))\s:\s(?=\\?[\da-z(-])/g;

/**
 * The line with signs for money left out and colons between numbers read as a division, each place where it was.
 */
export function inPlainSigns(text: string): string {
  let plain = text;
  if (isMoney(text)) plain = plain.replace(money, (sign) => ' '.repeat(sign.length));
  plain = plain.replace(otherMoney, ' ');
  const hasWords = /[a-z]{3,}/i.test(plain.replace(/\\[a-zA-Z]+/g, ''));
  if (!hasWords && !/\{\s*[a-zA-Z]\s:/.test(plain)) plain = plain.replace(ratio, ' ÷ ');
  return plain;
}

/** Dollar signs that are all before numbers, and can't be the delimiters of formulas. */
function isMoney(text: string): boolean {
  const signs = [...text.matchAll(/(?<!\\)\$/g)].map(({ index }) => index);
  if (signs.length === 0) return /\\\$\s?\d/.test(text);
  if (!signs.every((index) => /^\s?\d/.test(text.slice(index + 1)))) return false;
  // "$4.50 + $3.75": what would be a formula ends with a sign or a space.
  return signs.length % 2 === 1 || signs.every((index) => index === 0 || /[\s(=+\-−*×·]$/.test(text.slice(0, index)));
}
