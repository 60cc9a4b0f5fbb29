import type { Answer } from './answer.ts';
import { currencyOf, readUnit } from './answerUnits.ts';
import { hasWords, ofExpr, parse, valueWith, type ReadOptions } from './readFormula.ts';

const currencyFirst = /^(-?)\s*([$€£¥₹])\s*(-?)\s*(.+)$/;
const currencyLast = /^(.*[\d)}])\s*([$€£¥₹])$/;

/** A number with what stands behind it: 10 units, 15 cm², $18.90, 28 percent, 90°. */
export function readQuantity(text: string, options: ReadOptions): Answer | undefined {
  const rate = /^([$€£¥₹].*?\d)\s*(?:\/\s*|per\s+|an?\s+)([a-z]+(?: [a-z]+)?)$/i.exec(text);
  const paid = rate === null ? undefined : readQuantity(rate[1] ?? '', options);
  if (rate !== null && paid?.type === 'value' && paid.unit?.type === 'known') {
    const unit = readUnit(`${paid.unit.name} per ${rate[2] ?? ''}`);
    return unit === undefined ? paid : valueWith(paid.expr, unit);
  }
  const first = currencyFirst.exec(text);
  if (first !== null) {
    const inner = readQuantity(first[4] ?? '', options) ?? ofValue(first[4] ?? '', options);
    if (inner?.type !== 'value') return undefined;
    const unit =
      inner.unit?.type === 'known' && inner.unit.dimension !== (currencyOf(first[2] ?? '')?.name ?? '')
        ? inner.unit
        : currencyOf(first[2] ?? '');
    const sign = `${first[1] ?? ''}${first[3] ?? ''}`;
    return {
      ...inner,
      ...(unit && { unit }),
      expr: sign === '-' ? { kind: 'negate', operand: inner.expr } : inner.expr,
    };
  }
  const last = currencyLast.exec(text);
  if (last !== null) {
    const inner = ofValue(last[1] ?? '', options);
    const unit = currencyOf(last[2] ?? '');
    return inner?.type === 'value' && unit !== undefined ? { ...inner, unit } : undefined;
  }
  const percent = /^(.*?[\d)}])\s*(?:\\?%)$/.exec(text);
  if (percent !== null) {
    const inner = ofValue(percent[1] ?? '', options);
    return inner?.type === 'value' ? { ...inner, isPercent: true } : undefined;
  }
  const degrees = /^(.*?[\w)}])\s*(?:\^\s*\{?\s*\\circ\s*\}?|°|º|\\degree)\s*([CF])?$/.exec(text);
  if (degrees !== null && !/(?:sin|cos|tan|cot|sec|csc)/.test(degrees[1] ?? '')) {
    const inner = ofValue(degrees[1] ?? '', options);
    return inner?.type === 'value' ? valueWith(inner.expr, readUnit(`degrees ${degrees[2] ?? ''}`.trim())) : undefined;
  }
  // The words behind: the longest tail of plain words after something that reads as a value.
  const tail =
    /^(.*?[\d)}\]π]|.*?\\pi|.*?[a-zA-Z0-9)}]\^\{?\d+\}?|[a-z](?=\s))\s*-?\s*((?:[a-zA-Z][a-zA-Z'./ -]*|°)(?:\s*\^\s*\{?\s*-?\d\s*\}?|[²³])?(?:\s*\/\s*[a-zA-Z]+)?)$/.exec(
      text,
    );
  if (tail === null) return undefined;
  const [head, words] = [tail[1] ?? '', (tail[2] ?? '').trim()];
  if (words === '°' && /(?:sin|cos|tan|cot|sec|csc)/.test(head)) return undefined;
  // A letter behind a number, with a power or without, is a unit only where it is one and stands apart: 5 m, but not 5m or a² − b².
  const letter = /^([a-zA-Z])\s*(\^.*|[²³])?$/.exec(words);
  if (letter !== null) {
    const isApart = /^[\d.,{}\\!]+ [mglshLNJWVA]\b/.test(text) || /^[\d.,{}\\!]+m(?:\s*\^|[²³])/.test(text);
    if (!/^[mglshLNJWVA]$/.test(letter[1] ?? '') || !isApart) return undefined;
  }
  if (
    /^[a-zA-Z]{2}$/.test(words) &&
    !/^(?:cm|mm|km|dm|nm|kg|mg|ml|mL|cl|dl|ft|in|yd|mi|lb|oz|hr|hp|ha|kN|kJ|MJ|kW|MW|GW|mW|kV|mV|mA|Pa|Hz)$/.test(words)
  )
    return undefined;
  const unit = readUnit(words);
  if (unit === undefined) return undefined;
  const inner = /^[$€£¥₹]/.test(head) ? readQuantity(head, options) : ofValue(head, options);
  if (inner?.type !== 'value') return undefined;
  if (inner.unit !== undefined)
    return unit === 'none' || (typeof unit === 'object' && unit.type === 'counted') ? inner : undefined;
  return valueWith(inner.expr, unit);
}

function ofValue(text: string, options: ReadOptions): Answer | undefined {
  if (hasWords(text)) return undefined;
  const expr = parse(text, options);
  const answer = expr && ofExpr(expr);
  return answer?.type === 'value' ? answer : undefined;
}
