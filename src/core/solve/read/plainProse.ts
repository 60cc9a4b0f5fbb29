/**
 * The text with the marks of Markdown and of numbering blanked out, so that offsets stay what they were:
 * headings, list markers, "Exercise 3.", bold and HTML tags.
 */
export function plainProse(text: string): string {
  const blank = (found: string): string => ' '.repeat(found.length);
  return text
    .replace(/<\/?(?:p|b|i|em|strong|br|span|div|u|sub|sup)(?:\s[^<>]{0,200})?\/?>/gi, blank)
    .replace(/(^|\n)[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=[A-Za-z$\\`]))/g, blank2)
    .replace(/(^|\n)[ \t]*\(?(?:\d{1,3}|[a-h])[.)][ \t]+(?=[A-Z$\\`])/g, ownParagraph)
    .replace(/^\s*Q\d{0,3}[.:)]\s/, blank2)
    .replace(
      /(^|\n)[ \t]*\*{0,2}(?:Exercise|Problem|Question|Task|Example)\s*\d*(?:\.\d+)*\s*[.:)]?\*{0,2}[.:]?(?=\s)/gi,
      blank2,
    )
    .replace(/(^|[\s(])\*\*(?=[A-Za-z$])|(?<=[A-Za-z$.:?])\*\*(?=$|[\s).,:?])/g, blank)
    .replace(
      /\\item\b|\\noindent\b|\\label\{[^{}]{0,60}\}|\\(?:begin|end)\{(?:problem|exercise|question|example|task|enumerate|itemize|center)\*?\}(?:\[[^\]\n]{0,80}\])?/g,
      blank,
    );
}

/** Keeps the line break that the match began with. */
function blank2(found: string): string {
  return found.replace(/[^\n]/g, ' ');
}

/** A numbered line begins a new paragraph. */
function ownParagraph(found: string): string {
  return found.startsWith('\n') ? `\n\n${' '.repeat(found.length - 2)}` : ' '.repeat(found.length);
}
