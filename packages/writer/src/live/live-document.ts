import { type OoxmlPackage, openPackage, type XmlElement } from "@khop/ooxml";
import { type FigureRecord, figuresNamespace, type MadeBy, recordsIn } from "../docx/figure-records.ts";

/** A figure of a Word file that knows its fact. */
export interface LiveFigure extends FigureRecord {
  /** As it stands there now. */
  readonly now: string;
  /** Whether somebody wrote something else over it. */
  readonly isEdited: boolean;
}

/** Where the words of a figure stand. */
export interface Control {
  readonly part: string;
  /** The texts of its runs, in order. */
  readonly texts: readonly XmlElement[];
}

/** A Word file whose figures know their facts. */
export class LiveDocument {
  readonly package: OoxmlPackage;
  /** The part that lists the figures. */
  readonly list: string;
  readonly madeBy: MadeBy | undefined;
  /** In the order that they were written. */
  readonly figures: readonly LiveFigure[];
  /** All that were written, those that were taken out since among them. */
  readonly records: readonly FigureRecord[];
  /** Figures that were taken out of the text. */
  readonly gone: readonly FigureRecord[];
  readonly #controls = new Map<LiveFigure, Control>();

  constructor(opened: OoxmlPackage, list: string, controls: ReadonlyMap<string, readonly (Control & { readonly tag: string })[]>) {
    const { records, madeBy } = recordsIn(opened.xml(list));
    const figures: LiveFigure[] = [];
    const gone: FigureRecord[] = [];
    for (const record of records) {
      // A control that was copied has an id of its own, and stands for nothing that was written by us.
      const control = controls.get(record.id)?.find(({ tag }) => tag === record.tag);
      if (control === undefined) gone.push(record);
      else {
        const now = control.texts.map(({ text }) => text).join("");
        const figure = { ...record, now, isEdited: now !== record.text };
        figures.push(figure);
        this.#controls.set(figure, control);
      }
    }
    this.package = opened;
    this.list = list;
    this.madeBy = madeBy;
    this.records = records;
    this.figures = figures;
    this.gone = gone;
  }

  controlOf(figure: LiveFigure): Control {
    return this.#controls.get(figure) as Control;
  }
}

/**
 * The figures of a Word file that know their facts, as they were written and as they stand now; undefined for a file of other makers.
 *
 * - Throws: `OoxmlError` for what is no package of Office.
 */
export function liveDocument(bytes: Uint8Array): LiveDocument | undefined {
  const opened = openPackage(bytes);
  const list = opened.parts.find((part) => /^customxml\/[^/]+\.xml$/i.test(part) && isList(opened, part));
  if (list === undefined) return undefined;
  const parts = [opened.main, opened.related("footnotes", opened.main)].filter((part) => part !== undefined);
  const controls = new Map<string, (Control & { tag: string })[]>();
  for (const part of parts) {
    for (const { id, tag, texts } of controlsIn(opened.xml(part))) controls.set(id, [...(controls.get(id) ?? []), { part, tag, texts }]);
  }
  return new LiveDocument(opened, list, controls);
}

const isList = (opened: OoxmlPackage, part: string): boolean => opened.text(part).includes(figuresNamespace);

function controlsIn(root: XmlElement): { readonly id: string; readonly tag: string; readonly texts: readonly XmlElement[] }[] {
  return [...below(root)].flatMap((element) => {
    if (element.name !== "w:sdt") return [];
    const properties = element.child("w:sdtPr");
    const [id, tag] = ["w:id", "w:tag"].map((name) => properties?.child(name)?.attributes["w:val"]);
    const content = element.child("w:sdtContent");
    if (id === undefined || tag === undefined || content === undefined) return [];
    return [{ id, tag, texts: [...below(content)].filter(({ name }) => name === "w:t") }];
  });
}

/** Every element below one, depth first; words that were struck out are no part of the text. */
function* below(root: XmlElement): Generator<XmlElement> {
  const open = [...root.elements()].reverse();
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.name === "w:del" || element.name === "w:moveFrom") continue;
    yield element;
    open.push(...[...element.elements()].reverse());
  }
}
