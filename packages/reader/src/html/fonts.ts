import type { Decoder } from "../legacy/encoding.ts";
import { FontText, FontVote, fontDecoder, mentionsLegacyFont } from "../legacy/fonts.ts";
import type { HtmlElement } from "./tree.ts";

const family = /(?:^|[;{\s])font-family\s*:\s*([^;}]+)/i;
const rule = /([^{}]+)\{([^{}]*)\}/g;
/** An element, a class, or an element of a class: what programs write. */
const selector = /^([a-z]\w*|\*)?(?:\.([\w-]+))?$/i;

/** The first font that is named, its quotes taken off. */
const firstFont = (list: string | undefined): string | undefined =>
  list
    ?.split(",")[0]
    ?.trim()
    .replace(/^["']|["']$/g, "");

/** What the fonts of a page say about its letters. A page without a font of old costs one look at its source. */
export class PageFonts {
  readonly text = new FontText();
  /** Fonts by "p", ".MsoNormal", "p.MsoNormal". */
  readonly #rules = new Map<string, string>();
  readonly #holds: boolean = false;

  constructor(root: HtmlElement, source: string) {
    if (!mentionsLegacyFont(source)) return;
    this.#readRules(root);
    const vote = new FontVote();
    this.#vote(root, undefined, vote);
    this.#holds = vote.holds;
  }

  /** What turns the letters inside an element into Unicode; undefined in a font of Unicode. */
  decoderIn(element: HtmlElement, outer: Decoder | undefined): Decoder | undefined {
    return this.#holds ? this.#inside(element, outer) : undefined;
  }

  #inside(element: HtmlElement, outer: Decoder | undefined): Decoder | undefined {
    const font = this.#fontOf(element);
    return font === undefined ? outer : fontDecoder(font);
  }

  #fontOf({ name, attributes }: HtmlElement): string | undefined {
    const own = firstFont(family.exec(attributes.style ?? "")?.[1]) ?? (name === "font" ? firstFont(attributes.face) : undefined);
    if (own !== undefined) return own;
    const classes = (attributes.class ?? "").split(/\s+/).filter((each) => each !== "");
    const keys = [...classes.flatMap((each) => [`${name}.${each}`.toLowerCase(), `.${each}`.toLowerCase()]), name, "*"];
    for (const key of keys) {
      const font = this.#rules.get(key);
      if (font !== undefined) return font;
    }
    return undefined;
  }

  #readRules(element: HtmlElement): void {
    for (const node of element.children) {
      if (node.kind === "text") continue;
      if (node.name !== "style") {
        this.#readRules(node);
        continue;
      }
      const css = node.children.map((child) => (child.kind === "text" ? child.text : "")).join("");
      for (const [, selectors = "", declarations = ""] of css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "").matchAll(rule)) {
        const font = firstFont(family.exec(declarations)?.[1]);
        if (font !== undefined) for (const each of selectors.split(",")) this.#addRule(each.trim(), font);
      }
    }
  }

  #addRule(text: string, font: string): void {
    const [whole, element, name] = selector.exec(text) ?? [];
    if (whole === undefined || whole === "") return;
    this.#rules.set(`${element ?? ""}${name === undefined ? "" : `.${name}`}`.toLowerCase(), font);
  }

  #vote(element: HtmlElement, outer: Decoder | undefined, vote: FontVote): void {
    const decoder = this.#inside(element, outer);
    for (const node of element.children) {
      if (node.kind === "element") this.#vote(node, decoder, vote);
      else if (decoder !== undefined && element.name !== "style") vote.add(node.text, decoder);
    }
  }
}
