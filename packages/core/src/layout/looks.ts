import { type Miss, placeOf } from "./finding.ts";
import type { Look, MeasuredLayout, MeasuredLine } from "./measured.ts";
import { type Part, partNames } from "./part.ts";
import type { Demand, Said } from "./rule.ts";
import { alignments, length, oneOf, range, same, within } from "./say.ts";

type On<K extends Demand["on"]> = Extract<Demand, { on: K }>;

const of = (property: Said, part: Part): Said => ({
  vi: `${property.vi} của ${partNames[part].vi}`,
  en: `${property.en} of ${partNames[part].en}`,
});

const linesOf = ({ lines }: MeasuredLayout, parts: readonly Part[]): MeasuredLine[] => lines.filter(({ part }) => parts.includes(part));

/** Every value that some letters of a line have and that is not allowed, once a line. */
function wrongLooks<T>(
  lines: readonly MeasuredLine[],
  read: (look: Look) => T,
  isRight: (value: T) => boolean,
  miss: (value: T, line: MeasuredLine) => Miss,
): Miss[] {
  return lines.flatMap((line) => {
    const wrong = new Set(line.looks.filter((look) => look.letters > 0 && !isRight(read(look))).map(read));
    return [...wrong].map((value) => miss(value, line));
  });
}

export function fontMisses({ oneOf: fonts, except = [] }: On<"font">, { lines }: MeasuredLayout): Miss[] {
  const allowed = new Set(fonts.map((font) => font.toLowerCase()));
  return wrongLooks(
    lines.filter(({ part }) => !except.includes(part)),
    ({ font }) => font,
    (font) => allowed.has(font.toLowerCase()),
    (font, line) => ({
      about: { vi: "Phông chữ", en: "Font" },
      measured: same(font),
      required: same(fonts.join(", ")),
      place: placeOf(line),
    }),
  );
}

export const colourMisses = ({ oneOf: colours, except = [] }: On<"colour">, { lines }: MeasuredLayout): Miss[] =>
  wrongLooks(
    lines.filter(({ part }) => !except.includes(part)),
    ({ colour }) => colour,
    (colour) => colours.includes(colour),
    (colour, line) => ({
      about: { vi: "Màu chữ", en: "Colour" },
      measured: same(`#${colour}`),
      required: { vi: "màu đen", en: "black" },
      place: placeOf(line),
    }),
  );

export const sizeMisses = (demand: On<"size">, layout: MeasuredLayout): Miss[] =>
  wrongLooks(
    linesOf(layout, demand.parts),
    ({ size }) => size,
    (size) => within(size, demand),
    (size, line) => ({
      about: of({ vi: "Cỡ chữ", en: "Size" }, line.part),
      measured: length(size, "pt"),
      required: range(demand, "pt"),
      part: line.part,
      place: placeOf(line),
    }),
  );

const styles: Readonly<Record<"bold" | "italic" | "underline", readonly [on: Said, off: Said]>> = {
  bold: [
    { vi: "đậm", en: "bold" },
    { vi: "không đậm", en: "not bold" },
  ],
  italic: [
    { vi: "nghiêng", en: "italic" },
    { vi: "đứng", en: "upright" },
  ],
  underline: [
    { vi: "gạch chân", en: "underlined" },
    { vi: "không gạch chân", en: "not underlined" },
  ],
};

/** A line is what most of its letters are: a bold word does not make it bold. */
export const styleMisses = ({ on, parts, is }: On<"bold" | "italic" | "underline">, layout: MeasuredLayout): Miss[] =>
  linesOf(layout, parts).flatMap((line) => {
    const letters = line.looks.reduce((sum, look) => sum + look.letters, 0);
    const having = line.looks.reduce((sum, look) => sum + (look[on] ? look.letters : 0), 0);
    if (letters === 0 || having * 2 >= letters === is) return [];
    const [yes, no] = styles[on];
    return [
      {
        about: of({ vi: "Kiểu chữ", en: "Style" }, line.part),
        measured: is ? no : yes,
        required: is ? yes : no,
        part: line.part,
        place: placeOf(line),
      },
    ];
  });

const cases = { upper: { vi: "chữ in hoa", en: "capitals" }, sentence: { vi: "chữ in thường", en: "small letters" } };

export const caseMisses = ({ parts, is }: On<"case">, layout: MeasuredLayout): Miss[] =>
  linesOf(layout, parts).flatMap((line) => {
    const letters = line.text.replace(/[^\p{L}]/gu, "");
    if (letters.length < 3) return [];
    const capitals = line.looks.length > 0 && line.looks.every(({ caps, letters: count }) => caps || count === 0);
    const found = capitals || letters === letters.toUpperCase() ? "upper" : "sentence";
    if (found === is) return [];
    return [
      {
        about: of({ vi: "Chữ", en: "Letters" }, line.part),
        measured: cases[found],
        required: cases[is],
        part: line.part,
        place: placeOf(line),
      },
    ];
  });

export const alignmentMisses = ({ parts, oneOf: allowed }: On<"alignment">, layout: MeasuredLayout): Miss[] =>
  linesOf(layout, parts).flatMap((line) => {
    if (line.setting === null || allowed.includes(line.setting.alignment)) return [];
    // What tabs or spaces push to the middle may well stand there.
    if (allowed.includes("center") && /^(?:\t| {3})/.test(line.text)) return [];
    const required = oneOf(allowed.map((one) => alignments[one]));
    return [
      {
        about: of({ vi: "Vị trí ngang", en: "Alignment" }, line.part),
        measured: alignments[line.setting.alignment],
        required,
        part: line.part,
        place: placeOf(line),
      },
    ];
  });

export const indentMisses = ({ parts, oneOf: allowed, tolerance }: On<"indent">, layout: MeasuredLayout): Miss[] =>
  linesOf(layout, parts).flatMap((line) => {
    const { setting } = line;
    if (setting === null || allowed.some((one) => Math.abs(one - setting.indent) <= tolerance)) return [];
    const required = oneOf(allowed.map((one) => length(one, "mm")));
    return [
      {
        about: of({ vi: "Lùi đầu dòng", en: "First-line indent" }, line.part),
        measured: length(setting.indent, "mm"),
        required,
        part: line.part,
        place: placeOf(line),
      },
    ];
  });

export const lineSpacingMisses = (demand: On<"gap" | "lineSpacing">, layout: MeasuredLayout): Miss[] =>
  linesOf(layout, demand.parts).flatMap((line) => {
    if (line.setting === null || within(line.setting.lineSpacing, demand)) return [];
    const about = of({ vi: "Khoảng cách dòng", en: "Line spacing" }, line.part);
    return [
      { about, measured: length(line.setting.lineSpacing, "", 2), required: range(demand, ""), part: line.part, place: placeOf(line) },
    ];
  });

/** Between two paragraphs of the body that follow each other; programs differ in whether both spaces count, so both are taken. */
export const gapMisses = (demand: On<"gap" | "lineSpacing">, { lines }: MeasuredLayout): Miss[] =>
  lines.flatMap((line, i) => {
    const before = lines[i - 1];
    if (before === undefined || !demand.parts.includes(line.part) || !demand.parts.includes(before.part)) return [];
    if (line.setting === null || before.setting === null || line.setting === before.setting) return [];
    const gap = before.setting.after + line.setting.before;
    if (within(gap, demand)) return [];
    const about = { vi: "Khoảng cách giữa các đoạn", en: "Space between paragraphs" };
    return [{ about, measured: length(gap, "pt"), required: range(demand, "pt"), part: line.part, place: placeOf(line) }];
  });
