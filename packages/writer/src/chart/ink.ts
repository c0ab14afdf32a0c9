/**
 * How series are told from each other without a colour: by lightness and by pattern, and lines by their dashes and their signs. They stay
 * apart in grey, on a fax, and for those who do not see colours.
 */
export interface Ink {
  /** What fills a bar. */
  readonly fill: string;
  /** How a line is broken; whole when left out. */
  readonly dash?: string;
  readonly symbol: string;
}

const dark = "#1f3f66";

export const inks: readonly Ink[] = [
  { fill: dark, symbol: "circle" },
  { fill: "#b9cbe2", dash: "6 3", symbol: "square" },
  { fill: "url(#stripes)", dash: "2 2", symbol: "triangle" },
  { fill: "url(#dots)", dash: "8 3 2 3", symbol: "diamond" },
  { fill: "#6f8fb8", dash: "10 4", symbol: "star" },
  { fill: "url(#bars)", dash: "1 3", symbol: "wye" },
];

export const outline = dark;

/** The ink of a series; they come round again after the last. */
export const inkOf = (i: number): Ink => inks[i % inks.length] as Ink;

const pattern = (id: string, inside: string): string =>
  `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>${inside}</pattern>`;

/** The patterns that fills name. */
export const patterns = `<defs>${[
  pattern("stripes", `<path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="${dark}" stroke-width="1.2"/>`),
  pattern("dots", `<circle cx="1.5" cy="1.5" r="1.1" fill="${dark}"/><circle cx="4.5" cy="4.5" r="1.1" fill="${dark}"/>`),
  pattern("bars", `<path d="M0,2 h6 M0,5 h6" stroke="${dark}" stroke-width="1"/>`),
].join("")}</defs>`;
