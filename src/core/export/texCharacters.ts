/** Signs of mathematics outside ASCII, as pdfLaTeX can set them. */
const signs: Readonly<Record<string, string>> = {
  '²': '^2',
  '³': '^3',
  '¹': '^1',
  '⁰': '^0',
  '⁴': '^4',
  '⁵': '^5',
  '⁶': '^6',
  '⁷': '^7',
  '⁸': '^8',
  '⁹': '^9',
  ⁿ: '^n',
  '⁻': '^{-}',
  '₀': '_0',
  '₁': '_1',
  '₂': '_2',
  '₃': '_3',
  '₄': '_4',
  '×': '\\times',
  '÷': '\\div',
  '·': '\\cdot',
  '±': '\\pm',
  '∓': '\\mp',
  '°': '^\\circ',
  '−': '-',
  '√': '\\surd',
  '∞': '\\infty',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '≡': '\\equiv',
  '→': '\\to',
  '⇒': '\\Rightarrow',
  '⇔': '\\Leftrightarrow',
  '∈': '\\in',
  '∉': '\\notin',
  '∪': '\\cup',
  '∩': '\\cap',
  '∅': '\\emptyset',
  '∀': '\\forall',
  '∃': '\\exists',
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∠': '\\angle',
  '½': '\\tfrac12',
  '¼': '\\tfrac14',
  '¾': '\\tfrac34',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  θ: '\\theta',
  λ: '\\lambda',
  μ: '\\mu',
  µ: '\\mu',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  ω: '\\omega',
  Γ: '\\Gamma',
  Δ: '\\Delta',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  Ω: '\\Omega',
  ℝ: '\\mathbb{R}',
  ℕ: '\\mathbb{N}',
  ℤ: '\\mathbb{Z}',
  ℚ: '\\mathbb{Q}',
  ℂ: '\\mathbb{C}',
};
/** Letters and signs that T1 fonts have. */
const inT1 = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f«»¡¿§£–—‘’“”„‚…†‡‰‹›€™\u00a0]/;

/**
 * What pdfLaTeX must be told about the characters of a text: the signs of mathematics in both modes, and a mark for a
 * character that its fonts lack (the engines that know all of Unicode show it as it is).
 */
export function declareCharacters(text: string): string {
  const used = new Set([...text].filter((sign) => (sign.codePointAt(0) ?? 0) > 0x7f && !inT1.test(sign)));
  if (used.size === 0) return '';
  const lines = [...used].sort().map((sign) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const known = signs[sign];
    const shown = known === undefined ? `\\ensuremath{\\langle\\text{U+${code}}\\rangle}` : `\\ensuremath{${known}}`;
    return `  \\DeclareUnicodeCharacter{${code}}{${shown}}\n`;
  });
  return `\\ifPDFTeX\n${lines.join('')}\\fi\n`;
}
