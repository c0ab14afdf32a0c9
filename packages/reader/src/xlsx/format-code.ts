import type { StoredFormat } from "@khop/core";

/** One of the up to four sections of a number format: for positive and negative numbers, zero, and text. */
export type Section =
  | { readonly kind: "general"; readonly condition?: Condition }
  | { readonly kind: "date"; readonly parts: DateParts; readonly condition?: Condition }
  | {
      readonly kind: "number";
      readonly before: string;
      readonly after: string;
      readonly format: StoredFormat;
      /** Whether it has a place for digits at all: "-" for zero has none. */
      readonly digits: boolean;
      readonly condition?: Condition;
    };

interface Condition {
  readonly sign: "<" | "<=" | ">" | ">=" | "=" | "<>";
  readonly bound: string;
}

/** What a date shows. */
export interface DateParts {
  readonly day: boolean;
  readonly month: boolean;
  readonly year: boolean;
  readonly time: boolean;
  readonly seconds: boolean;
  /** Hours go on past 24. */
  readonly elapsed: boolean;
}

/** A piece of a code: what it is, and its text without quotes. */
interface Piece {
  readonly kind: "literal" | "code" | "bracket";
  readonly text: string;
}

const piecePattern = /"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]|([\s\S])/gu;

/** Cuts a number format as the file writes it, such as `#,##0.00;[Red]-#,##0.00`, into what its sections show. */
export function parseFormat(code: string): Section[] {
  const sections: Piece[][] = [[]];
  for (const [whole, quoted, escaped, bracket, sign] of code.slice(0, 1000).matchAll(piecePattern)) {
    const pieces = sections.at(-1) as Piece[];
    if (sign === ";") sections.push([]);
    else if (quoted !== undefined || escaped !== undefined) pieces.push({ kind: "literal", text: quoted ?? escaped ?? "" });
    else if (bracket !== undefined) pieces.push({ kind: "bracket", text: bracket });
    else if (sign !== undefined) pieces.push({ kind: "code", text: sign });
    else if (whole.startsWith("_")) pieces.push({ kind: "literal", text: " " });
  }
  return sections.map(sectionOf);
}

function sectionOf(pieces: readonly Piece[]): Section {
  const condition = conditionOf(pieces);
  const own = condition === undefined ? {} : { condition };
  const code = pieces
    .map(({ kind, text }) => (kind === "code" ? text : kind === "bracket" && /^[hms]+$/i.test(text) ? `[${text}]` : "\0"))
    .join("");
  if (/general|@/i.test(code)) return { kind: "general", ...own };
  if (/[ymdhs]/i.test(code.replace(/am\/pm|a\/p/gi, ""))) return { kind: "date", parts: datePartsOf(code), ...own };
  // Exponents and fractions are shown as plain decimals.
  if (/e[+-]|[#0?]\s*\/\s*[#0?\d]/i.test(code)) return { kind: "general", ...own };
  return { ...numberOf(pieces), ...own };
}

function conditionOf(pieces: readonly Piece[]): Condition | undefined {
  for (const { kind, text } of pieces) {
    const [, sign, bound] = (kind === "bracket" && /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(text)) || [];
    if (sign !== undefined && bound !== undefined) return { sign: sign as Condition["sign"], bound };
  }
  return undefined;
}

function datePartsOf(code: string): DateParts {
  // "m" behind hours or before seconds is minutes.
  const dates = code.replace(/\[?h+\]?[^a-z]*m{1,2}(?!m)|m{1,2}[^a-z]*\[?s+\]?|\[m+\]/gi, "");
  return {
    day: /d/i.test(dates),
    month: /m/i.test(dates.replace(/am\/pm/gi, "")),
    year: /y/i.test(dates),
    time: /[hs]|\[m/i.test(code),
    seconds: /s/i.test(code),
    elapsed: /\[[hms]/i.test(code),
  };
}

function numberOf(pieces: readonly Piece[]): Omit<Extract<Section, { kind: "number" }>, "condition"> {
  let [before, after, digits] = ["", "", ""];
  let percents = 0;
  for (const { kind, text } of pieces) {
    if (kind === "code" && /[#0?.,]/.test(text)) {
      digits += text;
      continue;
    }
    if (kind === "code" && text === "%") percents += 1;
    // [$₫-42A] is a currency with its language; colours and the like show nothing.
    const shown = kind === "bracket" ? (/^\$([^-]*)/.exec(text)?.[1] ?? "") : text;
    if (digits === "") before += shown;
    else after += shown;
  }
  const [whole = "", fraction = ""] = digits.replace(/,+(?=\.|$)/, "").split(".");
  const thousands = (/,+(?=\.|$)/.exec(digits)?.[0] ?? "").length;
  const decimals = { least: fraction.replace(/[^0]/g, "").length, most: fraction.replace(/[^#0?]/g, "").length };
  const format: StoredFormat = {
    decimals,
    grouped: whole.includes(","),
    shift: 2 * percents - 3 * thousands,
    whole: whole.replace(/[^0]/g, "").length,
  };
  return { kind: "number", before, after, format, digits: /[#0?]/.test(digits) };
}
