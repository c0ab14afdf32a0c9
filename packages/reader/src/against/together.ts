import { near, relations, type Ties } from "@khop/core";
import type { Figure } from "../document.ts";
import { isLevel, isRate } from "./changes.ts";
import { type Pairable, type Pairing, type Side, sideOf } from "./pair.ts";
import type { Placed } from "./passages.ts";
import { type Other, Tying } from "./ties.ts";
import { wordsOf } from "./words.ts";

/** Words that tell no figure from another: small ones, and those for the whole of a place. */
const EMPTY = new Set(
  "là có được đã đạt số tổng cộng của và các những với cho về trên ở tại trong đó này thì theo toàn cả tỉnh huyện xã thành phố địa bàn nước cấp tỷ lệ tỉ chiếm gồm bao còn lại khoảng hơn gần ước tháng kỳ năm từ ngày đến".split(
    " ",
  ),
);
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/cấp\s+tỉnh/iu, "province"],
  [/cấp\s+huyện/iu, "district"],
  [/cấp\s+xã/iu, "commune"],
];
/** A row that stands for all others. */
const WHOLE = /tổng|cộng|toàn|cả\s/iu;
/** Names of fewer words, beside those of the unit, are shared by figures that have nothing to do with each other. */
const ENOUGH = 2;
const INTENDED = 0.9;

/**
 * Ties two files of one dossier, a report and its annex: a figure that both name alike is one figure, and the rows below a heading of
 * the one make the total that the other names alike.
 *
 * Only names that stand for one value in each file are taken, and figures that are far apart are taken for different ones.
 */
export function together(report: Pairable, annex: Pairable, other: Other): Ties {
  const [now, before] = [sideOf(report), sideOf(annex)];
  const tying = new Tying(pairingOf(before, now), other, "beside");
  const [here, there] = [namedIn(now), namedIn(before)];
  for (const [name, own] of here) {
    const others = there.get(name);
    const a = own[0]?.figure.cell;
    const b = others?.[0];
    if (a == null || b === undefined || !agree(own) || !agree(others as Placed[])) continue;
    const values = [a, tying.cellOf(b.figure)];
    const apart = { terms: values, weights: ["1", "-1"], is: "=", constant: "0" };
    const tie = { readings: [{ kind: relations.equality, places: { values } }], intended: INTENDED, cue: name };
    if (tying.verdictOf(tie) === "holds" || near(relations.linear, apart, "double")) tying.add(tie);
  }
  tieColumns(tying, here);
  return { ...tying.made(), signs: [] };
}

/** Columns of the annex that have no total of their own: their rows make the figure of the report that is named as the column is. */
function tieColumns(tying: Tying, here: ReadonlyMap<string, readonly Placed[]>): void {
  const rows = Map.groupBy(
    tying.pairing.before.passages.filter(({ kind }) => kind === "row"),
    ({ section }) => section,
  );
  for (const table of rows.values()) {
    if (table.length < 2 || table.some(({ text }) => WHOLE.test(text.slice(0, 60)))) continue;
    const columns = Map.groupBy(
      table.flatMap(({ figures }) => figures.filter(({ figure }) => isLevel(figure) && !isRate(figure))),
      ({ column }) => column,
    );
    for (const parts of columns.values()) {
      const [first] = parts;
      const names = first === undefined ? [] : namesOf(first.heading, { ...plain, quantity: first.figure.quantity }, undefined);
      const own = names.map((name) => here.get(name)).find((one) => one !== undefined);
      const total = own?.[0]?.figure.cell;
      if (total == null || parts.length !== table.length || !agree(own as Placed[])) continue;
      const places = { total, parts: parts.map(({ figure }) => tying.cellOf(figure)) };
      const tie = { readings: [{ kind: relations.total, places }], intended: 0.8, cue: first?.heading ?? "" };
      if (tying.verdictOf(tie) === "holds" || near(relations.total, places, "some")) tying.add(tie);
    }
  }
}

/** What a heading says nothing of. */
const plain: Figure = { id: "", text: "", start: 0, end: 0, role: "quantity", label: "", quantity: null, cell: null };

/** Level figures by what they are called; one called too briefly is left out. */
function namedIn({ placed }: Side): ReadonlyMap<string, Placed[]> {
  const named = new Map<string, Placed[]>();
  for (const one of placed.values()) {
    if (!isLevel(one.figure) || one.figure.hedge !== undefined) continue;
    for (const name of namesOf(one.figure.label, one.figure, one.month)) {
      const known = named.get(name);
      if (known === undefined) named.set(name, [one]);
      else known.push(one);
    }
  }
  return named;
}

/**
 * The words that tell a figure apart, with its level and period: alike for one figure said in two files. With the words of its unit
 * and without them, for a table says the unit above.
 */
function namesOf(label: string, { quantity, level, period }: Figure, month: number | undefined): string[] {
  const unit = quantity?.unit;
  if (unit === undefined) return [];
  const own = new Set(wordsOf(unit.kind === "percent" ? "" : unit.id));
  const words = new Set(wordsOf(label).filter((word) => !EMPTY.has(word)));
  const bare = [...words].filter((word) => !own.has(word));
  const full = [...new Set([...words, ...own])];
  const said = level ?? LEVELS.find(([form]) => form.test(label))?.[1] ?? "";
  const rest = [unit.kind === "count" ? "count" : unit.id, said, period?.toLowerCase().replace(/\s+/g, " ") ?? "", month ?? ""];
  const names = [bare.length >= ENOUGH ? bare : [], full.length > ENOUGH ? full : []].filter((name) => name.length > 0);
  return [...new Set(names.map((name) => [name.sort().join(" "), ...rest].join("|")))];
}

/** All of one name say one value in one unit. */
const agree = (figures: readonly Placed[]): boolean =>
  figures.every(({ figure: { quantity } }) => quantity !== null && figures[0]?.figure.quantity?.value.eq(quantity.value) === true);

/** Two files side by side: nothing in them goes on from one to the other. */
const pairingOf = (before: Side, now: Side): Pairing => ({
  before,
  now,
  periods: { before: null, now: null, standing: "untold" },
  passages: [],
  figures: [],
  pairOf: () => undefined,
});
