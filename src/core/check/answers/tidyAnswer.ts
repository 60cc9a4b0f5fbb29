const words = 'text|mbox|textrm|textbf|textit|textsf|mathrm|mathbf|mathsf|mathit|emph|operatorname|hbox|bm|boldsymbol';
const named =
  'boxed|text|mbox|frac|dfrac|tfrac|sqrt|pi|left|right|cdot|times|infty|pm|quad|leq|geq|le|ge|ne|neq|in|cup|cap|sin|cos|tan|log|ln|approx';

/**
 * The text of an answer without what is only dress: delimiters of formulas, boxes, bold, spacing commands, sizes of
 * brackets, typographic variants of signs. `\text{…}` becomes its words. A dollar sign that is left is a currency.
 */
export function tidyAnswer(source: string): string {
  let text = plainSigns(source);
  if (!/\\begin\b/.test(text)) text = text.replace(new RegExp(`\\\\\\\\(?=(?:${named})(?![a-zA-Z]))`, 'g'), '\\');
  text = withoutDollars(text.replaceAll('\\\\', rowMark))
    .replace(/\\[()[\]]/g, ' ')
    .replace(/\w\*\*[\w(-]/.test(text) ? /(?:^|(?<=\s))\*\*|\*\*(?=[\s.,;]|$)/g : /\*\*/g, ' ')
    .replace(
      /\\(?:displaystyle|textstyle|limits|nolimits|bigl?|bigr|Bigl?|Bigr|biggl?|biggr|Biggl?|Biggr)(?![a-zA-Z])/g,
      '',
    )
    .replace(/\\(?:left|right)(?![a-zA-Z])\.?/g, '')
    .replace(/(\d)\s*,\s*\\!\s*(?=\d{3})/g, '$1{,}')
    .replace(/(\d)(?:\\,|\\;|\\ |~)(?=\d{3}(?!\d))/g, '$1 ')
    .replace(/\\[,;:! ]|~/g, ' ')
    .replace(/(\d)\s+[x×]\s+(?=\d)/g, '$1 \\times ')
    .replace(/(^|[^\d.])\.(?=\\overline|\d)/g, '$10.')
    .replace(/\\q?quad/g, ' \\quad ')
    .replace(/\\(?:variable|phantom)(?=\{)/g, '');
  text = unwrap(text, 'boxed|fbox|framebox|mathbb\\{\\}');
  text = unwrapWords(text);
  text = text
    .replace(/\\(?:mathbb|Bbb|mathcal)\s*\{?\s*([A-Z])\s*\}?/g, ' ℝ:$1 ')
    .replace(/ℝ:R/g, 'ℝ')
    .replace(/ℝ:Z/g, 'ℤ')
    .replace(/ℝ:/g, '');
  text = typedSigns(text);
  return withBases(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;:,]+$/, (tail) => (/^\.+$/.test(tail) && text.endsWith('..') ? tail : ''))
    .replace(/^[\s:;,]+/, '')
    .replaceAll(rowMark, '\\\\');
}

/** What people type for signs: -inf, U between intervals, `x in (1, 3)`, 12'500, 5'6", minus 5, 5 out of 6, a dozen. */
function typedSigns(text: string): string {
  return text
    .replace(/∠\s*(?=[A-Z])|(?<![a-zA-Z\\])angle (?=[A-Z]{3}(?![a-zA-Z]))/g, '\\angle ')
    .replace(/[△Δ]\s*(?=[A-Z]{3})|(?<![a-zA-Z\\])triangle (?=[A-Z]{3}(?![a-zA-Z]))/g, '\\triangle ')
    .replace(/(?<=[-+(,[\s])inf(?![a-zA-Z])/g, 'oo')
    .replace(/([)\]}])\s*[Uu]\s*(?=[([\\{])/g, '$1 \\cup ')
    .replace(/^(\s*[a-zA-Z])\s+in\s+(?=[([\\{ℝ])/, '$1 \\in ')
    .replace(/(?<![\d'])(\d{1,3}(?:'\d{3})+)(?![\d'"])/g, (number) => number.replaceAll("'", ''))
    .replace(/^\s*(\d+)\s*'\s*(\d+(?:\.\d+)?)\s*(?:"|'')\s*$/, '$1 feet $2 inches')
    .replace(/^\s*(?:minus|negative)\s+(?=[\d.$\\])/i, '-')
    .replace(/^\s*(\d+)\s+(?:out of|in)\s+(\d+)\s*[.]?$/, '$1/$2')
    .replace(/\\dot\s*\{?(\d)\}?(?:(\d*)\\dot\s*\{?(\d)\}?)?/g, '\\overline{$1$2$3}')
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])/g, (number) => number.replaceAll('.', ''))
    .replace(/(?<![a-zA-Z\\])([a-zA-Z])([₀-₉]+)/g, (_, letter: string, below: string) => {
      const digits = [...below].map((sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2080 + 0x30)).join('');
      return `${letter}_{${digits}}`;
    })
    .replace(/\((?:an? )?(?:double|triple|repeated|(?:with |of )?multiplicity)\b[^()]*\)/gi, '')
    .replace(/^\s*([a-z])\s*(?:\\in|∈)\s*ℝ\s*,\s*(?=\1)/, '')
    .replace(/^\s*half an? dozen\b/i, '6')
    .replace(/^\s*an? (?=dozen\b)/i, '1 ');
}

/** The bases that are written in words. */
const baseWords: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  sixteen: 16,
};

/** 2516_{eight}, 2516 base 8, 2516 (in base eight): 2516_8. */
function withBases(text: string): string {
  return text.replace(
    /(?<![\w.])(\d[0-9A-F]*)\s*(?:_\s*\{?\s*([a-z]+)\s*\}?|\(?\s*(?:in )?base[ -]?(\d+|[a-z]+)\s*\)?)(?![a-z])/gi,
    (whole, digits: string, below: string | undefined, named: string | undefined) => {
      const base =
        baseWords[(below ?? named ?? '').toLowerCase()] ?? (/^\d+$/.test(named ?? '') ? Number(named) : undefined);
      return base === undefined ? whole : `${digits}_{${base}}`;
    },
  );
}

/** Stands for the two backslashes that end a row, so that they are not read with what follows them. */
const rowMark = '\u0002';

function plainSigns(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2012\u2013\uff0d]/g, '-')
    .replace(/[\u00a0\u2009\u202f\u3000\t\r\n]/g, ' ')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[‘’′]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/`+/g, '');
}

/** `$…$` delimits formulas; a single dollar sign before a number is a currency, and so is `\$`. */
function withoutDollars(text: string): string {
  const escaped = text.replace(/\\\$/g, '\u0001');
  const count = escaped.split('$').length - 1;
  // Each of them before a digit: amounts of money, such as $4 - $.35.
  const isDelimiting = count % 2 === 0 && !/^(?:[^$]*\$\s?[\d.])+[^$]*$/.test(escaped);
  const plain = isDelimiting ? escaped.replaceAll('$', ' ') : escaped.replace(/\$(?!\s?[\d.])/g, ' ');
  return plain.replaceAll('\u0001', '$');
}

/** `\name{inner}` → inner, for braces nested in any depth. */
export function unwrap(text: string, names: string): string {
  const pattern = new RegExp(`\\\\(?:${names})\\s*\\{`);
  let result = text;
  for (let turn = 0; turn < 50; turn += 1) {
    const found = pattern.exec(result);
    if (found === null) return result;
    const open = found.index + found[0].length - 1;
    const close = closingBrace(result, open);
    const inner = result.slice(open + 1, close);
    result = `${result.slice(0, found.index)} ${inner} ${result.slice(close + 1)}`;
  }
  return result;
}

function unwrapWords(text: string): string {
  const pattern = new RegExp(`\\\\(?:${words})\\s*\\{`);
  let result = text;
  for (let turn = 0; turn < 200; turn += 1) {
    const found = pattern.exec(result);
    if (found === null) return result;
    const open = found.index + found[0].length - 1;
    const close = closingBrace(result, open);
    const inner = result.slice(open + 1, close);
    const gap = /^[\w\s.,'"()/²³°-]*$/.test(inner) && inner.trim().length > 1 ? ' ' : '';
    result = `${result.slice(0, found.index)}${gap}${inner}${gap}${result.slice(close + 1)}`;
  }
  return result;
}

/** The index of the brace that closes the one at `open`; the end of the text where none does. */
export function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\\') index += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}
