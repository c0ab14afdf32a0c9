import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { isOoxmlError } from "./errors.ts";
import { parseXml } from "./parse.ts";
import type { XmlNode } from "./xml.ts";

/** A tree as nested arrays: what an element is called, its attributes, what is in it. */
type Tree = string | readonly [name: string, attributes: Readonly<Record<string, string>>, ...inside: Tree[]];

const ours = (node: XmlNode): Tree => (node.kind === "text" ? node.text : [node.rawName, { ...node.attributes }, ...joined(node.children.map(ours))]);

/** Texts side by side as one: a comment parts them here and not there. */
function joined(nodes: readonly Tree[]): Tree[] {
  const made: Tree[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (typeof node === "string" && typeof last === "string") made[made.length - 1] = last + node;
    else made.push(node);
  }
  return made.filter((node) => node !== "");
}

/** The tree as saxes sees it; "refused" for what it does not take. */
function theirs(xml: string): Tree | "refused" {
  type Open = [name: string, attributes: Record<string, string>, ...inside: Tree[]];
  const parser = new SaxesParser({ xmlns: false });
  const root: Open = ["", {}];
  const open: Open[] = [root];
  let refused = false;
  parser.on("error", () => {
    refused = true;
  });
  parser.on("doctype", () => {
    refused = true;
  });
  for (const kind of ["text", "cdata"] as const) parser.on(kind, (text) => (open.length > 1 ? open.at(-1)?.push(text) : undefined));
  parser.on("opentag", ({ name, attributes }) => {
    const element: Open = [name, { ...attributes }];
    open.at(-1)?.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    const element = open.pop() as Open;
    element.splice(2, Number.POSITIVE_INFINITY, ...joined(element.slice(2) as Tree[]));
  });
  parser.write(xml).close();
  return refused ? "refused" : (root[2] as Tree);
}

function outcome(xml: string): Tree | "refused" {
  try {
    return ours(parseXml(xml));
  } catch (error) {
    if (isOoxmlError(error, "ooxml/bad-xml")) return "refused";
    throw error;
  }
}

describe("what another parser says of the same text", () => {
  it.each([
    ["an XML declaration",                    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a/>'],
    ["one that is not at the beginning",      ' <?xml version="1.0"?><a/>'],
    ["one of another version",                '<?xml version="2.0"?><a/>'],
    ["a byte order mark",                     "\ufeff<a/>"],
    ["line ends",                             "<a b='1\r\n2\t3'>1\r2\r\n3</a>"],
    ["characters by number",                  "<a b='&#10;&#xA;'>&#65;&#x1F600;&lt;&apos;</a>"],
    ["a number beyond all characters",        "<a>&#x110000;</a>"],
    ["the number of a control character",     "<a>&#1;</a>"],
    ["the number of half a pair",             "<a>&#xd800;</a>"],
    ["a control character",                   "<a>\u0001</a>"],
    ["an entity that no one declared",        "<a>&nbsp;</a>"],
    ["a lone &",                              "<a>1 & 2</a>"],
    ["a lone & in an attribute",              "<a b='1 & 2;'/>"],
    ["two attributes of one name",            "<a b='1' c='2' b='3'/>"],
    ["twenty attributes, two of one name",    `<a ${Array.from({ length: 20 }, (_, i) => `a${i % 19}='${i}'`).join(" ")}/>`],
    ["attributes side by side",               "<a b='1'c='2'/>"],
    ["an attribute without a value",          "<a b/>"],
    ["a value without quotes",                "<a b=1/>"],
    ["a < in a value",                        "<a b='<'/>"],
    ["a > in a value and in a text",          "<a b='>'>></a>"],
    ["the end of CDATA in a text",            "<a>]]></a>"],
    ["CDATA",                                 "<a>1<![CDATA[<b>&]]>2<![CDATA[]]></a>"],
    ["CDATA that does not end",               "<a><![CDATA[</a>"],
    ["CDATA outside",                         "<![CDATA[1]]><a/>"],
    ["comments",                              "<!-- a --><a>1<!---->2</a><!-- b -->"],
    ["two dashes in a comment",               "<a><!-- -- --></a>"],
    ["a comment of three dashes",             "<a><!-- ---></a>"],
    ["instructions",                          "<?a?><a><?b c?></a><?d ?>"],
    ["an instruction without a name",         "<a><? b?></a>"],
    ["an instruction called xml",             "<a><?xml version='1.0'?></a>"],
    ["two roots",                             "<a/><b/>"],
    ["text before and behind",                "<a/>1"],
    ["nothing",                               ""],
    ["an end tag of another name",            "<a><b></a></b>"],
    ["an end tag with more in its name",      "<a></ab>"],
    ["an end tag alone",                      "</a>"],
    ["no end tag",                            "<a><b/>"],
    ["space in tags",                         "<a  b = '1' ></a \n>"],
    ["space before a name",                   "< a/>"],
    ["a / that is not at the end",            "<a / b='1'/>"],
    ["letters of many scripts in names",      "<ỷ đ='1'/>"],
    ["names that begin with a digit",         "<1/>"],
    ["names that begin with a dot",           "<a .b='1'/>"],
    ["colons in names",                       "<a:b:c :d='1'/>"],
    ["a document type",                       "<!DOCTYPE a><a/>"],
  ])("%s", (_, xml) => {
    expect(outcome(xml)).toEqual(theirs(xml));
  });

  it("is what ours says, of tags and signs in any order", () => {
    const pieces = ["<", ">", "/", "</", "/>", "<a", "<b>", "</b>", "</a>", "=", "'", '"', "&amp;", "&", ";", "&#9;", "]]>", "<![CDATA[", "<!--", "-->", "--", "<?", "?>", "a", "x:b", " ", "\r\n", "\t", "ỷ", "𝄞", "1", ".", "xmlns:x='u'", " c='1'"];
    const inside = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(inside, inside, (first, second) => {
        for (const xml of [`<a>${first}</a>`, `<a${first}>${second}</a>`, `<a ${first}/>`, first]) expect(outcome(xml)).toEqual(theirs(xml));
      }),
      { numRuns: 1_000 },
    );
  });
});
