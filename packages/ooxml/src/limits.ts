import { OoxmlError, type OoxmlErrorInfo } from "./errors.ts";

/** How much a package may ask of the machine. All are checked before anything is inflated. */
export interface Limits {
  /** Entries of the zip. */
  readonly entries: number;
  /** Inflated bytes of one entry, and of all entries together. */
  readonly size: number;
  readonly total: number;
  /** Inflated bytes for one compressed byte, of parts above 10 MB; checked when one is read. */
  readonly ratio: number;
  /** Elements inside each other, and elements and texts of one part. */
  readonly depth: number;
  readonly nodes: number;
}

/** Far above any report: a thousand pages of Word are 5 MB of XML, 15 levels deep. */
export const defaultLimits: Limits = { entries: 10_000, size: 100_000_000, total: 1_000_000_000, ratio: 400, depth: 500, nodes: 4_000_000 };

type What = OoxmlErrorInfo["ooxml/too-large"]["what"];

const unit: Readonly<Record<What, string>> = {
  entries: "zip entries",
  size: "bytes in one entry",
  total: "bytes in all entries",
  ratio: "bytes out of one compressed byte",
  depth: "elements inside each other",
  nodes: "elements and texts",
};

/** @throws OoxmlError when more is asked than is allowed. */
export function within(limits: Limits, what: What, found: number, part?: string): void {
  const limit = limits[what];
  if (found <= limit) return;
  const place = part === undefined ? "The package" : `The part ${part}`;
  throw new OoxmlError(
    "ooxml/too-large",
    `${place} has ${found} ${unit[what]}; the limit is ${limit}. Raise it in the options if the file is to be trusted.`,
    { what, found, limit, ...(part === undefined ? {} : { part }) },
  );
}
