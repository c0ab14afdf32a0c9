import { createHash } from "node:crypto";
import { type Cell, cellOf, check, type DocumentBlock, type Finding, network, percent, quantity, type Relation, relate, relations, unitOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import type { CheckedDocument, PageFigure, PageFinding } from "./document.ts";
import { escapeHtml } from "./html.ts";
import { htmlReport } from "./html-report.ts";
import { marked } from "./verdict.ts";

type Figure = PageFigure & { readonly cell: Cell };

/** A made-up figure where it stands in a text. */
function figureIn(text: string, printed: string, label = ""): Figure {
  const start = text.indexOf(printed);
  const value = printed.replace("%", "").replace(".", "").replace(",", ".");
  const stated = quantity({ value, unit: printed.endsWith("%") ? percent : unitOf("hồ sơ") });
  const end = start + printed.length;
  const cell = cellOf({ id: printed, label, quantity: stated, anchor: { in: "document", start, end } });
  return { id: `f${start}`, start, end, text: printed, role: "quantity", label, quantity: stated, cell };
}

const paragraph = (text: string, start = 0): DocumentBlock => ({ kind: "paragraph", content: [{ kind: "text", start, end: start + text.length }] });

function documentOf(text: string, figures: readonly Figure[], tied: readonly Relation[], findings: readonly PageFinding[] = [], blocks?: readonly DocumentBlock[]): CheckedDocument {
  const { checked } = check(network({ cells: figures.map(({ cell }) => cell), relations: tied }));
  return { name: "bao-cao.md", text, blocks: blocks ?? [paragraph(text)], figures, checked, findings };
}

const found = (figures: readonly Figure[], more: Partial<Finding> = {}): PageFinding => ({
  id: "k7m2qd",
  figures: figures.map(({ id }) => id),
  finding: { code: "share-mismatch", severity: "error", message: { vi: "Không khớp.", en: "Does not fit." }, cells: figures.map(({ cell }) => cell), relations: [], suspects: [], ambiguous: false, ...more },
});

const sentence = "Xã có 667 hồ sơ, 19 hồ sơ trễ hạn chiếm 2,95%; 8 đơn.";
const [whole, part, share, alone] = ["667", "19", "2,95%", "8"].map((printed) => figureIn(sentence, printed, `của ${printed}`)) as [Figure, Figure, Figure, Figure];
const broken = relate(relations.share, { share: share.cell, parts: [part.cell], whole: whole.cell });
const suspect = { cell: share.cell, expected: quantity({ value: "2.85" }).value, score: 0.99 };
const all = [whole, part, share, alone];

describe("the mark of a figure", () => {
  const kept = relate(relations.part, { part: part.cell, whole: whole.cell });
  const open = relate(relations.ratio, { ratio: alone.cell, numerators: [part.cell], denominator: cellOf({ id: "dân số", hidden: true }) });
  it.each<[string, Figure, readonly Relation[], readonly PageFinding[], string]>([
    ["nothing binds it",                              alone, [],             [],                                                                           "free"],
    ["all its relations hold",                        part,  [kept],         [],                                                                           "fit"],
    ["none can be told",                              alone, [open],         [],                                                                           "unsure"],
    ["one is violated, and no finding tells of it",   part,  [broken, kept], [],                                                                           "unsure"],
    ["it alone is accused",                           share, [broken, kept], [found(all, { suspects: [suspect], relations: [broken] })],                   "suspect"],
    ["another is accused, and the rest of it holds",  part,  [broken, kept], [found(all, { suspects: [suspect], relations: [broken] })],                   "fit"],
    ["another is accused, and nothing else binds it", whole, [broken],       [found(all, { suspects: [suspect], relations: [broken] })],                   "unsure"],
    ["nobody is accused",                             part,  [broken, kept], [found(all, { suspects: [suspect], ambiguous: true, relations: [broken] })], "misfit"],
    ["a warning accuses nobody",                      part,  [kept],         [found(all, { severity: "warning" })],                                        "unsure"],
    ["it was accepted",                               share, [broken],       [{ ...found(all, { suspects: [suspect], relations: [broken] }), waived: { reason: "đã xem" } }], "accepted"],
    ["only a habit of rounding is told",              part,  [kept],         [found(all, { severity: "info" })],                                           "fit"],
  ])("%s", (_, figure, tied, findings, expected) => {
    expect(marked(documentOf(sentence, all, tied, findings)).markOf(figure)).toBe(expected);
  });
});

describe("the page", () => {
  const page = htmlReport([documentOf(sentence, all, [broken], [found([whole, part, share], { suspects: [suspect], relations: [broken] })])], { lang: "vi" });

  it("shows the text as itself, each figure a link to its note", () => {
    expect(page).toContain(`<p>Xã có <a class="figure unsure" id="d1f6" href="#n-d1f6" aria-description="Chưa đủ căn cứ">667</a> hồ sơ, `);
    expect(page).toContain(`>2,95%</a><sup class="number-of" aria-hidden="true">1</sup>; `);
  });

  it("writes the arithmetic out, with the likely value and links to the partners", () => {
    const note = page.slice(page.indexOf(`id="n-d1${share.id}"`), page.indexOf(`id="n-d1${alone.id}"`));
    for (const expected of ["2,95\u00a0% nhiều khả năng là 2,85\u00a0%", "Tỷ trọng", ">19</a>", "÷", ">667</a>", "tính ra", "2,85 %", "≠", "0,10 điểm %"]) expect(note).toContain(expected);
  });

  it("lists findings with their ids and a link to their figure", () => {
    expect(page).toContain(`href="#d1${share.id}" data-finding="d1${share.id}"`);
    expect(page).toContain(`<p class="from">k7m2qd</p>`);
  });

  it("names the one figure as it is printed where nobody can tell what it should be", () => {
    const misprinted = htmlReport([documentOf(sentence, all, [], [found([share], { suspects: [{ ...suspect, expected: null }] })])], { lang: "vi" });
    expect(misprinted).toContain("Xem lại 2,95%");
    expect(misprinted).not.toContain("Chưa rõ con số nào");
  });

  it("speaks English where asked, and says that the document is Vietnamese", () => {
    const english = htmlReport([documentOf(sentence, all, [broken])], { lang: "en" });
    expect(english).toContain(`<html lang="en">`);
    expect(english).toContain(`aria-label="bao-cao.md" lang="vi">`);
    expect(english).toContain("The document does not leave this machine");
  });

  it("shows what was accepted apart, with the reason", () => {
    const waived = { reason: "Danh sách không đủ", by: "Lan", date: "2025-03-31" };
    const text = htmlReport([documentOf(sentence, all, [broken], [{ ...found(all), waived }])], { lang: "vi" });
    expect(text).toContain("Đã chấp nhận");
    expect(text).toContain("Danh sách không đủ. Người chấp nhận: Lan. Ngày: 31/3/2025".replace("31/3", "31/03"));
    expect(text).toContain(`<h2 id="findings-title">Phát hiện <span class="count">0</span></h2>`);
  });

  it("is the same for the same input, and names several documents", () => {
    const two = [documentOf(sentence, all, [broken]), documentOf(sentence, all, [])];
    expect(htmlReport(two, { lang: "vi" })).toBe(htmlReport(two, { lang: "vi" }));
    expect(htmlReport(two, { lang: "vi" })).toContain(`id="d2f6"`);
  });

  it("keeps a sum of a thousand parts short in each of their notes", () => {
    const text = Array.from({ length: 1000 }, (_, i) => `${1000 + i}`).join(" ");
    const parts = Array.from({ length: 1000 }, (_, i) => figureIn(text, `${1000 + i}`));
    const total = relate(relations.total, { total: parts[0]!.cell, parts: parts.slice(1).map(({ cell }) => cell) });
    expect(htmlReport([documentOf(text, parts, [total])], { lang: "vi" }).length).toBeLessThan(5_000_000);
  });
});

describe("blocks", () => {
  const text = "AB 12 C 3";
  const at = (start: number, end: number) => ({ kind: "text", start, end }) as const;
  const figures = [figureIn(text, "12"), figureIn(text, "3")];
  it.each<[string, readonly DocumentBlock[], string]>([
    ["a heading below none",          [{ kind: "heading", level: 3, content: [at(0, 2)] }],                           "<h2>AB</h2>"],
    ["no level is left out",          [{ kind: "heading", level: 1, content: [at(0, 1)] }, { kind: "heading", level: 2, content: [at(0, 1)] }, { kind: "heading", level: 1, content: [at(0, 1)] }, { kind: "heading", level: 4, content: [at(0, 2)] }], "<h3>AB</h3>"],
    ["a typed item",                  [{ kind: "item", depth: 1, typed: true, content: [at(0, 2)] }],                 `<p class="item deep1">AB</p>`],
    ["a break",                       [{ kind: "paragraph", content: [at(0, 1), { kind: "break" }, at(1, 2)] }],      "<p>A<br>B</p>"],
    ["a footnote and its mark",       [{ kind: "paragraph", content: [at(0, 2), { kind: "mark", mark: "1" }] }, { kind: "footnote", mark: "1", content: [at(6, 7)] }], `AB<sup id="d1-fr-1"><a href="#d1-fn-1">[1]</a></sup></p>`],
    ["a mark without its footnote",   [{ kind: "paragraph", content: [{ kind: "mark", mark: "9" }] }],                "<sup>[9]</sup>"],
    ["a table",                       [{ kind: "table", head: [[[at(0, 2)], [at(6, 7)]]], body: [[[at(0, 2)], [at(8, 9)]]] }], `<thead><tr><th scope="col">AB</th><th scope="col">C</th></tr></thead><tbody><tr><th scope="row">AB</th><td class="number"><a class="figure free"`],
    ["a figure that markup cuts",     [{ kind: "paragraph", content: [at(0, 4), at(4, 7)] }],                         `>12</a> C</p>`],
  ])("%s", (_, blocks, expected) => {
    expect(htmlReport([documentOf(text, figures, [], [], blocks)], { lang: "vi" })).toContain(expected);
  });
});

describe("a hostile report", () => {
  const evil = `<script>alert(1)</script><img src=x onerror="alert(2)">' " \`\${x} --> ]]> </style></title>\u0000\u202e javascript:alert(3)`;
  const text = `${evil} 12 đơn`;
  const figure = { ...figureIn(text, "12", evil), text: evil };
  const one = found([figure], { message: { vi: evil, en: evil }, suspects: [{ cell: figure.cell, expected: null, score: 1 }] });
  const page = htmlReport([{ ...documentOf(text, [figure], [], [{ ...one, id: "x", waived: { reason: evil, by: evil, date: evil } }, one]), name: evil, place: () => evil }], { lang: "vi" });

  const markup = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "<$1>");
  const tags = [...markup.matchAll(/<([a-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)];
  const attributes = tags.flatMap(([, , inside = ""]) => [...inside.matchAll(/([\w-]+)="([^"]*)"/g)]);

  it("puts no tag or attribute of its own into the page", () => {
    // Every "<" of the page opens or closes a tag that was understood.
    expect(markup.replace("<!doctype html>", "").match(/<(?!\/)/g)).toHaveLength(tags.length);
    expect([...new Set(tags.map(([, name]) => name))].sort().join(" ")).toBe(
      "a article aside b body button details div footer h1 h2 h3 head header html i kbd li main meta nav ol p script section span style summary sup table tbody td th title tr ul",
    );
    for (const [, name] of attributes) expect(["aria-", "data-", "class", "content", "charset", "colspan", "href", "http-equiv", "id", "lang", "name", "role", "scope", "start", "tabindex", "type", "value"].some((each) => name?.startsWith(each))).toBe(true);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("cannot lead outside", () => {
    for (const [, name, value] of attributes) if (name === "href") expect(value).toMatch(/^#[\w-]+$/);
    expect(markup).not.toMatch(/https?:/);
  });

  it("meets a policy that runs and styles with nothing but what the page brings", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#39;", "'") ?? "";
    const hash = (tag: string): string => createHash("sha256").update(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? "").digest("base64");
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash("style")}'; script-src 'sha256-${hash("script")}'; base-uri 'none'; form-action 'none'`);
  });

  it.each([
    ["signs of markup",      `<a b="c" d='e'>&`, "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"],
    ["signs no page may hold", "a\u0000b\u001bc\ufffe", "a\ufffdb\ufffdc\ufffd"],
    ["writing turned round", "a\u202eb",          "a\ufffdb"],
    ["half a letter",        "a\ud800b",         "a\ufffdb"],
    ["letters beyond",       "đ 𝄞\n",            "đ 𝄞\n"],
  ])("%s", (_, given, expected) => expect(escapeHtml(given)).toBe(expected));
});
