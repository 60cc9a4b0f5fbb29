/** The faces of the style sheet katex.css; the rarer ones come when they are needed. */
const faces = [
  '1em KaTeX_Main',
  'bold 1em KaTeX_Main',
  'italic 1em KaTeX_Math',
  '1em KaTeX_AMS',
  '1em KaTeX_Size1',
  '1em KaTeX_Size2',
  '1em KaTeX_Size3',
  '1em KaTeX_Size4',
];

/** Fetches the fonts of formulas before the first formula: it would be blank until they are there. */
export function fetchFormulaFonts(): void {
  for (const face of faces) void document.fonts.load(face).catch(() => undefined);
}
