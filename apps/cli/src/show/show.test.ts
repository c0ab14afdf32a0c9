import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Decimal, percent, quantity, type Severity } from "@khop/core";
import { checkedJson, figuresJson, Places, reprinted, valueText } from "@khop/reader/checked";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Examined } from "../examined.ts";
import { resultOf } from "../result.ts";
import { madeUp, sentence } from "../testing.ts";
import { type Style, tell } from "../told.ts";
import type { Waiver } from "../waivers/file.ts";
import { excerptAbout, marksUnder, styled } from "./excerpt.ts";
import { prettyDocument } from "./pretty.ts";
import { sarifDocument, sarifLog } from "./sarif.ts";
import { type Screen, screenOf } from "./screen.ts";
import { shown, widthOf, wrap } from "./width.ts";

const plain = screenOf({ columns: 80 }, "vi", {});
const pretty = ([document]: Examined[], floor: Severity, quiet: boolean, screen: Screen): string => {
  const text = prettyDocument(document as Examined, floor, quiet, screen);
  return text === "" ? "" : `${text}\n`;
};
const style: Style = { format: "pretty", severity: "review", quiet: false, language: "vi", terminal: { isTTY: false }, waivers: undefined, layout: false, libreoffice: false };
const resultIn = (format: string, documents: readonly Examined[]): string => {
  const own = { ...style, format };
  const result = resultOf(own);
  return [...documents.map((document) => result.add(tell(document, own))), result.end([])].join("");
};

describe("pretty", () => {
  it("shows where, the line with its figures marked, the arithmetic, the likely value, and a summary", () => {
    expect(pretty([madeUp()], "review", false, plain)).toMatchInlineSnapshot(`
      "LỖI  bao cao.md:1:57  share-mismatch  [3jkvt6]
        1 │ Cấp huyện có 667 hồ sơ, trong đó 19 hồ sơ trễ hạn chiếm 2,95%; đạt mật…
          │              ~~~                 ~~                     ^^^^^
          Tỷ lệ trễ hạn: 19 / 667 = 2,8486 %, không phải 2,95 %.
          → 2,95%: nhiều khả năng là 2,85 %

      bao cao.md
      Số liệu         5 con số · 0 thuộc 2 quan hệ trở lên · 5 thuộc 1 quan hệ ·
                      0 không gắn với con số nào khác
      Quan hệ         2 đã kiểm · 1 không khớp · 1 chưa đủ căn cứ để kết luận
      Phát hiện       1 lỗi
      Chưa kiểm được  1 quan hệ: cần số liệu không in trong báo cáo (kỳ trước, dân số …)
      "
    `);
  });

  it("lists the candidates when several repairs are about as likely", () => {
    const document = madeUp(sentence, ([whole, part]) => [
      {
        severity: "review",
        ambiguous: true,
        suspects: [
          { cell: whole!.cell, expected: new Decimal(644), score: 0.5 },
          { cell: part!.cell, expected: null, score: 0.4 },
        ],
      },
    ]);
    expect(pretty([document], "review", true, plain)).toMatchInlineSnapshot(`
      "XEM LẠI  bao cao.md:1:14  share-mismatch  [sm84p6]
        1 │ Cấp huyện có 667 hồ sơ, trong đó 19 hồ sơ trễ hạn chiếm 2,95%; đạt mật…
          │              ~~~                 ~~                     ~~~~~
          Tỷ lệ trễ hạn: 19 / 667 = 2,8486 %, không phải 2,95 %.
            667 → 644 hồ sơ?  1:14
             19  1:34
      "
    `);
  });

  it("does not say that all fits when a relation does not, and says what was not checkable", () => {
    const text = pretty([madeUp(sentence, () => [])], "review", false, screenOf({ columns: 200 }, "en", {}));
    expect(text).toContain("1 relations do not hold, but it is not sure that the report means them");
    expect(text).not.toContain("No figure was found that does not fit.");
    expect(text).toMatch(/Not checkable +1 relations: needs a figure that the report does not print/);
  });

  it("leaves lesser findings out, and says how many", () => {
    const document = madeUp(sentence, () => [{ severity: "info" }]);
    const text = pretty([document], "review", false, plain);
    expect(text).not.toContain("GHI CHÚ");
    expect(text).toContain("1 phát hiện nhẹ hơn không hiện: thêm --severity info");
  });

  it("adds up several documents", () => {
    expect(resultIn("pretty", [madeUp(), madeUp()])).toMatch(/Tất cả: 2 tệp\nSố liệu +10 con số/);
  });

  it("is quiet when asked and nothing was found", () => {
    expect(pretty([madeUp(sentence, () => [])], "review", true, plain)).toBe("");
  });

  it("shows the same words in colour", () => {
    const colour = screenOf({ columns: 80, isTTY: true }, "vi", {});
    const text = pretty([madeUp()], "review", false, colour);
    expect(text).toContain("\u001b[31m");
    expect(stripVTControlCharacters(text)).toBe(pretty([madeUp()], "review", false, plain));
  });

  it.each([
    ["a terminal",                 { isTTY: true },  {},                                true],
    ["a pipe",                     {},               {},                                false],
    ["NO_COLOR on a terminal",     { isTTY: true },  { NO_COLOR: "1" },                 false],
    ["an empty NO_COLOR",          { isTTY: true },  { NO_COLOR: "" },                  true],
    ["a dumb terminal",            { isTTY: true },  { TERM: "dumb" },                  false],
    ["FORCE_COLOR on a pipe",      {},               { FORCE_COLOR: "1" },              true],
    ["both",                       { isTTY: true },  { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("%s", (_, stream, env, expected) => {
    expect(screenOf(stream, "vi", env).colour.red("a") !== "a").toBe(expected);
  });
});

describe("json", () => {
  const [document] = [checkedJson({ ...madeUp(), file: "a.md" }) as Record<string, never>];

  it("is khop.check/1", () => {
    expect(JSON.parse(resultIn("json", [madeUp()]))).toMatchObject({ schema: "khop.check/1", documents: [{ file: "bao cao.md" }] });
    expect(Object.keys(document ?? {})).toEqual(["file", "figures", "relations", "findings"]);
  });

  it("writes figures as canonical decimals with offsets into the text", () => {
    const figures = document?.figures as { text: string; start: number; end: number }[] | undefined;
    expect(figures?.[2]).toEqual({
      id: "f3", text: "2,95%", start: sentence.indexOf("2,95%"), end: sentence.indexOf("2,95%") + 5, value: "2.95", unit: "%", decimals: 2, label: "tỷ lệ trễ hạn", role: "quantity",
    });
    for (const { text, start, end } of figures ?? []) expect(sentence.slice(start, end)).toBe(text);
  });

  it("writes relations with places, hidden cells by their interval, and computed values to four more digits", () => {
    expect(document?.relations).toMatchInlineSnapshot(`
      [
        {
          "cells": [
            {
              "figure": "f3",
              "place": "share",
              "value": "2.95",
            },
            {
              "figure": "f2",
              "place": "part",
              "value": "19",
            },
            {
              "figure": "f1",
              "place": "whole",
              "value": "667",
            },
          ],
          "computed": "2.848576",
          "cue": "chiếm",
          "id": "r1",
          "intended": 0.97,
          "kind": "share",
          "stated": "2.95",
          "verdict": "violated",
        },
        {
          "cells": [
            {
              "figure": "f4",
              "place": "ratio",
              "value": "117",
            },
            {
              "figure": "f5",
              "place": "numerator",
              "value": "717812",
            },
            {
              "figure": null,
              "interval": {
                "hi": "616147",
                "lo": "610904",
              },
              "place": "denominator",
            },
          ],
          "computed": null,
          "cue": "mật độ",
          "id": "r2",
          "intended": 0.95,
          "kind": "ratio",
          "reason": "hidden-operand",
          "stated": "117",
          "verdict": "unknown",
        },
      ]
    `);
  });

  it("writes findings by id", () => {
    expect(document?.findings).toMatchObject([
      { code: "share-mismatch", severity: "error", figures: ["f1", "f2", "f3"], relations: ["r1"], suspects: [{ figure: "f3", expected: "2.85", score: 0.99 }], ambiguous: false },
    ]);
  });

  it("lists figures as khop.figures/1", () => {
    expect(figuresJson([{ file: "a.md", figures: madeUp().figures }])).toMatchObject({ schema: "khop.figures/1", documents: [{ file: "a.md" }] });
  });
});

const accepted = (document: Examined): Examined => ({ ...document, waived: new Map(document.findings.map((finding) => [finding, { reason: "đã xem", by: "Lan" }])) });
const staleWaiver: Waiver = { id: "k7m2qd", reason: "đã xem", severity: "review", seen: "", finding: { code: "total-mismatch", accused: null, relations: [] } };

describe("an accepted finding", () => {
  it("is told apart, and counts for nothing", () => {
    const document = accepted(madeUp());
    const [finding] = document.findings;
    const text = pretty([document], "review", false, plain);
    expect(text).not.toContain("LỖI");
    expect(text).toContain(`Phát hiện       không có\n`);
    expect(text).toContain(`Đã chấp nhận  1\n  ${document.findingId(finding!)}  1:57  share-mismatch\n    đã xem (Lan)\n`);
    expect(text).not.toContain("Không thấy con số nào không khớp");
  });
});

describe("sarif", () => {
  // The schema names draft 4, which ajv no longer knows by name; it uses nothing in which later drafts differ but "id".
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(join(import.meta.dirname, "../fixtures/sarif-2.1.0-rtm.5.json"), "utf8"));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const valid = ajv.compile(schema);

  it.each([
    ["an error with a fix", [madeUp()]],
    ["no findings",         [madeUp(sentence, () => [])]],
    ["no suspects",         [madeUp(sentence, () => [{ severity: "warning" }])]],
    ["no figures",          [madeUp(sentence, () => [{ cells: [] }])]],
    ["an accepted finding", [accepted(madeUp())]],
    ["no documents",        []],
  ])("keeps the schema of SARIF 2.1.0: %s", (_, documents) => {
    const log = JSON.parse(JSON.stringify(sarifLog(documents.map((one) => sarifDocument(one, "vi")), "vi", [{ file: "khop.waivers.json", waiver: staleWaiver }])));
    expect(valid(log), JSON.stringify(valid.errors)).toBe(true);
  });

  it("points at the figure and replaces it", () => {
    const [result] = sarifLog([sarifDocument(madeUp(`Mở đầu.\r\n\r\n${sentence}`), "en")], "en").runs[0]?.results ?? [];
    const region = { startLine: 3, startColumn: sentence.indexOf("2,95%") + 1, charOffset: sentence.indexOf("2,95%") + 11, charLength: 5 };
    expect(result).toMatchObject({ ruleId: "share-mismatch", level: "error", locations: [{ physicalLocation: { artifactLocation: { uri: "bao%20cao.md" }, region } }] });
    expect(result?.fixes?.[0]).toMatchObject({ artifactChanges: [{ replacements: [{ deletedRegion: region, insertedContent: { text: "2,85%" } }] }] });
  });

  it("offers no fix where repairs tie", () => {
    const document = madeUp(sentence, ([whole]) => [{ ambiguous: true, suspects: [{ cell: whole!.cell, expected: new Decimal(644), score: 0.5 }] }]);
    expect(sarifLog([sarifDocument(document, "vi")], "vi").runs[0]?.results?.[0]?.fixes).toBeUndefined();
  });
});

describe("a repair in the author's own writing", () => {
  const [, , share] = madeUp().figures;
  const figure = (text: string, value: string, decimals: number) => ({ ...share!, text, quantity: quantity({ value, decimals, unit: percent }) });
  it("keeps the percent sign and the decimals", () => {
    expect(reprinted(share!, new Decimal("2.8"))).toBe("2,80%");
    expect(valueText(share!, new Decimal("2.85"))).toBe("2,85 %");
  });
  it.each([
    ["4,762", "4.762", 3, "4762",  "4.762"],
    ["14205", "14205", 0, "14305", "14305"],
    ["1.126", "1126",  0, "1226",  "1.226"],
    ["05",    "5",     0, "6",     "06"],
    ["3,45 %", "3.45", 2, "3.54",  "3,54 %"],
  ])("%s, meant otherwise", (text, value, decimals, expected, printed) => {
    expect(reprinted(figure(text, value, decimals), new Decimal(expected))).toBe(printed);
  });
});

describe("places", () => {
  it("counts lines and columns from 1, whatever ends a line", () => {
    const places = new Places("ab\r\ncd\n\nef");
    expect([0, 1, 4, 7, 8, 9].map((offset) => places.at(offset))).toEqual([
      { line: 1, column: 1 }, { line: 1, column: 2 }, { line: 2, column: 1 }, { line: 3, column: 1 }, { line: 4, column: 1 }, { line: 4, column: 2 },
    ]);
    expect(places.line(1)).toEqual({ start: 0, end: 2 });
    expect(places.line(4)).toEqual({ start: 8, end: 10 });
  });
});

describe("excerpts", () => {
  const marked = (text: string, printed: string, width: number): [string, string] => {
    const start = text.indexOf(printed);
    const figure = { start, end: start + printed.length };
    const piece = excerptAbout(text, { start: 0, end: text.length }, figure, width);
    return [styled(text, piece, []), marksUnder(text, piece, [{ ...figure, sign: "^" }])];
  };
  const under = ([line, row]: [string, string]): string => {
    let at = 0;
    let found = "";
    for (const character of line) {
      if (row[at] === "^") found += character;
      at += widthOf(character);
    }
    return found;
  };

  it.each([
    ["a short line stays whole",       "chiếm 2,95% cấp xã",                                     "2,95%",  80],
    ["decomposed Vietnamese lines up", "chiếm tỷ lệ trễ hạn 2,95%".normalize("NFD"),             "2,95%",  80],
    ["wide letters line up",           "報告 chiếm 2,95% 報告",                                  "2,95%",  80],
    ["a long line is cut about it",    `${"chữ ".repeat(200)}2,95%${" nữa".repeat(200)}`,        "2,95%",  60],
    ["near the start",                 `2,95%${" nữa".repeat(200)}`,                             "2,95%",  60],
    ["near the end",                   `${"chữ ".repeat(200)}2,95%`,                             "2,95%",  60],
    ["a million letters, no space",    `${"x".repeat(500_000)} 2,95% ${"y".repeat(500_000)}`,    "2,95%",  60],
    ["tabs are one cell",              "a\tb\t2,95%",                                            "2,95%",  80],
  ])("%s", (_, text, printed, width) => {
    const [line, row] = marked(text, printed, width);
    expect(widthOf(line)).toBeLessThanOrEqual(width);
    expect(under([line, row])).toBe(printed);
  });

  it("keeps a terminal from being driven by a document", () => {
    expect(shown("a\u001b[31mb\u202e\u0007")).toBe("a [31mb  ");
  });

  it("wraps by cells, not by letters", () => {
    expect(wrap("tỷ lệ trễ hạn".normalize("NFD"), 8).map((line) => line.normalize("NFC"))).toEqual(["tỷ lệ", "trễ hạn"]);
  });
});
