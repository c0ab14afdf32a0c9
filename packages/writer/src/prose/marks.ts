/**
 * Signs that stand in rendered text for what is no text. They are of Unicode's private use and are taken out of all that comes from
 * outside, so nobody can write them.
 */
const [open, close] = ["\u{e000}", "\u{e001}"];
const [writtenOpen, writtenMid, writtenClose] = ["\u{e002}", "\u{e003}", "\u{e004}"];

export const unmarked = (text: string): string => text.replace(/[\u{e000}-\u{e004}]/gu, "");

/** Stands for a span or, alone on its line, for a block. */
export const markOf = (sort: "span" | "block", index: number): string => `${open}${sort === "span" ? "s" : "b"}${index}${close}`;

export const writtenMark = (id: string, text: string): string => `\n${writtenOpen}${id}${writtenMid}${text}${writtenClose}\n`;

export type Stretch =
  | { readonly is: "computed"; readonly text: string }
  | { readonly is: "written"; readonly id: string; readonly text: string };

/** The text in stretches of computed and written passages. */
export function stretchesOf(text: string): readonly Stretch[] {
  return text.split(writtenOpen).flatMap((part, i): Stretch[] => {
    if (i === 0) return [{ is: "computed", text: part }];
    const [id = "", rest = ""] = part.split(writtenMid);
    const [written = "", after = ""] = rest.split(writtenClose);
    return [
      { is: "written", id, text: written },
      { is: "computed", text: after },
    ];
  });
}

export type Piece = { readonly is: "text"; readonly text: string } | { readonly is: "span" | "block"; readonly index: number };

/** A line in pieces of text and marks. */
export function piecesOf(line: string): readonly Piece[] {
  return line.split(/(\u{e000}[sb]\d+\u{e001})/u).flatMap((part): Piece[] => {
    const mark = /^\u{e000}([sb])(\d+)\u{e001}$/u.exec(part);
    if (mark) return [{ is: mark[1] === "s" ? "span" : "block", index: Number(mark[2]) }];
    return part === "" ? [] : [{ is: "text", text: part }];
  });
}
