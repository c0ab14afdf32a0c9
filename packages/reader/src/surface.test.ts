import { expect, it } from "vitest";

it.each<[string, () => Promise<object>, string[]]>([
  ["@khop/reader",      () => import("./index.ts"),      ["readText"]],
  ["@khop/reader/checked", () => import("./checked/index.ts"), ["Places", "checkedEnd", "checkedJson", "checkedStart", "figuresJson", "figuresOf", "idOf", "joined", "placeName", "placeWords", "replacementFor", "reprinted", "tiedCells", "valueText"]],
  ["@khop/reader/csv",  () => import("./csv/index.ts"),  ["csvRows", "readCsv"]],
  ["@khop/reader/docx", () => import("./docx/index.ts"), ["readDocx"]],
  ["@khop/reader/file", () => import("./file/index.ts"), ["decodeText", "extensionOf", "firstBadByte", "formatOf", "headBytes", "isPdf", "isZip", "oldText", "openDocument", "opensLikePage", "textExtensions"]],
  ["@khop/reader/html", () => import("./html/index.ts"), ["readHtml"]],
  ["@khop/reader/legacy", () => import("./legacy/index.ts"), ["detectLegacy", "legacyText", "mayBeLegacy"]],
  ["@khop/reader/match", () => import("./match/index.ts"), ["factsOf", "matchFigures", "seatsIn"]],
  ["@khop/reader/xlsx", () => import("./xlsx/index.ts"), ["readXlsx", "xlsxRows"]],
])("%s exports these names and no others", async (_, load, names) => {
  expect(Object.keys(await load()).sort()).toEqual(names);
});

it("@khop/reader/layout exports these names and no others", async () => {
  expect(Object.keys(await import("./layout/index.ts")).sort()).toEqual(["measureDocx", "measureText"]);
});
