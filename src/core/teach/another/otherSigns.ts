import type { Random } from './random.ts';

/** Now and then + for − and − for +, between two terms of a formula; not in an exponent. */
export function withOtherSigns(text: string, random: Random): string {
  return text.replaceAll(/(\$\$?)([^$]+)\1/g, (_, mark: string, formula: string) => {
    const turned = formula.replaceAll(/(?<=[\w)}\]|]\s*)[-+](?=\s*[\w(\\|])/g, (sign: string, at: number) => {
      const before = formula.slice(0, at);
      const isInExponent = /\^\{[^}]*$|\^\([^)]*$|_\{[^}]*$|\\to\s*$/.test(before);
      return isInExponent || random.chance(0.6) ? sign : sign === '-' ? '+' : '-';
    });
    return `${mark}${turned}${mark}`;
  });
}
