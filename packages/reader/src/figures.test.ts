import { describe, expect, it } from "vitest";
import { readText } from "./read.ts";

/** One line a figure: its text, role, and for quantities value, unit, multiplier and hedge. */
function figuresOf(text: string, format: "text" | "markdown" = "text"): string[] {
  return readText(text, format).figures.map(({ text: printed, role, quantity }) => {
    if (quantity === null) return `${printed} ${role}`;
    const { value, unit, exponent, hedge, decimals } = quantity;
    return [printed, value.toFixed(Math.max(decimals, 0)), unit.id, exponent > 0 ? `e${exponent}` : "", hedge ?? ""].filter(Boolean).join(" ");
  });
}

describe("what a number is", () => {
  it.each([
    // in the text                                                    the figures found
    ["Ngày 12/8/2024 có 15 vụ", ["12/8/2024 date", "15 15 vụ"]],
    ["từ ngày 19/3-18/4/2019", ["19/3 date", "18/4/2019 date"]],
    ["công bố ngày 3.2, đến ngày 20.1 có 175 dự án", ["3.2 date", "20.1 date", "175 175 dự án"]],
    ["tháng 10/2021, tháng 2.2022 và tháng 4-2018", ["10/2021 date", "2.2022 date", "4-2018 date"]],
    ["0 giờ ngày 01 tháng 4 năm 2019 có 96.208.984 người", ["0 other", "01 date", "4 date", "2019 date", "96.208.984 96208984 người"]],
    ["giai đoạn 2021-2025; nhiệm kỳ 2016 - 2021; năm học 2023-2024", ["2021-2025 date", "2016 - 2021 date", "2023-2024 date"]],
    ["(2001 tăng 7,1%; 2002 tăng 6,5%)", ["2001 date", "7,1% 7.1 %", "2002 date", "6,5% 6.5 %"]],
    ["6 tháng đầu năm, người từ 18 tuổi", ["6 other", "18 other"]],
    ["Văn bản số 3175/UBND-KGVX và 84/BC-TTT, 02/2005/TTLT", ["3175/UBND-KGVX docNumber", "84/BC-TTT docNumber", "02/2005/TTLT docNumber"]],
    ["Điều 12 khoản 5 Nghị định số 72/2013/NĐ-CP", ["12 reference", "5 reference", "72/2013/NĐ-CP docNumber"]],
    ["hệ thống cấp độ 3, mô hình 1, Đề án 06, mũi 2", ["3 ordinal", "1 ordinal", "06 ordinal", "2 ordinal"]],
    ["sóng 3G, 4G; khối A01; Quốc lộ 9B; 110kV", ["3G reference", "4G reference", "01 reference", "9B reference", "110 110 kV"]],
    ["trung ương1 có 7 đơn vị", ["1 reference", "7 7 đơn vị"]],
    ["07:45, trực 24/7", ["07:45 other", "24/7 other"]],
    ["2.3. Lĩnh vực viễn thông", ["2.3 ordinal"]],
    ["a) Có 07 doanh nghiệp", ["07 7 doanh nghiệp"]],
    ["gồm: (1) phạt 40 vụ; (2) nhắc 24 vụ", ["1 ordinal", "40 40 vụ", "2 ordinal", "24 24 vụ"]],
  ] as [string, string[]][])("%s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });
});

describe("how a quantity reads", () => {
  it.each([
    // as printed                          value, unit, power of ten, hedge
    ["1.234.567,89 đồng", "1.234.567,89 1234567.89 đồng"],
    ["268763 học sinh", "268763 268763 học sinh"],
    ["20,25 tỷ đồng", "20,25 20.25 đồng e9"],
    ["104.473 tỷ 399 triệu 784 nghìn đồng", "104.473 tỷ 399 triệu 784 nghìn 104473.399784 đồng e9"],
    ["1,196 triệu tỷ đồng", "1,196 1.196 đồng e15"],
    ["27,2 ngàn tỷ đồng", "27,2 27.2 đồng e12"],
    ["37, 38 tỷ đồng", "37, 38 37.38 đồng e9"],
    ["1,24 tỉ USD", "1,24 1.24 USD e9"],
    ["85.3% số chuyến", "85.3% 85.3 %"],
    ["3,45 % số hộ", "3,45 % 3.45 %"],
    ["7,63 điểm phần trăm", "7,63 7.63 điểm %"],
    ["từ 90 - 95% cán bộ", "90 - 95% 90 % range"],
    ["3.447 m2 đất", "3.447 3447 m2"],
    ["592ha rừng", "592 592 ha"],
    ["3.004tổ", "3.004 3004 tổ"],
    ["hơn 4.200 chuyến bay", "4.200 4200 chuyến bay over"],
    ["gần 380 tin/bài", "380 380 tin almost"],
    ["khoảng 200 thư", "200 200 thư about"],
    ["ước đạt 97 tỷ đồng", "97 97 đồng e9 estimate"],
    ["không quá 15 ngày làm thêm; 05 điểm trường", "05 5 điểm trường"],
    ["bốn ca dương tính trong 7 ca", "bốn 4 ca"],
  ])("%s", (text, expected) => {
    expect(figuresOf(text)).toContain(expected);
  });
});

describe("how a text is cut", () => {
  const read = (text: string, format: "text" | "markdown" = "markdown") => readText(text, format);

  it("gives offsets into the source, markup and all", () => {
    const source = "Đạt **98,44%**, số **1.**126 dịch vụ<sup>[1]</sup> và `15` vụ.";
    expect(read(source).figures.map(({ start, end, text }) => [source.slice(start, end), text])).toEqual([
      ["98,44%", "98,44%"],
      ["1.**126", "1.**126"],
      ["15", "15"],
    ]);
  });

  it("reads letters that are written in pieces (NFD)", () => {
    const source = "Có 12 hồ sơ trễ hạn, chiếm 3%".normalize("NFD");
    expect(read(source).figures.map(({ start, end }) => source.slice(start, end))).toEqual(["12", "3%"]);
    expect(read(source).figures[0]?.quantity?.unit.id).toBe("hồ sơ");
  });

  it("joins a paragraph that a page break and a footnote cut in two", () => {
    const source = "Toàn tỉnh có 1.000 hồ sơ được tiếp nhận qua các kênh khác nhau của bộ phận một cửa, trong đó\n\n<sup>1</sup> Ghi chú có 5 mục.\n\nsố nộp trực tuyến 700 hồ sơ và nộp trực tiếp 300 hồ sơ.";
    const { network } = read(source);
    expect(network.relations.map(({ kind, seats }) => `${kind.kind} ${seats.map(({ cell }) => cell.quantity?.value).join(" ")}`)).toContain("total 1000 700 300");
  });

  it("reads a footnote where its mark stands, though it is kept at the end", () => {
    const body = "Toàn tỉnh giải quyết 17.951 đơn, gồm 17.846 đơn đúng hạn và 105 đơn trễ hạn[^1].";
    const between = Array.from({ length: 12 }, (_, i) => `Mục ${i + 1} nói chuyện khác, có ${i + 3} cuộc họp.`).join("\n\n");
    const note = "[^1]: Cấp tỉnh giải quyết 8.644 đơn, gồm 8.580 đơn đúng hạn và 64 đơn trễ hạn; cấp huyện giải quyết 667 đơn, gồm 648 đơn đúng hạn và 19 đơn trễ hạn; cấp xã giải quyết 8.640 đơn, gồm 8.618 đơn đúng hạn và 22 đơn trễ hạn.";
    const { network, figures } = read(`${body}\n\n${between}\n\n${note}`);
    const said = network.relations.map(({ kind, seats }) => `${kind.kind} ${seats.map(({ cell }) => cell.quantity?.value).join(" ")}`);
    expect(said).toEqual(expect.arrayContaining(["total 17951 8644 667 8640", "total 17846 8580 648 8618", "total 105 64 19 22"]));
    expect(figures.map(({ start }) => start)).toEqual(figures.map(({ start }) => start).sort((a, b) => a - b));
  });

  it("names each figure in the author's words, with its level", () => {
    const source = "Cấp huyện giải quyết 667 đơn thư, gồm 648 đơn thư đúng hạn chiếm 97,15% và 19 đơn thư trễ hạn chiếm 2,85%.";
    expect(read(source).figures.map(({ label }) => label)).toEqual([
      "Cấp huyện giải quyết",
      "đơn thư đúng hạn (cấp huyện)",
      "đơn thư đúng hạn (cấp huyện)",
      "đơn thư trễ hạn (cấp huyện)",
      "đơn thư trễ hạn (cấp huyện)",
    ]);
  });

  it("gives each figure the period that the text names", () => {
    const source = "Từ ngày 15/9/2024 - 13/10/2024 có 12 hồ sơ theo Quyết định số 45/QĐ-ABC ngày 01/8/2024 và 3 văn bản. Trong tháng 9/2024 có 5 vụ. 6 tháng đầu năm 2024 có 40 vụ.";
    expect(read(source).figures.filter(({ role }) => role === "quantity").map(({ text, period }) => `${text}: ${period}`)).toEqual([
      "12: từ 15/9/2024 đến 13/10/2024",
      "3: từ 15/9/2024 đến 13/10/2024",
      "5: tháng 9/2024",
      "40: 6 tháng đầu năm 2024",
    ]);
  });

  it("says nothing of a text without figures, and of an empty one", () => {
    expect(read("Không có gì.").figures).toEqual([]);
    expect(read("").network.relations).toEqual([]);
  });
});

describe("the order of figures", () => {
  it("is that of the text where a page break cuts a paragraph round a footnote", () => {
    const text = "Trong tháng, toàn huyện tiếp nhận 1.204 hồ sơ về đất đai và xây dựng, trong đó\n\n[^1]: Gồm 37 hồ sơ kỳ trước.\n\nđã giải quyết 1.180 hồ sơ.\n";
    const { figures } = readText(text);
    expect(figures.map(({ start }) => start)).toEqual(figures.map(({ start }) => start).sort((a, b) => a - b));
    expect(figures.map(({ id }) => id)).toEqual(figures.map((_, i) => `f${i + 1}`));
  });
});

it("takes the mark at the head of a note for no figure", () => {
  const found = figuresOf("Văn bản<sup>1</sup> đã gửi.\n\n[1] Trong đó có 5 việc", "markdown");
  expect(found).toEqual(["5 5 việc"]);
});
