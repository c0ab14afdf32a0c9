import type { Report } from "@khop/core";
import { expect, it } from "vitest";
import { exampleFacts, exampleReport } from "../testing/index.ts";
import { writeMarkdown } from "./markdown.ts";

const text = (said: string) => [{ is: "text" as const, text: said }];
const body = (opening: Report["opening"]): string => {
  const report = { ...exampleReport, addressedTo: [], legalBases: [], opening, closing: [], sections: [], tasks: [], footnotes: [], appendices: [], addressees: [] };
  return writeMarkdown(report, { facts: exampleFacts }).split("\n\n").slice(8, -3).join("\n\n");
};
const passage = (said: string) => ({ is: "passage" as const, origin: "written" as const, spans: text(said) });

it.each<[string, Report["opening"], string]>([
  ["signs of Markdown are written as themselves", [passage("Tăng *3* lần [a], tệp so_lieu và _b_")], "Tăng \\*3\\* lần \\[a\\], tệp so_lieu và \\_b\\_"],
  ["a number sign that opens a line",             [passage("#1 cả nước")],                         "\\#1 cả nước"],
  ["items of a list stand together",              [passage("Gồm:"), passage("- a"), passage("- b"), passage("Hết.")], "Gồm:\n\n- a\n- b\n\nHết."],
  ["lines of one passage are joined",             [passage("một\nhai")],                           "một hai"],
  ["bars in cells",                               [{ is: "table", header: ["a|b", "c"], rows: [{ label: text("x|y"), cells: [text("1")], isTotal: true }] }], "| a\\|b | c |\n| --- | ---: |\n| **x\\|y** | **1** |"],
])("%s", (_, opening, expected) => expect(body(opening)).toBe(expected));
