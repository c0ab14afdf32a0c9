import type { DocumentSource, Origin } from "../writing/source.ts";
import type { Place } from "./place.ts";
import type { PlaceWords } from "./place-words.ts";

/** The words of places, among whatever else. */
interface Words {
  readonly place: PlaceWords;
}

/** Where lines begin in a text, and what stands at an offset. Lines and columns count from 1, columns in UTF-16 units. */
export class Places {
  readonly #text: string;
  readonly #origin: DocumentSource<Origin, Place> | undefined;
  readonly #starts: number[] = [0];

  constructor(text: string, origin?: DocumentSource<Origin, Place>) {
    this.#text = text;
    this.#origin = origin;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** Where in its own program a reader finds an offset of a file; undefined for a text, which has lines and columns. */
  inFile(offset: number): Place | undefined {
    return this.#origin?.placeAt(offset);
  }

  /** The place as people name it: "12:5", "đoạn 3" and "bảng 1, hàng 2, cột 4" in Word, "trang Tháng 10, ô C5" in Excel, "trang 3, dòng 12" in PDF. */
  named(offset: number, words: Words): string {
    const place = this.inFile(offset);
    if (place !== undefined) return placeName(place, words);
    const { line, column } = this.at(offset);
    return `${line}:${column}`;
  }

  /** The place in words, for a page: "dòng 12", or as in Word. */
  inWords(offset: number, words: Words): string {
    const place = this.inFile(offset);
    return place === undefined ? words.place.line(this.at(offset).line) : placeName(place, words);
  }

  /** The offsets of a line's text, its line end left out. */
  line(number: number): { start: number; end: number } {
    const start = this.#starts[number - 1] ?? 0;
    let end = (this.#starts[number] ?? this.#text.length + 1) - 1;
    if (this.#text[end - 1] === "\r") end -= 1;
    return { start, end: Math.max(start, end) };
  }
}

export function placeName(place: Place, { place: words }: Words): string {
  const page = "page" in place ? `${words.page(place.page)}, ` : "";
  switch (place.kind) {
    case "page":
      return `${words.page(place.number)}, ${words.line(place.line)}`;
    case "paragraph":
      return words.paragraph(place.number);
    case "cell":
      return page + words.cell(place.table, place.row, place.column);
    case "box":
      return words.box(place.number);
    case "field":
      return words.field(place.row, place.column);
    case "sheet":
      return words.sheet(place.sheet, place.cell, place.formula === true);
    default:
      return page + words[place.kind](place.mark);
  }
}
