import type { Language } from "../relation.ts";
import type { Alignment } from "./measured.ts";
import { partNames } from "./part.ts";
import type { MarginSide, Said } from "./rule.ts";

const { legalBasis, section, clause, subclause, point, text, item, footnote } = partNames;
const { nationalName, motto, parentBody, body, docNumber, placeDate, title, summary, addressedTo } = partNames;
const { authority, position, signer, recipientsTitle, recipient, appendixNumber, appendixTitle, appendixReference } = partNames;

/** The parts of a report that are written each in a style of its own, and what Word calls the style. */
export const styledParts = {
  nationalName,
  motto,
  parentBody,
  body,
  docNumber,
  placeDate,
  draft: { vi: "Chữ “Dự thảo”", en: "the word “Dự thảo”" },
  title,
  summary,
  addressedTo,
  addressedToLead: { vi: "Kính gửi nhiều nơi", en: "addressed to several" },
  addressedToItem: { vi: "Nơi kính gửi", en: "one of several addressed to" },
  legalBasis,
  section,
  clause,
  subclause,
  point,
  text,
  item,
  caption: { vi: "Tên bảng", en: "caption of a table" },
  tableUnit: { vi: "Đơn vị tính của bảng", en: "unit of a table" },
  tableHeader: { vi: "Tiêu đề cột", en: "header of a table" },
  tableCell: { vi: "Ô của bảng", en: "cell of a table" },
  tableTotal: { vi: "Hàng tổng của bảng", en: "row of totals in a table" },
  recipientsTitle,
  recipient,
  authority,
  position,
  signature: { vi: "Chỗ ký", en: "signature" },
  signer,
  appendixNumber,
  appendixTitle,
  appendixReference,
  footnote,
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type StyledPart = keyof typeof styledParts;

/** How a part is set. Type sizes and spaces in points, indents in millimetres. */
export interface PartStyle {
  readonly size: number;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  /** Written in capitals. */
  readonly capitals?: boolean | undefined;
  readonly alignment: Alignment;
  /** Where the whole paragraph begins, and how much further its first line; negative: hanging. */
  readonly left?: number | undefined;
  readonly firstLine?: number | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** In multiples of a single line; 1 when left out. */
  readonly lineSpacing?: number | undefined;
  /** A line drawn below, centred: how long, as a share of the words above it. */
  readonly ruled?: number | undefined;
}

/**
 * How a report is set on paper, by one law, and when that is in force. Lengths in millimetres; dates ISO 8601, `validTo` exclusive.
 *
 * - Shape: a style for every part; columns are shares of the width between the margins, 0 to 1.
 */
export interface StyleSheet {
  readonly id: string;
  readonly name: Said;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: Readonly<Record<MarginSide, number>>;
  readonly font: string;
  /** In the top margin, so far from the edge of the paper; never on page one. */
  readonly pageNumber: { readonly size: number; readonly alignment: Alignment; readonly fromEdge: number };
  /** How wide the left column is: in the head, beside Quốc hiệu; at the end, beside the signature. */
  readonly leftColumn: { readonly head: number; readonly end: number };
  readonly parts: Readonly<Record<StyledPart, PartStyle>>;
}
