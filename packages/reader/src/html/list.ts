import { isList } from "./look.ts";
import type { HtmlElement } from "./tree.ts";

/** What stands before an item: "- ", or its number or letter. */
export interface Items {
  /** How deep the list stands in others, from 1; 0 for one whose items are plain paragraphs. */
  readonly depth: number;
  next(item: HtmlElement): string;
}

export function itemsOf(list: HtmlElement, outer: number): Items {
  const depth = isList(list) ? outer + 1 : 0;
  let number = whole(list.attributes.start) ?? 1;
  return {
    depth,
    next: (item) => {
      if (list.name !== "ol") return "- ";
      number = whole(item.attributes.value) ?? number;
      const text = `${numeral(number, list.attributes.type ?? "1")}. `;
      number += 1;
      return text;
    },
  };
}

const whole = (text: string | undefined): number | undefined => (text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : undefined);

function numeral(number: number, type: string): string {
  if (/^a$/i.test(type) && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(96 + number);
    return type === "A" ? letter.toUpperCase() : letter;
  }
  return String(number);
}
