import { amend, Decimal, type Examination, examine, type Finding } from "@khop/core";
import type { Figure } from "@khop/reader";
import type { Previous } from "@khop/reader/against";
import { type Acceptance, type Joined, joined, Places, placeWords, reprinted, valueText } from "@khop/reader/checked";
import type { Format, OpenDocument } from "@khop/reader/file";
import type { Language } from "../language.tsx";
import type { Decisions } from "./view.ts";

/** A file on the desk. */
export interface Opened {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly document: OpenDocument;
}

/** A document with its findings, and those of them that were accepted as they are. */
export interface Standing extends Joined {
  readonly previous?: Previous;
  readonly waived: ReadonlyMap<Finding, Acceptance>;
}

const undecided: Decisions = { accepted: {}, waived: {} };

/** A report under check, with what a person decided about it. Nothing is computed here: core does. */
export class Desk {
  readonly opened: Opened;
  readonly #places: Places;
  #earlier: Opened | undefined;
  #against: typeof import("@khop/reader/against") | undefined;
  #decisions = undecided;
  #now: Standing;

  constructor(opened: Opened) {
    this.opened = opened;
    this.#places = new Places(opened.document.text, opened.document.source);
    this.#now = this.#examined({});
  }

  /** The report as the decisions leave it. */
  get now(): Standing {
    return this.#now;
  }

  get decisions(): Decisions {
    return this.#decisions;
  }

  /** Holds the report against an earlier one, or against none any more. */
  async hold(earlier: Opened | undefined): Promise<void> {
    if (earlier !== undefined) this.#against ??= await import("@khop/reader/against");
    this.#earlier = earlier;
    this.decide(this.#decisions);
  }

  decide(decisions: Decisions): void {
    this.#decisions = decisions;
    const standing = this.#examined(decisions.accepted);
    this.#now = { ...standing, waived: waivedIn(standing, decisions.waived) };
  }

  /** The report as it was handed in, what was waived or repaired told of as accepted. */
  printed(language: Language): Standing {
    const { accepted, waived } = this.#decisions;
    const standing = this.#examined({});
    const repaired = standing.findings.flatMap((finding) => {
      const figure = accusedIn(finding, standing);
      const value = figure && accepted[figure.id];
      return figure === undefined || value === undefined
        ? []
        : [[finding, { reason: repairedAs(valueText(figure, new Decimal(value)), language) }] as const];
    });
    return { ...standing, waived: new Map([...waivedIn(standing, waived), ...repaired]) };
  }

  /** Figures that were repaired, as their author would print them. */
  repaired(): Record<string, string> {
    const byId = new Map(this.opened.document.figures.map((figure) => [figure.id, figure]));
    return Object.fromEntries(
      Object.entries(this.#decisions.accepted).flatMap(([id, value]) => {
        const figure = byId.get(id);
        return figure === undefined ? [] : [[id, reprinted(figure, new Decimal(value))]];
      }),
    );
  }

  placeOf(offset: number, language: Language): string {
    return this.#places.inWords(offset, { place: placeWords[language] });
  }

  #examined(accepted: Decisions["accepted"]): Standing {
    const { document } = this.opened;
    const network = amend(document.network, new Map(Object.entries(accepted).map(([id, value]) => [id, new Decimal(value)])));
    const figures =
      network === document.network ? document.figures : figuresOn(document.figures, new Map(network.cells.map((cell) => [cell.id, cell])));
    let examination: Examination = examine(network);
    let previous: Previous | undefined;
    if (this.#earlier !== undefined && this.#against !== undefined) {
      const { text, blocks = [], source } = document;
      const amended = { text, figures, network, blocks, ...(source === undefined ? {} : { source }) };
      ({ examination, previous } = this.#against.heldAgainst(amended, examination, {
        file: this.#earlier.name,
        document: this.#earlier.document,
      }));
    }
    const whole = joined({ text: document.text, figures, blocks: document.blocks ?? [] }, examination);
    return { ...whole, ...(previous === undefined ? {} : { previous }), waived: new Map() };
  }
}

/** The figures of a document, those whose cells say something else now with them. */
const figuresOn = (figures: readonly Figure[], cells: ReadonlyMap<string, NonNullable<Figure["cell"]>>): Figure[] =>
  figures.map((figure) => {
    const cell = figure.cell === null ? undefined : cells.get(figure.cell.id);
    return cell === undefined || cell === figure.cell ? figure : { ...figure, cell, quantity: cell.quantity };
  });

function waivedIn({ findings, findingId }: Joined, waived: Decisions["waived"]): Map<Finding, Acceptance> {
  return new Map(
    findings.flatMap((finding) => {
      const reason = waived[findingId(finding)];
      return reason === undefined ? [] : [[finding, { reason }] as const];
    }),
  );
}

/** The one figure that a finding accuses, where it accuses one and knows what it should be. */
export function accusedIn({ ambiguous, suspects }: Finding, { figureOf }: Joined): Figure | undefined {
  const [only, ...others] = suspects;
  return only === undefined || ambiguous || others.length > 0 || only.expected === null ? undefined : figureOf(only.cell);
}

const repairedAs = (value: string, language: Language): string => (language === "vi" ? `Đã nhận ${value}` : `${value} was accepted`);
