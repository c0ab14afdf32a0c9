import { type Block, type Quantity, quantity, type Report, type Span, unitOf } from "@khop/core";

const of = (indicator: string, ...members: string[]): string =>
  [`indicator:${indicator}`, "orgUnit:hoa-an", "period:2025-M01", ...members].join("|");

const figures: Readonly<Record<string, readonly [fact: string, value: string, unit: string]>> = {
  in: [of("documents", "direction=in"), "1842", "văn bản"],
  out: [of("documents", "direction=out"), "967", "văn bản"],
  signed: [of("documents", "direction=out", "signed=yes"), "961", "văn bản"],
  signedShare: [of("documents-signed-share"), "99.38", "%"],
  files: [of("files"), "2311", "hồ sơ"],
  onTime: [of("files", "outcome=on-time"), "2273", "hồ sơ"],
  onTimeShare: [of("files-share", "outcome=on-time"), "98.36", "%"],
  late: [of("files", "outcome=late"), "38", "hồ sơ"],
  lateShare: [of("files-share", "outcome=late"), "1.64", "%"],
  province: [of("files", "level=province"), "1204", "hồ sơ"],
  provinceOnTime: [of("files", "level=province", "outcome=on-time"), "1190", "hồ sơ"],
  provinceLate: [of("files", "level=province", "outcome=late"), "14", "hồ sơ"],
  provinceShare: [of("files-share", "level=province", "outcome=on-time"), "98.84", "%"],
  commune: [of("files", "level=commune"), "1107", "hồ sơ"],
  communeOnTime: [of("files", "level=commune", "outcome=on-time"), "1083", "hồ sơ"],
  communeLate: [of("files", "level=commune", "outcome=late"), "24", "hồ sơ"],
  communeShare: [of("files-share", "level=commune", "outcome=on-time"), "97.83", "%"],
  spam: [of("spam"), "12450", "thư"],
  spamBefore: ["indicator:spam|orgUnit:hoa-an|period:2024-M12", "13700", "thư"],
  spamLess: [of("spam-difference"), "1250", "thư"],
  spamRate: [of("spam-growth"), "9.12", "%"],
  budget: [of("budget"), "20.25", "tỷ đồng"],
  stations: [of("stations"), "5", "trạm"],
};

/** The facts of {@link exampleReport}, by key. */
export const exampleFacts: ReadonlyMap<string, Quantity> = new Map(
  Object.values(figures).map(([fact, value, unit]) => [
    fact,
    unit === "tỷ đồng" ? quantity({ value, unit: unitOf("đồng"), exponent: 9 }) : quantity({ value, unit: unitOf(unit) }),
  ]),
);

/** "Tiếp nhận {files} hồ sơ[^1]": figures in braces, "{stations=05}" where written out; marks of notes as in Markdown. */
function spans(text: string): Span[] {
  return text.split(/(\{[^}]*\}|\[\^\w+\])/).flatMap((piece): Span[] => {
    const [, name, written] = /^\{(\w+)(?:=(.*))?\}$/.exec(piece) ?? [];
    if (name !== undefined)
      return [{ is: "figure", fact: figures[name]?.[0] ?? name, ...(written === undefined ? {} : { text: written }) }];
    const [, note] = /^\[\^(\w+)\]$/.exec(piece) ?? [];
    if (note !== undefined) return [{ is: "note", note }];
    return piece === "" ? [] : [{ is: "text", text: piece }];
  });
}

const passages = (...texts: string[]): Block[] => texts.map((text) => ({ is: "passage", origin: "computed", spans: spans(text) }));
const written = (...texts: string[]): Block[] => texts.map((text) => ({ is: "passage", origin: "written", spans: spans(text) }));

/** A monthly report of a body that does not exist, with everything that a report may have. */
export const exampleReport: Report = {
  title: "Báo cáo",
  summary: "Kết quả công tác số liệu tháng 01 và nhiệm vụ trọng tâm tháng 02 năm 2025",
  parentBody: "UBND tỉnh Hòa An",
  body: "Sở Số liệu",
  docNumber: { number: "5", symbol: "BC-SSL" },
  place: "Hòa An",
  date: "2025-02-05",
  period: "2025-M01",
  addressedTo: ["Ủy ban nhân dân tỉnh Hòa An", "Văn phòng Ủy ban nhân dân tỉnh Hòa An"],
  legalBases: ["Căn cứ Kế hoạch số 12/KH-UBND ngày 03/01/2025 của Ủy ban nhân dân tỉnh Hòa An về công tác số liệu năm 2025."],
  opening: written("Sở Số liệu báo cáo kết quả thực hiện nhiệm vụ tháng 01 và nhiệm vụ trọng tâm tháng 02 năm 2025 như sau:"),
  sections: [
    {
      title: "Kết quả thực hiện",
      blocks: [],
      sections: [
        {
          title: "Công tác chỉ đạo, điều hành",
          blocks: [
            ...written(
              "Trong tháng, lãnh đạo Sở tập trung chỉ đạo các phòng chuyên môn hoàn thiện kế hoạch năm, rà soát quy trình thu thập số liệu của từng đơn vị và phân công người chịu trách nhiệm đối với mỗi chỉ tiêu; kịp thời tháo gỡ khó khăn cho các xã mới kết nối.",
            ),
            ...passages(
              "Hệ thống quản lý văn bản tiếp nhận {in} văn bản đến và phát hành {out} văn bản đi, trong đó có {signed} văn bản ký số, đạt tỷ lệ {signedShare}%.",
            ),
          ],
        },
        {
          title: "Giải quyết thủ tục hành chính",
          blocks: [
            ...passages(
              "Trong kỳ, các cơ quan giải quyết {files} hồ sơ[^1], trong đó {onTime} hồ sơ đúng hạn, chiếm {onTimeShare}%; {late} hồ sơ trễ hạn, chiếm {lateShare}%. Kết quả của từng cấp như sau:",
            ),
            {
              is: "table",
              caption: "Kết quả giải quyết hồ sơ theo cấp",
              unit: "hồ sơ",
              header: ["Cấp", "Tổng số", "Đúng hạn", "Trễ hạn", "Tỷ lệ đúng hạn (%)"],
              rows: [
                { label: spans("Cấp tỉnh"), cells: ["{province}", "{provinceOnTime}", "{provinceLate}", "{provinceShare}"].map(spans) },
                { label: spans("Cấp xã"), cells: ["{commune}", "{communeOnTime}", "{communeLate}", "{communeShare}"].map(spans) },
                { label: spans("Toàn tỉnh"), cells: ["{files}", "{onTime}", "{late}", "{onTimeShare}"].map(spans), isTotal: true },
              ],
            },
            ...written(
              "Nguyên nhân trễ hạn chủ yếu do hồ sơ phải xác minh thực địa trong thời gian mưa lũ; các đơn vị đã xin lỗi tổ chức, cá nhân bằng văn bản và hẹn lại ngày trả kết quả.",
            ),
          ],
        },
        {
          title: "An toàn thông tin và hạ tầng",
          blocks: [],
          sections: [
            {
              title: "Lọc thư rác",
              blocks: passages(
                "Hệ thống thư điện tử chặn {spam} thư rác, giảm {spamLess} thư ({spamRate}%) so với tháng trước ({spamBefore} thư)[^2].",
              ),
            },
            {
              title: "Trạm quan trắc",
              blocks: [
                ...passages("Đến cuối kỳ có {stations=05} trạm quan trắc hoạt động ổn định, với tổng kinh phí vận hành {budget} tỷ đồng."),
                ...written(
                  "- Các trạm gửi số liệu đúng giờ, không phát sinh sự cố.",
                  "- Việc hiệu chuẩn thiết bị được thực hiện theo kế hoạch.",
                ),
              ],
            },
          ],
        },
      ],
    },
    {
      title: "Đánh giá chung",
      blocks: [],
      sections: [
        {
          title: "Ưu điểm",
          blocks: written(
            "Các nhiệm vụ trong tháng cơ bản hoàn thành đúng tiến độ; số liệu gửi về Sở đầy đủ hơn, ít phải đối chiếu lại; tinh thần phối hợp giữa các phòng và các xã được nâng lên rõ rệt.",
          ),
        },
        {
          title: "Tồn tại, hạn chế",
          blocks: written(
            "Một số đơn vị còn gửi số liệu sát thời hạn, chưa ghi rõ nguồn; việc đối chiếu giữa các hệ thống vẫn làm thủ công, mất nhiều thời gian. Trang thiết bị ở các xã vùng cao chưa đồng bộ, đường truyền còn chập chờn khi thời tiết xấu.",
          ),
        },
      ],
    },
  ],
  tasksTitle: "Nhiệm vụ trọng tâm tháng 02 năm 2025",
  tasks: [
    { text: "Hoàn thành đối chiếu số liệu năm với các đơn vị", responsible: "Phòng Tổng hợp", dueDate: "2025-02-20" },
    { text: "Tập huấn nghiệp vụ cho công chức cấp xã", responsible: "Văn phòng Sở", dueDate: "2025-02-28" },
    { text: "Rà soát, bổ sung danh mục chỉ tiêu báo cáo" },
  ],
  closing: written(
    "Trên đây là báo cáo kết quả công tác tháng 01 và nhiệm vụ trọng tâm tháng 02 năm 2025 của Sở Số liệu, kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.",
  ),
  footnotes: [
    { id: "1", spans: spans("Số liệu tính đến hết ngày 31/01/2025, gồm {province} hồ sơ cấp tỉnh và {commune} hồ sơ cấp xã.") },
    { id: "2", spans: spans("Theo nhật ký của hệ thống lọc thư.") },
  ],
  addressees: ["Như trên", "Giám đốc và các Phó Giám đốc Sở", "Các phòng thuộc Sở", "Lưu: VT, TH"],
  signatureBlock: { authority: "KT. Giám đốc", position: "Phó Giám đốc", name: "Trần Thị Mẫu" },
  appendices: [
    {
      title: "Số liệu văn bản điện tử",
      reference: "Kèm theo Báo cáo số 05/BC-SSL ngày 05 tháng 02 năm 2025 của Sở Số liệu",
      blocks: [
        {
          is: "table",
          unit: "văn bản",
          header: ["Loại văn bản", "Số lượng", "Ghi chú"],
          rows: [
            { label: spans("Văn bản đến"), cells: [spans("{in}"), []] },
            { label: spans("Văn bản đi"), cells: [spans("{out}"), spans("Ký số {signed} văn bản")] },
          ],
        },
      ],
    },
  ],
  madeFrom: { [of("files")]: "1" },
};
