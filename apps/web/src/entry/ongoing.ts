import { factsIn as factsOf, fill, networkOf, parseReportRegime, partsOf, type ReportRegime, rowsOf } from "@khop/catalog/report";
import { type Cell, type Checked, type Culprits, check, type Finding, judge, locate, type Period, period, previous } from "@khop/core";
import { factsIn, keyOfFact, regimeOf, unitOf } from "./facts.ts";
import { type Asked, type Book, type Cells, keyOf, type Reworked, type RuleSaid, type Said, type Typed } from "./view.ts";

type Figures = Readonly<Record<string, string>>;
type Faults = Readonly<Record<string, Said>>;

/** A part of the regime that no rule ties to the others, with what came of it last. */
interface Part {
  readonly regime: ReportRegime;
  readonly periods: readonly Period[];
  readonly cells: Record<string, Typed>;
  figures: Figures;
  faults: Faults;
  checked: readonly Checked[];
  culprits: readonly Culprits[];
}

/** A book that is being filled in: a change works out its own part anew, and nothing else. All of it is worked out by core. */
export class Ongoing {
  readonly #book: Omit<Book, "cells">;
  readonly #regime: ReportRegime;
  readonly #now: Period;
  readonly #parts: readonly Part[];
  readonly #partsOf = new Map<string, Part[]>();

  constructor({ book, regime }: Asked["open"]) {
    this.#book = book;
    this.#regime = regime === undefined ? regimeOf(book) : parseReportRegime(regime);
    this.#now = period(book.period);
    const both = [previous(this.#now), this.#now];
    this.#parts = partsOf(this.#regime).flatMap((one) =>
      (looksBack(one) ? [both] : both.map((of) => [of])).map((periods) => partOf(one, periods)),
    );
    for (const part of this.#parts)
      for (const { id } of part.regime.indicators) this.#partsOf.set(id, [...(this.#partsOf.get(id) ?? []), part]);
  }

  /** Takes texts that were typed, or null where there is none any more, and says what has changed by them. */
  change(changes: Asked["change"]["changes"]): Reworked {
    const touched = new Set<Part>();
    for (const [key, typed] of Object.entries(changes)) {
      const part = this.#at(key);
      if (part === undefined) continue;
      touched.add(part);
      if (typed === null) delete part.cells[key];
      else part.cells[key] = typed;
    }
    const figures: Record<string, string | null> = {};
    const faults: Record<string, Said | null> = {};
    for (const part of touched) {
      const before = { ...part };
      this.#work(part);
      Object.assign(
        figures,
        changed(before.figures, part.figures, (a, b) => a === b),
      );
      Object.assign(
        faults,
        changed(before.faults, part.faults, (a, b) => a.vi === b.vi),
      );
    }
    return { figures, faults, rules: this.#rules() };
  }

  #at(key: string): Part | undefined {
    const [when, indicator = ""] = key.split(" ");
    const parts = this.#partsOf.get(indicator) ?? [];
    return parts.find(({ periods }) => periods.some(({ id }) => id === when)) ?? parts.find(({ periods }) => periods.length > 1);
  }

  #work(part: Part): void {
    const { regime, periods } = part;
    const book = { ...this.#book, cells: part.cells };
    const { facts, issues } = factsIn(book, regime);
    const scope = { orgUnits: [unitOf(book, regime)], periods, facts };
    const { network } = fill(regime, scope);
    const [, ...rows] = rowsOf(regime, factsOf(network));
    part.figures = Object.fromEntries(rows.map(([code = "", , , when = "", value = ""]) => [keyOf(when, code), value]));
    const faults: Record<string, Said> = {};
    for (const { place, vi, en } of issues) faults[place] ??= { vi, en };
    part.faults = faults;
    // What only follows from a figure bears no witness to it.
    const result = check(networkOf(regime, scope));
    part.checked = result.checked;
    part.culprits = locate(result);
  }

  /** What does not fit. Habits of rounding are those of all parts together. */
  #rules(): RuleSaid[] {
    const findings = judge(
      { checked: this.#parts.flatMap(({ checked }) => checked) },
      this.#parts.flatMap(({ culprits }) => culprits),
    );
    const here = ({ cells, severity }: Finding): boolean =>
      severity !== "info" && cells.some(({ address }) => address.period?.id === this.#now.id);
    return findings.filter(here).map((finding) => this.#ruleOf(finding));
  }

  #ruleOf({ severity, message, cells, suspects, ambiguous }: Finding): RuleSaid {
    const keyIn = ({ address: { indicator, members, period: of } }: Cell): string | undefined =>
      indicator === undefined || of === undefined
        ? undefined
        : keyOfFact(this.#regime, { indicator, ...(members === undefined ? {} : { members }), period: of });
    const entered = (key: string): boolean => key in (this.#at(key)?.cells ?? {});
    const keys = [...new Set(cells.flatMap((cell) => keyIn(cell) ?? []))];
    const [only, ...others] = suspects;
    const key = only === undefined ? undefined : keyIn(only.cell);
    const certain =
      !ambiguous && others.length === 0 && only?.expected != null && only.cell.quantity !== null && key !== undefined && entered(key);
    const likely = certain ? { key: key as string, text: printedAs(only as NonNullable<typeof only>) } : undefined;
    return {
      keys: [...keys.filter(entered), ...keys.filter((one) => !entered(one))],
      grave: severity === "error",
      message,
      ...(likely === undefined ? {} : { likely }),
    };
  }
}

const partOf = (regime: ReportRegime, periods: readonly Period[]): Part => ({
  regime,
  periods,
  cells: {},
  figures: {},
  faults: {},
  checked: [],
  culprits: [],
});

/** Whether a rule ties figures of one period to those of another. */
const looksBack = ({ rules }: ReportRegime): boolean => rules.some(({ places }) => /"period":/.test(JSON.stringify(places)));

/** A book opened, and all that follows from what stands in it. */
export function opened(asked: Asked["open"]): { readonly ongoing: Ongoing; readonly said: Reworked } {
  const ongoing = new Ongoing(asked);
  return { ongoing, said: ongoing.change(asked.book.cells satisfies Cells) };
}

/** What is otherwise after than before, by its key; null for what is gone. */
function changed<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  same: (a: T, b: T) => boolean,
): Record<string, T | null> {
  const others: Record<string, T | null> = {};
  for (const key of Object.keys(before)) if (!(key in after)) others[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const was = before[key];
    if (was === undefined || !same(was, value)) others[key] = value;
  }
  return others;
}

function printedAs({ cell, expected }: Finding["suspects"][number]): string {
  const { quantity } = cell;
  if (quantity === null || expected === null) return "";
  const unit = quantity.unitText;
  const text = quantity.corrected(expected).format();
  return unit !== "" && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
}
