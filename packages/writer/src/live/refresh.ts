import type { Quantity } from "@khop/core";
import { escapeXml, PackageEdit } from "@khop/ooxml";
import { type FigureRecord, recordsXml } from "../docx/figure-records.ts";
import type { Facts } from "../report/facts.ts";
import { spell } from "../report/spell.ts";
import type { LiveDocument, LiveFigure } from "./live-document.ts";

/** A figure whose fact says something else now. */
export interface Changed {
  readonly figure: LiveFigure;
  readonly text: string;
  /** Whether it became zero or is zero no longer: the words around it may have to say so. */
  readonly turnsZero: boolean;
}

export interface Refreshed {
  readonly bytes: Uint8Array;
  /** Written anew. */
  readonly changed: readonly Changed[];
  /** Edited by hand, and left as they are; `text` is what the facts say. */
  readonly edited: readonly { readonly figure: LiveFigure; readonly text: string }[];
  /** Whose facts are not among those given, and left as they are. */
  readonly unknown: readonly LiveFigure[];
}

/**
 * A Word file with its figures as the facts have them now; everything else stays byte for byte, every edit of the words too.
 *
 * - A figure that somebody wrote over is reported and left alone, and so is one that there is no fact of.
 */
export function refresh(live: LiveDocument, facts: Facts): Refreshed {
  const changed: Changed[] = [];
  const edited: { figure: LiveFigure; text: string }[] = [];
  const unknown: LiveFigure[] = [];
  for (const figure of live.figures) {
    const quantity = facts.get(figure.fact);
    if (quantity === undefined) {
      unknown.push(figure);
      continue;
    }
    const text = spell(quantity, figure.writing);
    if (figure.isEdited) {
      if (figure.now !== text) edited.push({ figure, text });
    } else if (text !== figure.text) changed.push({ figure, text, turnsZero: isZero(figure) !== (quantity?.value.isZero() ?? false) });
  }
  return { bytes: saved(live, changed, facts), changed, edited, unknown };
}

const isZero = ({ value }: FigureRecord): boolean => value !== undefined && /^-?0*(?:\.0*)?$/.test(value);

function saved(live: LiveDocument, changed: readonly Changed[], facts: Facts): Uint8Array {
  const edit = new PackageEdit(live.package);
  const byPart = Map.groupBy(changed, ({ figure }) => live.controlOf(figure).part);
  for (const [part, own] of byPart) {
    const places = own.flatMap(({ figure, text }) =>
      live.controlOf(figure).texts.map(({ openEnd, closeStart }, i) => ({ from: openEnd, to: closeStart, text: i === 0 ? text : "" })),
    );
    places.sort((a, b) => b.from - a.from);
    let xml = live.package.text(part);
    for (const { from, to, text } of places) xml = xml.slice(0, from) + escapeXml(text) + xml.slice(to);
    edit.put(part, xml);
  }
  const anew = new Map(changed.map(({ figure, text }) => [figure.id, { text, quantity: facts.get(figure.fact) ?? null }]));
  const records = live.records.map((record) => recordOf(record, anew.get(record.id)));
  const [declaration = ""] = /^<\?xml[^>]*\?>\s*/.exec(live.package.text(live.list)) ?? [];
  if (changed.length > 0) edit.put(live.list, declaration + recordsXml(records, live.madeBy));
  return edit.save();
}

function recordOf(record: FigureRecord, now: { readonly text: string; readonly quantity: Quantity | null } | undefined): FigureRecord {
  return now === undefined ? record : { ...record, version: undefined, text: now.text, value: now.quantity?.value.toFixed() };
}
