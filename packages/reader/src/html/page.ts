import { gridOf, holdsFigures, saidIn, type TableRow } from "../writing/grid.ts";
import { withMarks } from "../writing/marks.ts";
import { isNumber, signsTurned } from "../writing/numbers.ts";
import { linesOf, writeParagraph } from "../writing/paragraph.ts";
import { type SheetRow, writeSheet } from "../writing/sheet.ts";
import type { Origin } from "../writing/source.ts";
import { type Stretch, Writing } from "../writing/writing.ts";
import { PageFonts } from "./fonts.ts";
import { Line, type Look } from "./inline.ts";
import { type Items, itemsOf } from "./list.ts";
import { isBlock, isHeading, isHidden, isRaised, isSignFont, keepsSpace } from "./look.ts";
import { isBackLink, markOf, notesOf } from "./notes.ts";
import type { HtmlPlace } from "./source.ts";
import { captionsOf, type HtmlRow, rowsOf } from "./table.ts";
import type { HtmlElement } from "./tree.ts";

/** What characters and paragraphs take from where they stand. */
interface Setting extends Look {
  readonly heading: boolean;
  /** The list whose items these are. */
  readonly items?: Items;
  /** The item whose first paragraph is not written yet: what stands before it. */
  readonly item?: { lead: string; readonly depth: number };
  /** The mark of the note whose text this is. */
  readonly note?: string;
  /** The cell that a paragraph stands in; elsewhere paragraphs are counted. */
  readonly place?: HtmlPlace;
}

/** What a walk through elements meets. */
interface Sink {
  readonly line: Line;
  /** A paragraph ends here. */
  readonly end: (setting: Setting) => void;
  readonly table: (table: HtmlElement, setting: Setting) => void;
}

const plain: Setting = { raised: false, kept: false, signs: false, heading: false };

/** Reads the elements of a page into one text with its blocks. */
export class Page {
  readonly writing = new Writing<Origin, HtmlPlace>({ kind: "paragraph", number: 1 });
  readonly fonts: PageFonts;
  readonly #root: HtmlElement;
  readonly #notes: ReadonlyMap<string, string>;
  #paragraphs = 0;
  #tables = 0;

  constructor(root: HtmlElement, source: string) {
    this.#root = root;
    this.fonts = new PageFonts(root, source);
    this.#notes = notesOf(root);
  }

  read(): void {
    this.#flow(this.#root, plain);
  }

  #flow(element: HtmlElement, setting: Setting): void {
    const line = new Line(this.fonts.text);
    const end = (at: Setting): void => this.#paragraph(line, at);
    this.#walk(element, setting, { line, end, table: (table, at) => this.#table(table, at) });
    end(setting);
  }

  #walk(parent: HtmlElement, setting: Setting, sink: Sink): void {
    for (const node of parent.children) {
      if (node.kind === "text") sink.line.add(node, setting);
      else if (!isHidden(node)) this.#element(node, setting, sink);
    }
  }

  #element(element: HtmlElement, setting: Setting, sink: Sink): void {
    const mark = markOf(element, setting.raised);
    if (mark !== undefined) sink.line.mark(mark);
    else if (element.name === "br") sink.line.break(element);
    else if (element.name === "table") {
      sink.end(setting);
      sink.table(element, setting);
    } else if (isBlock(element)) {
      sink.end(setting);
      const own = this.#inside(element, setting);
      this.#walk(element, own, sink);
      sink.end(own);
    } else if (!isBackLink(element)) this.#walk(element, this.#lookIn(element, setting), sink);
  }

  /** How letters look inside an element. */
  #lookIn(element: HtmlElement, setting: Setting): Setting {
    const raised = setting.raised || isRaised(element);
    const kept = setting.kept || keepsSpace(element);
    const signs = setting.signs || isSignFont(element);
    const decoder = this.fonts.decoderIn(element, setting.decoder);
    const same = raised === setting.raised && kept === setting.kept && signs === setting.signs && decoder === setting.decoder;
    return same ? setting : { ...setting, raised, kept, signs, decoder };
  }

  /** What a block adds to its setting. */
  #inside(element: HtmlElement, setting: Setting): Setting {
    const look = this.#lookIn(element, setting);
    const note = this.#notes.get(element.attributes.id ?? "");
    if (note !== undefined) return { ...look, note, place: { kind: "footnote", mark: note } };
    if (/^(?:ul|ol|menu|dir)$/.test(element.name)) return { ...look, items: itemsOf(element, setting.items?.depth ?? 0) };
    const { items, item: _, ...rest } = look;
    if (element.name === "li" && items !== undefined && setting.note === undefined && items.depth > 0)
      return { ...look, item: { lead: items.next(element), depth: items.depth } };
    if (isHeading(element)) return { ...rest, heading: true };
    return element.name === "li" ? rest : look;
  }

  #paragraph(line: Line, { heading, item, note, place }: Setting): void {
    const atoms = line.take();
    // A note that opens with its own mark need not be given one.
    if (note !== undefined && atoms[0]?.cut?.mark === note) atoms.shift();
    const lines = linesOf(withMarks(atoms));
    const [first, ...others] = lines;
    if (first === undefined) return;
    if (place === undefined) this.#paragraphs += 1;
    this.writing.place(place ?? { kind: "paragraph", number: this.#paragraphs });
    const lead: Stretch<Origin>[] =
      item === undefined || item.lead === "" ? [] : [{ text: indent(item.depth) + item.lead, origin: null, cut: {} }];
    const depth = lead.length === 0 ? 0 : (item?.depth ?? 0);
    if (item !== undefined) item.lead = "";
    writeParagraph(this.writing, [[...lead, ...first], ...others], { heading, depth, ...(note === undefined ? {} : { note }) });
  }

  #table(table: HtmlElement, setting: Setting): void {
    for (const caption of captionsOf(table)) this.#flow(caption, { ...setting, heading: false });
    this.#tables += 1;
    const number = this.#tables;
    const inside: [HtmlElement, Setting][] = [];
    const rows = rowsOf(table);
    const written = rows.map((row) => this.#row(row, setting, inside));
    const placeAt = (row: number, column: number): HtmlPlace => ({ kind: "cell", table: number, row: row + 1, column: column + 1 });
    const grid = gridOf(written);
    if (!holdsFigures(grid)) {
      rows.forEach(({ cells }, row) => {
        for (const { element, column } of cells)
          if (element !== undefined)
            this.#flow(element, { ...this.#lookIn(element, setting), place: setting.place ?? placeAt(row, column) });
      });
      return;
    }
    writeSheet(this.writing, sheetOf(written), ({ index }, column) => placeAt(index, column));
    for (const [nested, own] of inside) this.#table(nested, own);
  }

  #row({ cells, repeated }: HtmlRow, setting: Setting, inside: [HtmlElement, Setting][]): TableRow<Origin> {
    return {
      repeated,
      cells: cells.map(({ element, ...cell }) => ({
        ...cell,
        stretches: element === undefined ? [] : this.#cell(element, setting, inside),
      })),
    };
  }

  /** What a cell says on one line; tables in it come behind its own. */
  #cell(element: HtmlElement, setting: Setting, inside: [HtmlElement, Setting][]): Stretch<Origin>[] {
    const line = new Line(this.fonts.text);
    const own: Setting = { ...this.#lookIn(element, setting), heading: false };
    this.#walk(element, own, { line, end: () => line.space(), table: (table, at) => inside.push([table, at]) });
    const stretches = withMarks(line.take());
    return isEnglish(element) ? stretches.map(inVietnamese) : stretches;
  }
}

/** The rows that say something, as those of a spreadsheet: programs write a whole sheet as one table, its titles and empty rows with it. */
const sheetOf = (rows: readonly TableRow<Origin>[]): SheetRow<Origin>[] =>
  rows.flatMap(({ cells, repeated }, index) => {
    const own = cells.filter(({ merged, stretches }) => merged || saidIn(stretches) !== "");
    return own.length === 0 ? [] : [{ index, cells: own, repeated }];
  });

/** LibreOffice says in which language a cell shows its number: 1033 is English, where a dot stands before decimals. */
const isEnglish = ({ attributes: { sdnum = "" } }: HtmlElement): boolean => (Number(/^\d+/.exec(sdnum)?.[0] ?? 0) & 0x3ff) === 9;

const inVietnamese = (stretch: Stretch<Origin>): Stretch<Origin> =>
  isNumber(stretch.text) ? { ...stretch, text: signsTurned(stretch.text) } : stretch;

const indent = (depth: number): string => "  ".repeat(Math.min(depth, 10) - 1);
