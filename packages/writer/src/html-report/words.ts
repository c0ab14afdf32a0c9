import type { Language } from "@khop/core";
import { type FigureWords, figureWords } from "./figure-words.ts";

/** Every word of the page, in both languages. */
export const words: Readonly<Record<Language, Words>> = {
  vi: {
    ...figureWords.vi,
    title: (name) => `Kiểm số liệu: ${name}`,
    private: "Tài liệu không rời khỏi máy này; trang này không gửi đi đâu và không tải gì về.",
    print: "In",
    keys: "Phím tắt",
    skip: "Tới phát hiện",
    figures: (count) => `${count} con số`,
    findings: "Phát hiện",
    noFindings: "Không có phát hiện nào ở mức này.",
    accepted: "Đã chấp nhận",
    layout: "Thể thức",
    noLayout: "Không thấy điểm nào trái quy định trong những gì đo được.",
    why: "Vì sao?",
    pick: "Chọn một con số trong văn bản để xem phép tính của nó.",
    close: "Đóng",
    previous: "Phát hiện trước",
    next: "Phát hiện sau",
    made: "tính ra",
    stated: "báo cáo nêu",
    gap: "lệch",
    more: (count) => `… và ${count} con số nữa`,
    likely: (wrong, right) => `${wrong} nhiều khả năng là ${right}`,
    oneOf: (list) => `Chưa rõ con số nào: ${list}`,
    about: (list) => `Xem lại ${list}`,
    becomes: "có thể là",
    table: (number) => `Bảng ${number}`,
    acceptedBy: ({ reason, by, date }) =>
      [reason, by && `Người chấp nhận: ${by}`, date && `Ngày: ${dayVi(date)}`].filter(Boolean).join(". "),
    keyMap: [
      ["← →", "con số trước, sau"],
      ["↑ ↓", "con số ở dòng trên, dòng dưới"],
      ["N, P", "phát hiện sau, trước"],
      ["Enter", "vào phần giải thích"],
      ["Esc", "đóng, về lại con số"],
      ["?", "bảng phím này"],
    ],
    madeBy: "Khớp kiểm các con số với nhau, không thay số liệu gốc. “Chưa đủ căn cứ” không có nghĩa là khớp.",
  },
  en: {
    ...figureWords.en,
    title: (name) => `Figures checked: ${name}`,
    private: "The document does not leave this machine; this page sends and fetches nothing.",
    print: "Print",
    keys: "Keys",
    skip: "To the findings",
    figures: (count) => `${count} figures`,
    findings: "Findings",
    noFindings: "No finding at this level.",
    accepted: "Accepted",
    layout: "Layout",
    noLayout: "Nothing against the rules in what could be measured.",
    why: "Why?",
    pick: "Choose a figure in the text to see its arithmetic.",
    close: "Close",
    previous: "Previous finding",
    next: "Next finding",
    made: "worked out",
    stated: "the report says",
    gap: "off by",
    more: (count) => `… and ${count} more figures`,
    likely: (wrong, right) => `${wrong} is most likely ${right}`,
    oneOf: (list) => `It cannot be told which: ${list}`,
    about: (list) => `Look again at ${list}`,
    becomes: "may be",
    table: (number) => `Table ${number}`,
    acceptedBy: ({ reason, by, date }) => [reason, by && `Accepted by ${by}`, date].filter(Boolean).join(". "),
    keyMap: [
      ["← →", "previous, next figure"],
      ["↑ ↓", "figure in the line above, below"],
      ["N, P", "next, previous finding"],
      ["Enter", "into the explanation"],
      ["Esc", "close, back to the figure"],
      ["?", "this map of keys"],
    ],
    madeBy: "Khớp checks figures against each other; it does not replace the source data. “Cannot be told” does not mean that it fits.",
  },
};

const dayVi = (date: string): string => date.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, "$3/$2/$1");

export interface Words extends FigureWords {
  readonly title: (name: string) => string;
  readonly private: string;
  readonly print: string;
  readonly keys: string;
  readonly skip: string;
  readonly figures: (count: string) => string;
  readonly findings: string;
  readonly noFindings: string;
  readonly layout: string;
  readonly noLayout: string;
  readonly accepted: string;
  readonly why: string;
  readonly pick: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly made: string;
  readonly stated: string;
  readonly gap: string;
  readonly more: (count: number) => string;
  readonly likely: (wrong: string, right: string) => string;
  readonly oneOf: (list: string) => string;
  readonly about: (list: string) => string;
  readonly becomes: string;
  readonly table: (number: number) => string;
  readonly acceptedBy: (acceptance: { reason: string; by?: string; date?: string }) => string;
  readonly keyMap: readonly (readonly [key: string, does: string])[];
  readonly madeBy: string;
}
