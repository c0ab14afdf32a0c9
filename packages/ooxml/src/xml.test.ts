import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "./parse.ts";
import { attributesOf, escapeXml, type XmlElement, type XmlNode } from "./xml.ts";

const all = (node: XmlNode): XmlNode[] => [node, ...(node.kind === "element" ? node.children.flatMap(all) : [])];

describe("offsets", () => {
  const xml = '<?xml version="1.0"?>\r\n<!-- a --><w:p xmlns:w="urn:x" a = "1"  b=\'2 &gt; 1\'><w:r>a &amp; b\r\nc</w:r ><w:tab/><![CDATA[<d>]]><?pi x?>e<!-- f -->g</w:p>\n';
  it.each([
    ["an element",                 "w:p",   xml.slice(xml.indexOf("<w:p"), -1)],
    ["one inside",                 "w:r",   "<w:r>a &amp; b\r\nc</w:r >"],
    ["one that closes itself",     "w:tab", "<w:tab/>"],
  ])("of %s", (_, name, expected) => {
    const found = all(parseXml(xml)).find((node) => node.kind === "element" && node.rawName === name) as XmlElement;
    expect(xml.slice(found.start, found.end)).toBe(expected);
    expect(xml.slice(found.openEnd, found.closeStart)).toBe(expected.slice(expected.indexOf(">") + 1, Math.max(expected.lastIndexOf("</"), expected.indexOf(">") + 1)));
  });

  it("of texts, with entities and line ends as XML reads them", () => {
    const texts = all(parseXml(xml)).flatMap((node) => (node.kind === "text" ? [[node.text, xml.slice(node.start, node.end)]] : []));
    expect(texts).toEqual([
      ["a & b\nc", "a &amp; b\r\nc"],
      ["<d>", "<![CDATA[<d>]]>"],
      ["e", "e"],
      ["g", "g"],
    ]);
  });

  it("of attributes", () => {
    const root = parseXml(xml);
    expect(attributesOf(xml, root).map(({ name, start, end, value }) => [name, xml.slice(start, end), xml.slice(...value)])).toEqual([
      ["xmlns:w", 'xmlns:w="urn:x"', "urn:x"],
      ["a", 'a = "1"', "1"],
      ["b", "b='2 &gt; 1'", "2 &gt; 1"],
    ]);
    expect(root.attributes.b).toBe("2 > 1");
  });

  it("cover the whole text of any tree, without gap or overlap", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "ỷ", "𝄞", "&", "<", " ", "\n", "]") }).map(escapeXml);
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "small" },
        fc.constant("<b/>"),
        fc.tuple(text, fc.array(tie("tree"), { maxLength: 3 }), text).map(([before, inside, after]) => `<w:p a="${before.replaceAll("\n", "")}">${before}${inside.join("<!-- x -->")}${after}</w:p>`),
      ),
    }));
    fc.assert(fc.property(tree, (made) => {
      for (const node of all(parseXml(made))) {
        const slice = made.slice(node.start, node.end);
        if (node.kind === "text") expect(parseXml(`<a>${slice}</a>`).text).toBe(node.text);
        else {
          expect(slice.startsWith(`<${node.rawName}`)).toBe(true);
          expect(slice.endsWith(node.end === node.openEnd ? "/>" : `</${node.rawName}>`)).toBe(true);
        }
      }
    }));
  });
});

describe("names", () => {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  it.each([
    ["the usual prefix",                 `<w:p xmlns:w="${main}" w:a="1"/>`,            "w:p", "w:a"],
    ["another prefix",                   `<ns0:p xmlns:ns0="${main}" ns0:a="1"/>`,      "w:p", "w:a"],
    ["no prefix",                        `<p xmlns="${main}" a="1"/>`,                  "w:p", "a"],
    ["the strict namespace",             `<w:p xmlns:w="${strict}" w:a="1"/>`,          "w:p", "w:a"],
    ["the usual prefix for another one", '<w:p xmlns:w="urn:other" w:a="1"/>',          "{urn:other}p", "{urn:other}a"],
    ["a namespace that nobody knows",    '<x:p xmlns:x="urn:other" x:a="1"/>',          "x:p", "x:a"],
    ["no namespace at all",              '<w:p w:a="1"/>',                              "w:p", "w:a"],
  ])("with %s", (_, xml, element, attribute) => {
    const root = parseXml(xml);
    expect(root.name).toBe(element);
    expect(Object.keys(root.attributes).at(-1)).toBe(attribute);
  });

  it("hold from the element that declares a prefix, inwards", () => {
    const root = parseXml(`<a xmlns:x="${main}"><x:p xmlns:x="urn:other"/><x:p/></a>`);
    expect(root.elements().map(({ name }) => name)).toEqual(["x:p", "w:p"]);
  });
});
