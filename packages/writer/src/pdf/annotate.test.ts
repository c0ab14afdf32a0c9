import { cellOf, type Finding, quantity, unitOf } from "@khop/core";
import { describe, expect, it } from "vitest";
import { annotatePdf } from "./annotate.ts";
import type { Box, PdfEngine } from "./engine.ts";

interface Written {
  readonly pageIndex: number;
  readonly color: readonly number[];
  readonly quadPoints: readonly number[];
  readonly rect: readonly number[];
  readonly user: string;
  readonly popup: { readonly contents: string };
}

/** pdf.js, as far as it is asked: it remembers what it was given. */
function engine({ signed = false } = {}): PdfEngine & { readonly written: Written[] } {
  const written: Written[] = [];
  return {
    written,
    getDocument: ({ data }) => ({
      promise: Promise.resolve({
        annotationStorage: { setValue: (_: string, value: object) => void written.push(value as Written) },
        saveDocument: () => Promise.resolve(new Uint8Array([...data, 9])),
        getSignatures: () => Promise.resolve(signed ? [{}] : null),
      }),
      destroy: () => Promise.resolve(),
    }),
  };
}

const figure = (value: string, start: number) =>
  cellOf({ id: `f${start}`, label: `đơn ${value}`, quantity: quantity({ value, decimals: 0, unit: unitOf("đơn") }), anchor: { in: "document", start, end: start + 2 } });
const [total, part, other] = [figure("12", 0), figure("7", 10), figure("4", 20)];

const finding = (more: Partial<Finding> = {}): Finding => ({
  code: "total-mismatch", severity: "error", message: { vi: "7 + 4 không bằng 12.", en: "7 + 4 do not make 12." }, cells: [total, part, other], relations: [], suspects: [{ cell: part, expected: quantity({ value: "8" }).value, score: 0.9 }], ambiguous: false, ...more,
});

/** Ten points for each character; from 100 on, the next page. */
const boxes = (start: number, end: number): readonly Box[] => [{ page: start < 100 ? 1 : 2, x: start * 10, y: 700, width: (end - start) * 10, height: 12 }];
const options = { lang: "vi", date: "2025-03-31T08:00:00Z" } as const;
const bytes = new Uint8Array([1, 2, 3]);
const red = [255, 140, 130];
const pale = [226, 236, 190];

describe("highlights in a PDF", () => {
  it("stand over the figures of a finding: the likely wrong one in its colour, the others pale", async () => {
    const pdf = engine();
    const { bytes: out, placed, highlights, signed } = await annotatePdf(pdf, bytes, { boxes }, [finding()], options);
    expect({ out: [...out], placed: placed.length, highlights, signed }).toEqual({ out: [1, 2, 3, 9], placed: 1, highlights: 3, signed: false });
    expect(pdf.written.map(({ rect, color, user }) => [rect, color, user])).toEqual([
      [[100, 700, 120, 712], red, "Khớp"],
      [[0, 700, 20, 712], pale, "Khớp"],
      [[200, 700, 220, 712], pale, "Khớp"],
    ]);
    expect(pdf.written[0]?.quadPoints).toEqual([100, 712, 120, 712, 100, 700, 120, 700]);
  });

  it("say what does not fit", async () => {
    const pdf = engine();
    await annotatePdf(pdf, bytes, { boxes }, [finding()], options);
    expect(pdf.written.map(({ popup }) => popup.contents.split("\n")[0])).toEqual(["Lỗi: 7 + 4 không bằng 12.", "Lỗi (con số liên quan): 7 + 4 không bằng 12.", "Lỗi (con số liên quan): 7 + 4 không bằng 12."]);
    expect(pdf.written[0]?.popup.contents).toContain("7 đơn: nhiều khả năng là 8 đơn.");
  });

  it.each<[string, Finding[], (readonly number[])[]]>([
    ["accuse nobody where repairs tie",            [finding({ ambiguous: true, suspects: [total, part, other].map((cell) => ({ cell, expected: null, score: 0.3 })) })], [red, red, red]],
    ["take the colour of the gravest",             [finding(), finding({ severity: "review", suspects: [], cells: [part] })],                                             [red, pale, pale]],
    ["accuse a figure that another finding only leans on", [finding({ severity: "review" }), finding({ severity: "error", suspects: [{ cell: total, expected: null, score: 1 }] })], [[255, 232, 90], red, pale]],
    ["are not needed where nothing is found",      [],                                                                                                                     []],
  ])("%s", async (_, findings, expected) => {
    const pdf = engine();
    await annotatePdf(pdf, bytes, { boxes }, findings, options);
    expect(pdf.written.map(({ color }) => color)).toEqual(expected);
  });

  it("hold all that is said of one figure in one note", async () => {
    const pdf = engine();
    await annotatePdf(pdf, bytes, { boxes }, [finding({ cells: [part] }), finding({ cells: [part], message: { vi: "Lại sai.", en: "Wrong again." } })], options);
    expect(pdf.written).toHaveLength(1);
    expect(pdf.written[0]?.popup.contents.match(/^Lỗi: .*$/gm)).toEqual(["Lỗi: 7 + 4 không bằng 12.", "Lỗi: Lại sai."]);
  });

  it("are one for each page where a figure goes over two", async () => {
    const pdf = engine();
    const split = (): readonly Box[] => [{ page: 1, x: 0, y: 50, width: 9, height: 9 }, { page: 2, x: 0, y: 800, width: 9, height: 9 }];
    await annotatePdf(pdf, bytes, { boxes: split }, [finding({ cells: [part] })], options);
    expect(pdf.written.map(({ pageIndex }) => pageIndex)).toEqual([0, 1]);
  });

  it("leave a file alone whose figures are drawn nowhere, and say which findings those are", async () => {
    const { bytes: out, unplaced } = await annotatePdf(engine(), bytes, { boxes: () => [] }, [finding()], options);
    expect({ out, unplaced: unplaced.length }).toEqual({ out: bytes, unplaced: 1 });
  });

  it("say that the file is signed", async () => {
    expect((await annotatePdf(engine({ signed: true }), bytes, { boxes }, [finding()], options)).signed).toBe(true);
  });
});
