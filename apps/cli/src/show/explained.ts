import { addressKey, type Cell, type Checked, check, type Fact, workingOf } from "@khop/core";
import type { Language } from "../language.ts";
import type { Behind } from "../work/folder-network.ts";
import { dayVi } from "./day.ts";

/** How far down what a figure is made of is told, in steps. */
const deepest = 8;

/** Relations that say how a figure is made, the plainest first; the others only tell what goes with it. */
const makers = ["total", "share", "ratio", "difference", "growth", "cumulative", "balance", "completion", "mean", "equality"];

/** Where a figure comes from: its indicator, the arithmetic that makes it, and so on down to the facts that were told. */
export function explanation(key: string, now: string, behind: Behind, language: Language): string {
  const cell = behind.network.cells.find(({ address }) => addressKey(address) === key);
  if (cell === undefined) return { vi: `${now}: không còn số liệu ${key}.\n`, en: `${now}: there is no fact ${key} any more.\n` }[language];
  const tree = new Explaining(behind, language);
  return [`${now}: ${cell.label}`, `  ${codeOf(cell)}`, ...tree.below(cell, 1)].join("\n").concat("\n");
}

/** As tables of figures and templates name it. */
const codeOf = ({ address: { indicator = "", members = {} } }: Cell): string => [indicator, ...Object.values(members)].join(" ");

class Explaining {
  readonly #told: ReadonlyMap<string, Fact>;
  readonly #makers: ReadonlyMap<Cell, readonly Checked[]>;
  readonly #language: Language;
  readonly #shown = new Set<Cell>();

  constructor({ facts, network }: Behind, language: Language) {
    this.#told = facts;
    this.#language = language;
    const ranked = check(network).checked.filter(({ relation }) => makers.includes(relation.kind.kind));
    ranked.sort((a, b) => makers.indexOf(a.relation.kind.kind) - makers.indexOf(b.relation.kind.kind));
    this.#makers = Map.groupBy(ranked, ({ relation }) => relation.focus);
  }

  below(cell: Cell, depth: number): string[] {
    const indent = "    ".repeat(depth).slice(2);
    const fact = this.#told.get(addressKey(cell.address));
    if (fact !== undefined) return [`${indent}${this.#entered(fact)}`];
    const [made] = (this.#makers.get(cell) ?? []).filter(({ relation }) =>
      relation.cells.every((one) => one === cell || one.quantity !== null),
    );
    if (made === undefined || depth > deepest)
      return [`${indent}${this.#say("không có số liệu nào làm ra con số này", "no facts make this figure")}`];
    const { lines } = workingOf(made, this.#language);
    return lines.flatMap((line) => {
      if (line.cell === cell) return [];
      const told = `${indent}${line.sign === "" ? "=" : line.sign} ${line.text}${line.cell === null ? "" : `  ${line.cell.label}`}`;
      if (line.cell === null || this.#shown.has(line.cell)) return [told];
      this.#shown.add(line.cell);
      return [told, ...this.below(line.cell, depth + 1)];
    });
  }

  #entered({ source, asOf }: Fact): string {
    const day = asOf === undefined ? "" : this.#say(`, tính đến ngày ${dayVi(asOf)}`, `, as of ${asOf}`);
    return `${this.#say("số liệu nhập vào", "entered")}${source === undefined ? "" : ` (${source})`}${day}`;
  }

  #say(vi: string, en: string): string {
    return { vi, en }[this.#language];
  }
}
