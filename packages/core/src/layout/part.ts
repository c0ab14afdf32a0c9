import type { Language } from "../relation.ts";

const names = {
  nationalName: { vi: "Quốc hiệu", en: "national name" },
  motto: { vi: "Tiêu ngữ", en: "national motto" },
  parentBody: { vi: "Tên cơ quan chủ quản", en: "parent body" },
  body: { vi: "Tên cơ quan ban hành", en: "issuing body" },
  docNumber: { vi: "Số, ký hiệu", en: "document number" },
  placeDate: { vi: "Địa danh và thời gian ban hành", en: "place and date" },
  title: { vi: "Tên loại văn bản", en: "kind of document" },
  summary: { vi: "Trích yếu", en: "summary" },
  subject: { vi: "Trích yếu công văn", en: "subject of the letter" },
  addressedTo: { vi: "Kính gửi", en: "addressed to" },
  legalBasis: { vi: "Căn cứ ban hành", en: "legal basis" },
  chapter: { vi: "Phần, chương", en: "part or chapter" },
  section: { vi: "Mục (I, II …)", en: "section (I, II …)" },
  clause: { vi: "Khoản (1, 2 …)", en: "clause (1, 2 …)" },
  subclause: { vi: "Tiểu mục (1.1, 1.2 …)", en: "sub-clause (1.1, 1.2 …)" },
  point: { vi: "Điểm (a, b …)", en: "point (a, b …)" },
  article: { vi: "Điều", en: "article" },
  text: { vi: "Nội dung văn bản", en: "body text" },
  item: { vi: "Gạch đầu dòng", en: "list item" },
  authority: { vi: "Quyền hạn người ký", en: "signing authority" },
  position: { vi: "Chức vụ người ký", en: "signer's position" },
  signer: { vi: "Họ tên người ký", en: "signer's name" },
  recipientsTitle: { vi: "Chữ “Nơi nhận”", en: "the word “Nơi nhận”" },
  recipient: { vi: "Danh sách nơi nhận", en: "list of recipients" },
  appendixNumber: { vi: "Số thứ tự phụ lục", en: "appendix number" },
  appendixTitle: { vi: "Tên phụ lục", en: "appendix title" },
  appendixReference: { vi: "Chỉ dẫn kèm theo của phụ lục", en: "reference of the appendix" },
  secrecy: { vi: "Độ mật", en: "secrecy" },
  urgency: { vi: "Độ khẩn", en: "urgency" },
  typedLine: { vi: "Đường kẻ ngang", en: "rule below a part" },
  table: { vi: "Bảng số liệu", en: "table" },
  other: { vi: "Phần khác", en: "something else" },
  footnote: { vi: "Chú thích", en: "footnote" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/** What a line of an administrative document is. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I. */
export type Part = keyof typeof names;

export const partNames: Readonly<Record<Part, Readonly<Record<Language, string>>>> = names;
