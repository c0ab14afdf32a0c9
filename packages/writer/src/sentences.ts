import { type Cell, type Finding, type Language, type Mend, mendOf, type Severity } from "@khop/core";

const words = {
  vi: {
    severity: { error: "Lỗi", warning: "Cảnh báo", review: "Xem lại", info: "Ghi chú" },
    likely: "nhiều khả năng là",
    candidates: "Một trong các con số này có thể chưa đúng",
    related: "Con số liên quan",
    repaired: "Đã sửa trong văn bản bằng theo dõi thay đổi: chấp nhận hoặc từ chối thay đổi ấy trong Word.",
    heldAgainst: (title: string) => `${title} (con số liên quan)`,
    footnote: "Con số này nằm trong chú thích; Word không đặt được ghi chú ở đó, nên ghi chú này gắn vào dấu của chú thích.",
  },
  en: {
    severity: { error: "Error", warning: "Warning", review: "Review", info: "Info" },
    likely: "most likely",
    candidates: "One of these figures may be wrong",
    related: "Related figures",
    repaired: "Repaired in the text as a tracked change: accept or reject it in Word.",
    heldAgainst: (title: string) => `${title} (related figure)`,
    footnote: "This figure stands in a footnote; Word allows no comments there, so this one is tied to the footnote's mark.",
  },
} as const satisfies Record<Language, { severity: Record<Severity, string>; [name: string]: unknown }>;

/** The title of a note on a figure that another one is held against. */
export const titleOfRelated = (title: string, language: Language): string => words[language].heldAgainst(title);

const mostRelated = 8;

/** The paragraphs of a comment: how grave, the arithmetic, the likely value or the candidates, the figures it is held against. */
export function sentencesOf(
  finding: Finding,
  main: Cell,
  { inFootnote, isRepaired }: { readonly inFootnote: boolean; readonly isRepaired: boolean },
  language: Language,
): { title: string; paragraphs: string[] } {
  const { severity, message, suspects, ambiguous, cells } = finding;
  const say = words[language];
  const paragraphs: string[] = [message[language]];
  const repairs = suspects.flatMap((one) => {
    const mend = mendOf(one, language);
    return mend === null ? [] : [{ ...mend, cell: one.cell }];
  });
  const arrow = ({ printed, right }: Mend): string => `${printed}${right === null ? "" : ` → ${right}`}`;
  if (ambiguous && repairs.length > 0)
    paragraphs.push(`${say.candidates}: ${repairs.map((repair) => `${arrow(repair)}${inBrackets(repair.cell, language)}`).join("; ")}.`);
  else if (repairs.length === 1 && repairs[0]?.right && !message[language].includes(say.likely))
    paragraphs.push(`${repairs[0].printed}: ${say.likely} ${repairs[0].right}.`);
  const related = cells.filter((cell) => cell !== main && cell.quantity !== null && !cell.hidden);
  if (related.length > 0) {
    const told = related.slice(0, mostRelated).map((cell) => `${cell.quantity?.format()}${inBrackets(cell, language)}`);
    paragraphs.push(`${say.related}: ${told.join("; ")}${related.length > mostRelated ? "; …" : ""}.`);
  }
  if (isRepaired) paragraphs.push(say.repaired);
  if (inFootnote) paragraphs.push(say.footnote);
  return { title: say.severity[severity], paragraphs };
}

/** "hồ sơ trễ hạn (cấp huyện)" in brackets of its own reads "(hồ sơ trễ hạn, cấp huyện)". */
function inBrackets({ label, quantity, elsewhere }: Cell, language: Language): string {
  // "65 vụ" of a label "vụ" says it all.
  const isToldByUnit = quantity?.format().endsWith(` ${label}`) === true;
  const said = [
    isToldByUnit ? "" : label.replace(/ \(([^()]*)\)$/, ", $1"),
    ...(elsewhere === undefined ? [] : [`${elsewhere.file}, ${elsewhere.place[language]}`]),
  ];
  const known = said.filter((part) => part !== "");
  return known.length === 0 ? "" : ` (${known.join("; ")})`;
}
