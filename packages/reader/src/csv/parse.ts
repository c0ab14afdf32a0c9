import { withinCells } from "../writing/limits.ts";

/** A field of a record: its text without quotes, and where that stands in the file. */
export interface Field {
  readonly text: string;
  /** UTF-16 offsets; further apart than the text is long where a quote is doubled. */
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts a file into records of fields, as RFC 4180 has it: quotes about fields that hold delimiters or line ends, a quote in them
 * doubled. A quote inside a field that has none about it is a sign like others, and one that never ends, ends with the file.
 *
 * Our own, and not a library: no reader of CSV says where a field stands in the file.
 *
 * @throws KhopError "reader/too-large" for more fields than any report has.
 */
export function parseCsv(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): Field[][] {
  const records: Field[][] = [];
  let record: Field[] = [];
  let count = 0;
  let at = 0;
  const end = new RegExp(`[\r\n${delimiter === "|" ? "\\|" : delimiter}]`, "g");
  while (at < text.length && records.length < most) {
    const field = text[at] === '"' ? quoted(text, at, end) : unquoted(text, at, end);
    record.push(field);
    count += 1;
    withinCells(count, "The file");
    at = field.next;
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length && text[at] !== "\r" && text[at] !== "\n") continue;
      record.push({ text: "", from: at, to: at });
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    records.push(record);
    record = [];
  }
  if (record.length > 0) records.push(record);
  return records;
}

type Next = Field & { readonly next: number };

function unquoted(text: string, from: number, end: RegExp): Next {
  end.lastIndex = from;
  const to = end.exec(text)?.index ?? text.length;
  return { text: text.slice(from, to), from, to, next: to };
}

function quoted(text: string, quote: number, end: RegExp): Next {
  const from = quote + 1;
  let to = text.indexOf('"', from);
  while (to >= 0 && text[to + 1] === '"') to = text.indexOf('"', to + 2);
  if (to < 0) to = text.length;
  const inside = text.slice(from, to).replaceAll('""', '"');
  // What follows the closing quote belongs to the field: "12" hồ sơ.
  const rest = unquoted(text, to + 1, end);
  if (rest.text === "") return { text: inside, from, to, next: Math.min(rest.next, text.length) };
  return { text: inside + rest.text, from, to: rest.to, next: rest.next };
}
