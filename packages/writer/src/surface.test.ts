import { expect, it } from "vitest";
import * as chart from "./chart/index.ts";
import * as writer from "./index.ts";
import * as live from "./live/index.ts";
import * as print from "./print/index.ts";
import * as prose from "./prose/index.ts";
import * as report from "./report/index.ts";
import * as sheet from "./sheet/index.ts";
import * as shown from "./shown/index.ts";
import * as testing from "./testing/index.ts";

it.each([
  ["@khop/writer", writer, "annotate annotateXlsx htmlReport"],
  ["@khop/writer/report", report, "writeDocx writeHtml writeMarkdown"],
  ["@khop/writer/live", live, "LiveDocument liveDocument refresh"],
  ["@khop/writer/prose", prose, "compose templateOf"],
  ["@khop/writer/print", print, "writePdf"],
  ["@khop/writer/chart", chart, "chartDrawer"],
  ["@khop/writer/sheet", sheet, "writeRows writeXlsx"],
  ["@khop/writer/shown", shown, "explanationOf figureWords mainFigure marked signs titleOf"],
  ["@khop/writer/testing", testing, "exampleFacts exampleReport"],
])("%s offers these names and no others", (_, offered, names) => {
  expect(Object.keys(offered).sort().join(" ")).toBe(names);
});
