import type { Miss } from "./finding.ts";
import type { MeasuredLayout, MeasuredPageNumber, MeasuredSection } from "./measured.ts";
import type { Demand, MarginSide, Said } from "./rule.ts";
import { alignments, length, oneOf, range, same, within } from "./say.ts";

type On<K extends Demand["on"]> = Extract<Demand, { on: K }>;

const sides: Readonly<Record<MarginSide, Said>> = {
  top: { vi: "Lề trên", en: "Top margin" },
  bottom: { vi: "Lề dưới", en: "Bottom margin" },
  left: { vi: "Lề trái", en: "Left margin" },
  right: { vi: "Lề phải", en: "Right margin" },
};

const isLandscape = ({ paper }: MeasuredSection): boolean => paper !== null && paper.width > paper.height;

/** Names the stretch of pages where there are several, and leads to where it begins. */
function inSection(about: Said, section: MeasuredSection, { sections, text }: MeasuredLayout): Pick<Miss, "about" | "place"> {
  if (sections.length < 2) return { about };
  const first = text.indexOf("\n", section.start);
  return { about, place: { start: section.start, end: first < 0 ? section.end : Math.min(first, section.end) } };
}

export const paperMisses = ({ width, height, tolerance }: On<"paper">, layout: MeasuredLayout): Miss[] =>
  layout.sections.flatMap((section) => {
    const { paper } = section;
    if (paper === null) return [];
    const [short, long] = [Math.min(paper.width, paper.height), Math.max(paper.width, paper.height)];
    if (Math.abs(short - width) <= tolerance && Math.abs(long - height) <= tolerance) return [];
    const required = { vi: `${width} × ${height} mm`, en: `${width} × ${height} mm` };
    const [across, down] = [length(short, ""), length(long, "mm")];
    const measured = { vi: `${across.vi} × ${down.vi}`, en: `${across.en} × ${down.en}` };
    return [{ ...inSection({ vi: "Khổ giấy", en: "Paper" }, section, layout), measured, required }];
  });

export const orientationMisses = (layout: MeasuredLayout): Miss[] =>
  layout.sections.flatMap((section) =>
    isLandscape(section) && !section.hasTable
      ? [
          {
            ...inSection({ vi: "Kiểu trình bày", en: "Orientation" }, section, layout),
            measured: { vi: "theo chiều rộng, không có bảng, biểu nào", en: "landscape, with no table" },
            required: { vi: "theo chiều dài của khổ giấy", en: "portrait" },
          },
        ]
      : [],
  );

/** Pages turned sideways are left out: the law names edges of an upright page. */
export const marginMisses = (demand: On<"margin">, layout: MeasuredLayout): Miss[] =>
  layout.sections.flatMap((section) => {
    const value = section.margins?.[demand.side];
    if (value === undefined || isLandscape(section) || within(value, demand)) return [];
    return [{ ...inSection(sides[demand.side], section, layout), measured: length(value, "mm"), required: range(demand, "mm") }];
  });

/** Two pages of the smallest type that is allowed hold fewer letters than this. */
const surelyTwoPages = 7000;

const isLong = ({ pages, text }: MeasuredLayout): boolean => (pages ?? 1) > 1 || text.length > surelyTwoPages;

const number: Said = { vi: "Số trang", en: "Page number" };
const places = { header: { vi: "trong lề trên", en: "in the top margin" }, footer: { vi: "trong lề dưới", en: "in the bottom margin" } };

export function pageNumberMisses(demand: On<"pageNumber">, layout: MeasuredLayout): Miss[] {
  const [first] = layout.sections;
  if (first === undefined || !isLong(layout)) return [];
  const numbered = layout.sections.filter(({ pageNumber }) => pageNumber !== null);
  if (demand.property === "presence") {
    if (numbered.length > 0) return [];
    return [
      { about: number, measured: { vi: "không có", en: "none" }, required: { vi: "có, từ trang thứ hai", en: "there, from page two" } },
    ];
  }
  return numbered.flatMap((section) => {
    const wrong = pageNumberMiss(demand, section.pageNumber as MeasuredPageNumber, section === first);
    return wrong === undefined ? [] : [{ ...inSection(wrong.about, section, layout), measured: wrong.measured, required: wrong.required }];
  });
}

function pageNumberMiss(
  demand: Exclude<On<"pageNumber">, { property: "presence" }>,
  found: MeasuredPageNumber,
  isFirst: boolean,
): Miss | undefined {
  const about = (vi: string, en: string): Said => ({ vi: `${vi} số trang`, en: `${en} of the page number` });
  switch (demand.property) {
    case "hiddenOnFirstPage":
      if (!isFirst || !found.onFirstPage) return undefined;
      return {
        about: number,
        measured: { vi: "hiện ở trang thứ nhất", en: "shown on page one" },
        required: { vi: "không hiện ở trang thứ nhất", en: "hidden on page one" },
      };
    case "upright":
      if (!found.italic) return undefined;
      return { about: about("Kiểu chữ", "Style"), measured: { vi: "nghiêng", en: "italic" }, required: { vi: "đứng", en: "upright" } };
    case "place":
      if (found.place === demand.is) return undefined;
      return { about: about("Vị trí", "Place"), measured: places[found.place], required: places[demand.is] };
    case "alignment":
      if (found.alignment === demand.is) return undefined;
      return { about: about("Vị trí ngang", "Alignment"), measured: alignments[found.alignment], required: alignments[demand.is] };
    case "format":
      if (found.format === demand.is) return undefined;
      return {
        about: about("Kiểu", "Form"),
        measured: same(found.format),
        required: oneOf([{ vi: "chữ số Ả Rập (1, 2, 3)", en: "Arabic numerals (1, 2, 3)" }]),
      };
    case "start":
      if (!isFirst || found.start === null || found.start === demand.is) return undefined;
      return {
        about: { vi: "Số của trang thứ nhất", en: "Number of page one" },
        measured: same(String(found.start)),
        required: same(String(demand.is)),
      };
    case "size":
      if (within(found.size, demand)) return undefined;
      return { about: about("Cỡ chữ", "Size"), measured: length(found.size, "pt"), required: range(demand, "pt") };
  }
}
