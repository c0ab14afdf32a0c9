import { lineOfStretches, type Stretch, stretchesIn } from "@khop/core";
import { type Node, Schema } from "prosemirror-model";

/** What may stand in a passage, and no more: paragraphs and items of a list, words bold or italic. The composer knows the same. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { group: "block", content: "text*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    item: { group: "block", content: "text*", parseDOM: [{ tag: "li" }], toDOM: () => ["p", { class: "item" }, 0] },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    italic: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
  },
});

const dash = "- ";

/** A passage as it is kept, a line for each paragraph, as a document to write in. */
export function docOf(text: string): Node {
  const { paragraph, item } = schema.nodes;
  const blocks = text.split("\n").map((line) => {
    const isItem = /^[-+•–]\s/u.test(line);
    const inner = stretchesIn(isItem ? line.slice(2) : line).map((one) => schema.text(one.text, marksOf(one)));
    return (isItem ? item : paragraph).create(null, inner);
  });
  return schema.topNodeType.create(null, blocks);
}

const marksOf = ({ bold, italic }: Stretch) => [
  ...(bold ? [schema.marks.bold.create()] : []),
  ...(italic ? [schema.marks.italic.create()] : []),
];

/** The document as it is kept. */
export function textOf(doc: Node): string {
  const lines: string[] = [];
  doc.forEach((block) => {
    const stretches: Stretch[] = [];
    block.forEach(({ text = "", marks }) => {
      const has = (name: string): boolean => marks.some(({ type }) => type.name === name);
      stretches.push({ text, ...(has("bold") ? { bold: true as const } : {}), ...(has("italic") ? { italic: true as const } : {}) });
    });
    lines.push((block.type.name === "item" ? dash : "") + lineOfStretches(stretches));
  });
  return lines.join("\n");
}
