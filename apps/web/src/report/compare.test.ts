import { describe, expect, it } from "vitest";
import { compare } from "./compare.ts";
import type { PageNode, PageTree } from "./page-tree.ts";

const figure = (fact: string, text: string): PageNode => ({ tag: "data", attributes: { "data-fact": fact }, children: [text] });
const p = (...children: PageNode[]): PageNode => ({ tag: "p", attributes: {}, children });
const tree = (...nodes: PageNode[]): PageTree => ({ style: "", nodes, headings: [], figures: [] });
/** [-was-] and {+is+}. */
const told = (before: PageTree, after: PageTree): string[] => compare(before, after).blocks.map(({ words }) => words.map(({ is, text }) => (is === "added" ? `{+${text.trim()}+}` : is === "removed" ? `[-${text.trim()}-]` : text)).join(""));

describe("two versions of a report", () => {
  it("are told apart word by word, a figure being one word", () => {
    expect(told(tree(p("Đã cấp ", figure("a", "1.016"), " chứng thư."), p("Như cũ.")), tree(p("Đã cấp ", figure("a", "1.017"), " chứng thư."), p("Như cũ.")))).toEqual(["Đã cấp [-1.016-]{+1.017+}chứng thư."]);
  });

  it("are told apart figure by figure, those that came and went too", () => {
    const before = tree(p(figure("a", "16"), figure("b", "2"), figure("c", "3")));
    expect(compare(before, tree(p(figure("a", "17"), figure("c", "3"), figure("d", "4")))).figures).toEqual([
      { fact: "a", before: "16", after: "17" },
      { fact: "d", before: null, after: "4" },
      { fact: "b", before: "2", after: null },
    ]);
  });

  it.each([
    ["a paragraph that came", tree(p("Một.")),                     tree(p("Một."), p("Hai.")), ["{+Hai.+}"]],
    ["one that went",         tree(p("Một."), p("Hai.")),          tree(p("Hai.")),            ["[-Một.-]"]],
    ["one that was written anew, beside one that stayed", tree(p("Một."), p("Hai năm.")), tree(p("Một."), p("Hai tháng.")), ["Hai [-năm.-]{+tháng.+}"]],
    ["spaces and breaks, which are no change", tree(p("Một\n hai.")), tree(p("Một hai.")),      []],
  ] as const)("%s", (_, before, after, expected) => expect(told(before, after)).toEqual(expected));

  it("compare a row of a table as one", () => {
    const row = (...cells: string[]): PageNode => ({ tag: "tr", attributes: {}, children: cells.map((text): PageNode => ({ tag: "td", attributes: {}, children: [text] })) });
    expect(told(tree(row("Cấp xã", "12")), tree(row("Cấp xã", "13")))).toEqual(["Cấp xã [-12-]{+13+}"]);
  });
});
