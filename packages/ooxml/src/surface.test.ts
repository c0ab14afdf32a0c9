import { expect, it } from "vitest";
import * as ooxml from "./index.ts";
import * as testing from "./testing.ts";

it("@khop/ooxml offers these names and no others", () => {
  expect(Object.keys(ooxml).sort().join(" ")).toMatchInlineSnapshot(`"OoxmlError OoxmlPackage PackageEdit XmlElement appended attributesOf createPackage defaultLimits escapeXml isOoxmlError openPackage parseXml"`);
});

it("@khop/ooxml/testing offers these names and no others", () => {
  expect(Object.keys(testing).sort().join(" ")).toMatchInlineSnapshot(`"excelFile packed wordFile worked"`);
});
