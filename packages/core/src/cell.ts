import type { Address } from "./address.ts";
import type { Decimal } from "./decimal.ts";
import { fromDecimal } from "./internal/rational.ts";
import { everything, Interval, integersIn } from "./interval.ts";
import type { Quantity } from "./quantity.ts";

/** Why a cell has, or has not, a quantity. Missing is not zero. */
export type Status = "stated" | "missing" | "structuralZero" | "notApplicable" | "estimated" | "provisional";

/** Which values a cell may take at all. */
export interface Domain {
  readonly integer?: boolean;
  /** In the base unit. */
  readonly min?: Decimal | string | number;
  readonly max?: Decimal | string | number;
  /** Known from outside (a registry, a law): never a suspect. */
  readonly fixed?: boolean;
}

/** Where a cell's figure stands: a span of a document, a fact, a form field. */
export type Anchor =
  | { readonly in: "document"; readonly start: number; readonly end: number }
  | { readonly in: "fact"; readonly fact: string }
  | { readonly in: "form"; readonly field: string };

/** Another document, and where a cell's figure stands in it. */
export interface Elsewhere {
  /** `earlier`: the report of an earlier period; `beside`: another file of the same dossier. */
  readonly as: "earlier" | "beside";
  readonly file: string;
  /** The id of the figure among those of that document, and its UTF-16 offsets there. */
  readonly figure: string;
  readonly start: number;
  readonly end: number;
  /** The place as people name it: "dòng 12", "đoạn 3". */
  readonly place: { readonly vi: string; readonly en: string };
}

/** Holds a quantity or waits for one. */
export interface Cell {
  readonly id: string;
  /** What the figure is of, as its author names it: "hồ sơ trễ hạn, cấp huyện". */
  readonly label: string;
  readonly quantity: Quantity | null;
  readonly status: Status;
  /** Not printed anywhere: the population behind a density, last month's value behind a growth rate. */
  readonly hidden: boolean;
  readonly domain: Domain;
  readonly address: Address;
  readonly anchor?: Anchor;
  /** Where the figure stands when that is not the document in hand. */
  readonly elsewhere?: Elsewhere;
}

export interface CellInput {
  readonly id: string;
  /** A function is asked for the label when it is first needed. */
  readonly label?: string | (() => string);
  readonly quantity?: Quantity | null;
  readonly status?: Status;
  readonly hidden?: boolean;
  readonly domain?: Domain;
  readonly address?: Address;
  readonly anchor?: Anchor;
  readonly elsewhere?: Elsewhere;
}

const anywhere: Address = {};
const anything: Domain = {};

class PlainCell implements Cell {
  readonly id: string;
  readonly quantity: Quantity | null;
  readonly status: Status;
  readonly hidden: boolean;
  readonly domain: Domain;
  readonly address: Address;
  readonly anchor?: Anchor;
  readonly elsewhere?: Elsewhere;
  #label: string | (() => string);

  constructor(input: CellInput) {
    this.id = input.id;
    this.#label = input.label ?? input.id;
    this.quantity = input.quantity ?? null;
    this.status = input.status ?? (input.quantity ? "stated" : "missing");
    this.hidden = input.hidden ?? false;
    this.domain = input.domain ?? anything;
    this.address = input.address ?? anywhere;
    if (input.anchor !== undefined) this.anchor = input.anchor;
    if (input.elsewhere !== undefined) this.elsewhere = input.elsewhere;
  }

  get label(): string {
    if (typeof this.#label === "function") this.#label = this.#label();
    return this.#label;
  }
}

/** A cell with what is not said filled in: stated if it has a quantity, else missing. */
export function cellOf(input: CellInput): Cell {
  return new PlainCell(input);
}

/** The cell with another quantity. */
export function cellWith(cell: Cell, quantity: Quantity | null): Cell {
  const { id, hidden, domain, address, anchor, elsewhere } = cell;
  return cellOf({
    id,
    label: () => cell.label,
    quantity,
    hidden,
    domain,
    address,
    ...(anchor === undefined ? {} : { anchor }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  });
}

/** The values a domain allows, as an interval; null when it allows none. */
export function domainInterval(domain: Domain): Interval | null {
  if (domain.min === undefined && domain.max === undefined) return everything;
  const low = domain.min === undefined ? null : fromDecimal(domain.min);
  const high = domain.max === undefined ? null : fromDecimal(domain.max);
  const all = new Interval(low, high);
  return domain.integer ? integersIn(all) : all;
}
