import type { Span, XmlElement } from "@khop/ooxml";
import type { TableCell, TableRow } from "../writing/grid.ts";

/** A cell of a table: where it stands, how far it reaches, and what is in it. */
export interface Cell extends Omit<TableCell<Span>, "stretches"> {
  readonly element: XmlElement;
}

export interface Row extends Omit<TableRow<Span>, "cells"> {
  readonly cells: readonly Cell[];
}

const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"]);

/** Elements of a name, also those that a content control or a tracked change wraps. */
function inside(parent: XmlElement, name: string): XmlElement[] {
  return parent.elements().flatMap((node) => (node.name === name ? [node] : wrappers.has(node.name) ? inside(node, name) : []));
}

/** Rows of a table with all tracked changes accepted. */
export function rowsOf(table: XmlElement): Row[] {
  return inside(table, "w:tr").flatMap((row) => {
    const properties = row.child("w:trPr");
    if (properties?.child("w:del") !== undefined) return [];
    let column = spanOf(properties?.child("w:gridBefore"), 0);
    const cells = inside(row, "w:tc").flatMap((element) => {
      const own = element.child("w:tcPr");
      if (own?.child("w:cellDel") !== undefined) return [];
      const span = spanOf(own?.child("w:gridSpan"), 1);
      const merge = own?.child("w:vMerge") ?? own?.child("w:hMerge");
      const cell = { column, span, merged: merge !== undefined && merge.attributes["w:val"] !== "restart", element };
      column += span;
      return [cell];
    });
    return [{ cells, repeated: properties?.child("w:tblHeader") !== undefined }];
  });
}

/** Word takes 63 columns. */
const mostColumns = 63;

function spanOf(element: XmlElement | undefined, least: number): number {
  const span = Number(element?.attributes["w:val"] ?? least);
  return Number.isInteger(span) ? Math.min(Math.max(span, least), mostColumns) : least;
}
