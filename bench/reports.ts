/** A piece of a made-up report. */
export type Piece =
  | { readonly kind: "heading" | "paragraph" | "bullet"; readonly text: string; readonly note?: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

const fields = ["Đất đai", "Hộ tịch", "Xây dựng", "Giao thông vận tải", "Lao động, việc làm", "Đầu tư", "Môi trường", "Chứng thực"];
const places = ["Xã An Bình", "Xã Cẩm Đường", "Phường Hòa Khê", "Xã Long Thạnh", "Phường Tân Lập", "Xã Yên Mỹ"];

/** A report of so many sections, each with prose, a list and a table; the same for the same seed. In every tenth section one share is wrong. */
export function reportOf(sections: number, seed = 1): Piece[] {
  const numbers = seeded(seed);
  const below = (end: number): number => Math.floor(numbers.next().value * end);
  return [
    { kind: "heading", text: "Báo cáo công tác một cửa" },
    ...Array.from({ length: sections }, (_, i) => sectionOf(i + 1, fields[i % fields.length] as string, below)).flat(),
  ];
}

function sectionOf(number: number, field: string, below: (end: number) => number): Piece[] {
  const rows = places.map((place) => [place, 200 + below(3_000), 5 + below(90)] as const);
  const onTime = rows.reduce((sum, [, count]) => sum + count, 0);
  const late = rows.reduce((sum, [, , count]) => sum + count, 0);
  const all = onTime + late;
  const online = Math.round(all * (0.5 + below(40) / 100));
  const before = all - 50 - below(400);
  return [
    { kind: "heading", text: `${number}. Lĩnh vực ${field}` },
    {
      kind: "paragraph",
      text: `Trong kỳ, toàn huyện tiếp nhận ${int(all)} hồ sơ, trong đó ${int(online)} hồ sơ nộp trực tuyến chiếm ${share(online, all)}, ${int(all - online)} hồ sơ nộp trực tiếp chiếm ${share(all - online, all)}. So với ${int(before)} hồ sơ của kỳ trước, số hồ sơ tiếp nhận tăng ${int(all - before)} hồ sơ.`,
      note: `Số liệu của phần ${number} lấy từ sổ theo dõi của bộ phận một cửa, chốt đến ngày cuối kỳ.`,
    },
    {
      kind: "paragraph",
      text: `Các đơn vị đã giải quyết ${int(all)} hồ sơ; kết quả được công khai tại trụ sở và trên trang thông tin của huyện, người dân tra cứu được bằng mã hồ sơ ghi trên giấy hẹn. Việc luân chuyển giấy tờ giữa các bộ phận đã nhanh hơn so với kỳ trước, song vẫn còn nơi phải chờ ý kiến của cơ quan cấp trên nên kéo dài. Huyện đã yêu cầu từng đơn vị rà soát lại quy trình, phân công người chịu trách nhiệm đến cùng và báo cáo kết quả trước kỳ sau.`,
    },
    { kind: "bullet", text: `${int(onTime)} hồ sơ giải quyết đúng hạn, chiếm ${share(onTime, all)};` },
    { kind: "bullet", text: `${int(late)} hồ sơ giải quyết trễ hạn, chiếm ${share(number % 10 === 0 ? late + 50 : late, all)}.` },
    { kind: "paragraph", text: `Bảng ${number}. Kết quả giải quyết theo đơn vị (đơn vị tính: hồ sơ)` },
    {
      kind: "table",
      rows: [
        ["Đơn vị", "Đúng hạn", "Trễ hạn", "Tổng số"],
        ...rows.map(([place, good, bad]) => [place, int(good), int(bad), int(good + bad)]),
        ["Toàn huyện", int(onTime), int(late), int(all)],
      ],
    },
  ];
}

const int = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ".");

/** A share as it is printed, worked out in whole numbers. */
function share(part: number, whole: number): string {
  const hundredths = Math.floor((part * 20_000 + whole) / (2 * whole));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, "0")}%`;
}

function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** The paragraphs of a text in Markdown, its markup left out. */
export const piecesOf = (markdown: string): Piece[] =>
  markdown
    .replace(/<[^>]*>|[|*]/g, " ")
    .split(/\n+/)
    .filter((line) => /\p{L}/u.test(line))
    .map((text) => ({ kind: "paragraph", text }));

/** The report in Markdown. */
export const markdownOf = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if (piece.kind !== "table") return { heading: "## ", bullet: "- ", paragraph: "" }[piece.kind] + piece.text;
      const [head = [], ...rows] = piece.rows.map((row) => `| ${row.join(" | ")} |`);
      return [head, `|${" --- |".repeat(piece.rows[0]?.length ?? 0)}`, ...rows].join("\n");
    })
    .join("\n\n");
