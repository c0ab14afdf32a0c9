import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  type PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

/** How a line of the made-up report is set; what is not said is as the decree wants it. */
interface LineLook {
  readonly text?: string;
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Twentieths of a point. */
  readonly firstLine?: number;
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: (typeof LineRuleType)[keyof typeof LineRuleType];
}

/** A change to the right report: other looks for some of its lines, another page, another header. */
export interface Change {
  readonly lines?: Readonly<Record<string, LineLook | null>>;
  readonly margins?: Partial<Record<"top" | "bottom" | "left" | "right", number>>;
  readonly size?: {
    readonly width: number;
    readonly height: number;
    readonly orientation?: (typeof PageOrientation)[keyof typeof PageOrientation];
  };
  readonly pageNumber?: LineLook | "none" | "footer";
  readonly onFirstPage?: boolean;
  readonly format?: NonNullable<NonNullable<NonNullable<ISectionOptions["properties"]>["page"]>["pageNumbers"]>;
}

const centred: LineLook = { alignment: AlignmentType.CENTER };
const body: LineLook = {
  size: 14,
  alignment: AlignmentType.JUSTIFIED,
  firstLine: 720,
  before: 120,
  line: 276,
  lineRule: LineRuleType.AUTO,
};
const heading: LineLook = { ...body, bold: true };

/** Every line of the report as the decree wants it. Bodies and persons are made up. */
const right: Readonly<Record<string, LineLook>> = {
  parentBody: { ...centred, text: "UBND TỈNH HÒA AN", size: 12 },
  body: { ...centred, text: "SỞ SỐ LIỆU", size: 12, bold: true },
  docNumber: { ...centred, text: "Số: 05/BC-SSL", size: 13 },
  nationalName: { ...centred, text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size: 12, bold: true },
  motto: { ...centred, text: "Độc lập - Tự do - Hạnh phúc", size: 13, bold: true },
  placeDate: { ...centred, text: "Hòa An, ngày 05 tháng 02 năm 2025", size: 13, italics: true },
  title: { ...centred, text: "BÁO CÁO", size: 14, bold: true },
  summary: { ...centred, text: "Tình hình thực hiện nhiệm vụ tháng 01 năm 2025", size: 14, bold: true },
  addressedTo: { ...centred, text: "Kính gửi: Ủy ban nhân dân tỉnh Hòa An", size: 14 },
  legalBasis: {
    ...body,
    text: "Căn cứ Kế hoạch số 12/KH-UBND ngày 03/01/2025 của Ủy ban nhân dân tỉnh về công tác số liệu.",
    italics: true,
  },
  opening: { ...body, text: "Sở Số liệu báo cáo kết quả như sau:" },
  section1: { ...heading, text: "I. KẾT QUẢ THỰC HIỆN" },
  clause1: { ...heading, text: "1. Công tác chỉ đạo, điều hành" },
  text1: { ...body, text: "Trong tháng, Sở tiếp nhận 412 hồ sơ, tăng 3,5% so với tháng trước; đến ngày 05/02/2025 đã xử lý xong." },
  clause2: { ...heading, text: "2. Công tác chuyên môn" },
  subclause21: { ...heading, text: "2.1. Thống kê" },
  text2: { ...body, text: "Thực hiện đầy đủ các báo cáo định kỳ theo quy định." },
  subclause22: { ...heading, text: "2.2. Lưu trữ" },
  pointA: { ...body, text: "a) Tiếp nhận hồ sơ lưu trữ đúng quy trình, đầy đủ danh mục kèm theo;" },
  pointB: { ...body, text: "b) Chỉnh lý hồ sơ tồn đọng của các năm trước." },
  item: { ...body, text: "- Các phòng phối hợp thực hiện." },
  section2: { ...heading, text: "II. NHIỆM VỤ THÁNG TỚI" },
  ending: { ...body, text: "Trên đây là báo cáo của Sở Số liệu./." },
  recipientsTitle: { text: "Nơi nhận:", size: 12, bold: true, italics: true },
  recipient1: { text: "- Như trên;", size: 11 },
  recipient2: { text: "- Lưu: VT, TH.", size: 11 },
  authority: { ...centred, text: "KT. GIÁM ĐỐC", size: 14, bold: true },
  position: { ...centred, text: "PHÓ GIÁM ĐỐC", size: 14, bold: true },
  signer: { ...centred, text: "Trần Thị Mẫu", size: 14, bold: true },
};

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const columns = (left: Paragraph[], last: Paragraph[]): Table =>
  new Table({
    borders,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [new TableCell({ children: left }), new TableCell({ children: last })] })],
  });

const run = ({ text, font, size, bold, italics, underline, color }: LineLook, more: object = {}): TextRun =>
  new TextRun({
    ...(text === undefined ? {} : { text }),
    ...(font === undefined ? {} : { font }),
    size: (size ?? 14) * 2,
    bold: bold ?? false,
    italics: italics ?? false,
    ...(underline === true ? { underline: {} } : {}),
    ...(color === undefined ? {} : { color }),
    ...more,
  });

const paragraph = (look: LineLook, children = [run(look)]): Paragraph =>
  new Paragraph({
    children,
    ...(look.alignment === undefined ? {} : { alignment: look.alignment }),
    indent: { firstLine: look.firstLine ?? 0 },
    spacing: {
      before: look.before ?? 0,
      after: look.after ?? 0,
      ...(look.line === undefined ? {} : { line: look.line }),
      ...(look.lineRule === undefined ? {} : { lineRule: look.lineRule }),
    },
  });

/** The bytes of a Word file: a short report in the layout of the decree, with some changes, and `length` paragraphs more. */
export async function report(
  { lines = {}, margins, size, pageNumber = {}, onFirstPage = false, format }: Change = {},
  length = 60,
): Promise<Uint8Array> {
  const looks = Object.entries(right).flatMap(([name, look]): [string, LineLook][] =>
    lines[name] === null ? [] : [[name, { ...look, ...lines[name] }]],
  );
  const part = (...names: string[]): Paragraph[] => looks.filter(([name]) => names.includes(name)).map(([, look]) => paragraph(look));
  const inTables = [
    "parentBody",
    "body",
    "docNumber",
    "nationalName",
    "motto",
    "placeDate",
    "recipientsTitle",
    "recipient1",
    "recipient2",
    "authority",
    "position",
    "signer",
  ];
  const filling = Array.from({ length }, () =>
    paragraph({
      ...body,
      text: "Các đơn vị thuộc Sở thực hiện đầy đủ nhiệm vụ được giao, bảo đảm chất lượng và thời hạn; không có nội dung nào chậm trễ.",
    }),
  );
  const running = looks
    .filter(([name]) => !inTables.includes(name))
    .flatMap(([name, look]) => (name === "section2" ? [paragraph(look), ...filling] : [paragraph(look)]));
  const look = typeof pageNumber === "string" ? {} : pageNumber;
  const number = new Header({
    children: [
      paragraph({ alignment: AlignmentType.CENTER, ...look }, [
        run({ ...look, text: undefined as never }, { children: [PageNumber.CURRENT] }),
      ]),
    ],
  });
  const place = pageNumber === "none" ? {} : { [pageNumber === "footer" ? "footers" : "headers"]: { default: number } };
  const document = new Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } },
    sections: [
      {
        properties: {
          titlePage: !onFirstPage,
          page: {
            size: {
              width: size?.width ?? 11906,
              height: size?.height ?? 16838,
              ...(size?.orientation === undefined ? {} : { orientation: size.orientation }),
            },
            margin: { top: 1134, bottom: 1134, left: 1701, right: 1134, ...margins },
            ...(format === undefined ? {} : { pageNumbers: format }),
          },
        },
        ...place,
        children: [
          columns(part("parentBody", "body", "docNumber"), part("nationalName", "motto", "placeDate")),
          ...running,
          columns(part("recipientsTitle", "recipient1", "recipient2"), part("authority", "position", "signer")),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
