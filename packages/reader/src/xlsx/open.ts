import { KhopError } from "@khop/core";
import { type Limits, type OoxmlPackage, openPackage } from "@khop/ooxml";
import type { Shared } from "./cells.ts";
import "./errors.ts";
import { Shown } from "./show.ts";
import { sharedStrings } from "./strings.ts";
import { stylesOf } from "./styles.ts";
import { countsFrom1904, type SheetPart, sheetsOf } from "./workbook.ts";

export interface Workbook {
  readonly opened: OoxmlPackage;
  readonly sheets: readonly SheetPart[];
  /** What its cells share. */
  readonly shared: Shared;
}

/**
 * Opens a workbook: its sheets, and what their cells share.
 *
 * - Throws: `OoxmlError` for bytes that are no sound package; `KhopError` "reader/not-excel" for Word, PowerPoint and the like.
 */
export function openWorkbook(bytes: Uint8Array, limits: Partial<Limits>): Workbook {
  const opened = openPackage(bytes, limits);
  const { main } = opened;
  if (!opened.isExcel) {
    const contentType = opened.contentType(main) ?? "";
    throw new KhopError("reader/not-excel", `The package is no Excel workbook: its main part is "${contentType}".`, { contentType });
  }
  const shared: Shared = {
    strings: sharedStrings(opened, main),
    styleOf: stylesOf(opened, main),
    shown: new Shown(countsFrom1904(opened, main)),
    size: { cells: 0, characters: 0 },
  };
  return { opened, sheets: sheetsOf(opened, main), shared };
}
