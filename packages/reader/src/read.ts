import { cellOf, type DocumentBlock, type Domain, type Quantity, quantity } from "@khop/core";
import { assemble } from "./assemble.ts";
import { type Block, blocksOf, readingOrder } from "./blocks.ts";
import { discoverAccounts } from "./discover/accounts.ts";
import { discoverAverageGrowth } from "./discover/averages.ts";
import { discoverBalances } from "./discover/balances.ts";
import { discoverBases } from "./discover/bases.ts";
import { discoverBounds } from "./discover/bounds.ts";
import { discoverByArithmetic } from "./discover/by-arithmetic.ts";
import { discoverCalendar } from "./discover/calendar.ts";
import { changesInStep } from "./discover/change/in-step.ts";
import { sumsOfThen } from "./discover/change/sums-of-then.ts";
import { discoverChanges } from "./discover/changes.ts";
import { discoverColumns } from "./discover/columns.ts";
import { discoverComplements } from "./discover/complements.ts";
import { discoverContributions } from "./discover/contributions.ts";
import { discoverCounted } from "./discover/counted.ts";
import { discoverExclusions } from "./discover/exclusions.ts";
import { exclusionsCounted } from "./discover/exclusions-counted.ts";
import { namedExclusions } from "./discover/exclusions-named.ts";
import { discoverExcess, discoverGaps } from "./discover/gaps.ts";
import { discoverHalves } from "./discover/halves.ts";
import { discoverListMeans } from "./discover/list-means.ts";
import { discoverLists } from "./discover/lists.ts";
import { discoverListsOfChanges } from "./discover/lists-of-changes.ts";
import { discoverAdditions, discoverNamedSums } from "./discover/named-sums.ts";
import { discoverNotes } from "./discover/notes.ts";
import { discoverPairs } from "./discover/pairs.ts";
import { discoverPlans } from "./discover/plans.ts";
import { discoverPooled } from "./discover/pooled.ts";
import { discoverPrices, discoverProducts } from "./discover/products.ts";
import { weighedByParts } from "./discover/rate/weighed-by-parts.ts";
import { discoverRates } from "./discover/rates.ts";
import { discoverRatios } from "./discover/ratios.ts";
import { discoverRepeats, saidOtherwise } from "./discover/repeats.ts";
import { discoverRunning } from "./discover/running.ts";
import { discoverRuns } from "./discover/runs.ts";
import { discoverScales } from "./discover/scales.ts";
import { sharesAgainst, sharesOfUnlikes } from "./discover/share/against.ts";
import { sharesInStep } from "./discover/share/in-step.ts";
import { sharesMeantOtherwise, sharesOfSiblings } from "./discover/share/meant.ts";
import { namedRatios } from "./discover/share/named-ratio.ts";
import { sharesOutOf } from "./discover/share/out-of.ts";
import { sharesBehindWholes, sharesOverWholes } from "./discover/share/over-whole.ts";
import { discoverShares } from "./discover/shares.ts";
import { Sight } from "./discover/sight.ts";
import { discoverSlips } from "./discover/slips.ts";
import { discoverStale } from "./discover/stale.ts";
import { summedOverTwo } from "./discover/summed-over.ts";
import { discoverSummedUp } from "./discover/summed-up.ts";
import { discoverTables } from "./discover/table/index.ts";
import { discoverToldApart } from "./discover/told-apart.ts";
import { discoverWays } from "./discover/ways.ts";
import type { Figure, ReadDocument, TextFormat } from "./document.ts";
import type { Fig, Passage } from "./figures.ts";
import { labelOf } from "./label.ts";
import { misprintsIn } from "./misprints.ts";
import { styleOf } from "./numbers.ts";
import { scan } from "./scan.ts";
import { type LineEnds, shownBlocks } from "./shown.ts";
import { lendFromProse } from "./table-lent.ts";
import { tablesOf } from "./tables.ts";
import { type CleanText, clean } from "./text.ts";
import { oneTonePlace } from "./tone.ts";
import { withinNumbers } from "./writing/limits.ts";

/**
 * Reads Markdown or plain text: every number in it, and the relations that its words promise.
 *
 * - Shape: figures in the order of the text; offsets are UTF-16 into `text`, which is the source itself.
 * - Throws: `KhopError` "reader/too-large" for more numbers than any report has; text without figures gives an empty network.
 */
export function readText(text: string, format: TextFormat = "markdown"): ReadDocument {
  const ready = clean(text, format);
  return readBlocks(ready, blocksOf(ready, format));
}

/**
 * Reads a text that is cut into blocks already: what a format's own reader ends in.
 *
 * @param lineEnds whether a line's end inside a block is one that the author made
 */
export function readBlocks(ready: CleanText, blocks: readonly Block[], lineEnds: LineEnds = "soft"): ReadDocument {
  withinNumbers(ready.text);
  const text = ready.source;
  const passages = passagesOf(ready, blocks);
  const sight = sightOf(ready, passages);
  const misprints = misprintsIn(ready, passages);
  const figures: Figure[] = [];
  for (const passage of passages) for (const fig of passage.figures) figures[fig.index] = figureOf(ready, fig);
  const cells = passages
    .flatMap((passage) => passage.figures.map(({ role, cell }) => (role === "quantity" ? cell : null)))
    .filter((cell) => cell !== null);
  let shown: readonly DocumentBlock[] | undefined;
  return {
    text,
    figures,
    network: assemble(sight, cells, misprints),
    get blocks() {
      shown ??= shownBlocks(ready, blocks, lineEnds);
      return shown;
    },
  };
}

/** What is seen in a text before anything is decided; for maintainers who look for a missed relation. */
function sightOf(ready: CleanText, passages: readonly Passage[]): Sight {
  const tables = tablesOf(ready.text, passages);
  lendFromProse(tables, passages);
  const all = givenCells(ready, passages);
  const quantities = tables.length === 0 ? all : ordered(all.filter(isOfProse));
  const prose = tables.length === 0 ? passages : passages.map(withoutCells);
  const sight = new Sight(prose, quantities);
  discover(sight);
  discoverTables(sight, tables);
  discoverStale(sight, tables);
  discoverScales(sight, tables, discover);
  saidOtherwise(sight);
  discoverSummedUp(sight, tables);
  discoverByArithmetic(sight);
  return sight;
}

const isOfProse = (fig: Fig): boolean => fig.block.kind !== "row" || fig.prose;

/** A row of a table as prose sees it: nothing, but for cells of running text. */
function withoutCells(passage: Passage): Passage {
  if (passage.block.kind !== "row") return passage;
  const figures = passage.figures.filter((fig) => fig.prose);
  return figures.length > 0 ? { ...passage, figures } : { ...passage, tokens: [], figures: [], openers: [] };
}

function passagesOf(ready: CleanText, blocks: readonly Block[]): Passage[] {
  const lower = oneTonePlace(lowerCase(ready.text));
  const style = styleOf(ready.text);
  const places = readingOrder(blocks, ready);
  const passages: Passage[] = [];
  blocks.forEach((block, i) => {
    const passage = scan(ready.text, lower, block, places[i] as number, style);
    passages[passage.index] = passage;
  });
  numberInTextOrder(passages);
  return passages;
}

/** A paragraph that a page break or a footnote cuts is scanned whole: its end stands behind figures that are scanned later. */
function numberInTextOrder(passages: readonly Passage[]): void {
  const figures = passages.flatMap((passage) => passage.figures);
  figures.sort((a, b) => a.start - b.start);
  figures.forEach((fig, index) => {
    fig.index = index;
  });
}

/** Small letters, character for character. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : Array.from(text, (one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join("");
}

const COUNT: Domain = { integer: true, min: 0 };
const CHANGE: Domain = { integer: true };
const AMOUNT: Domain = { min: 0 };
const ANY: Domain = {};

/** What the figure may say; a rise may have been a fall. */
function domainOf({ change }: Fig, { approximate, exact, unit }: Quantity): Domain {
  if (approximate < 0) return ANY;
  if (exact) return change === undefined ? COUNT : CHANGE;
  return change !== undefined || unit.kind === "percent" || unit.kind === "point" ? ANY : AMOUNT;
}

function givenCells(ready: CleanText, passages: readonly Passage[]): Fig[] {
  const quantities: Fig[] = [];
  for (const passage of passages) {
    for (const fig of passage.figures) {
      if (fig.quantity === null) continue;
      if (fig.quantity.exact && isAverage(fig)) fig.quantity = asRounded(fig.quantity);
      if (isPlan(fig)) fig.quantity = fig.quantity.asSet();
      fig.cell = cellOf({
        id: `f${fig.index + 1}`,
        label: () => labelOf(ready.text, fig),
        quantity: fig.quantity,
        domain: domainOf(fig, fig.quantity),
        anchor: { in: "document", start: ready.at(fig.start), end: ready.at(fig.end - 1) + 1 },
      });
      if (fig.role !== "quantity") continue;
      fig.order = quantities.length;
      quantities.push(fig);
    }
  }
  return quantities;
}

/** `bình quân 50 người/lớp`: an average is rounded, though it counts people. */
const isAverage = (fig: Fig): boolean => fig.cues.some(({ cue, near, distance }) => near && cue.kind === "mean" && distance <= 6);

/** `kế hoạch 14.000 tấn`, `dự toán (4.500 tỷ đồng)`: only the words for a plan stand before it. */
const isPlan = (fig: Fig): boolean => fig.cues.some(({ cue, distance }) => cue.kind === "plan" && distance <= 1);

const asRounded = ({ value, unit, exponent, hedge }: Quantity): Quantity =>
  quantity({ value, unit, exponent, decimals: 0, exact: false, ...(hedge === undefined ? {} : { hedge }) });

/** Figures of prose, numbered anew without those of tables. */
function ordered(figures: readonly Fig[]): Fig[] {
  return figures.map((fig, order) => Object.assign(fig, { order }));
}

/** The order matters: lists give shares their bases, shares give columns their rows, totals give rates what they are of. */
function discover(sight: Sight): void {
  discoverLists(sight);
  discoverNotes(sight);
  discoverRuns(sight);
  discoverCounted(sight);
  discoverToldApart(sight);
  const orphans = discoverShares(sight);
  const changes = discoverChanges(sight);
  discoverPairs(sight);
  discoverComplements(sight, orphans);
  discoverColumns(sight, orphans);
  const unbased = discoverBases(sight, orphans);
  discoverRates(sight, changes, unbased);
  sumsOfThen(sight);
  changesInStep(sight);
  discoverListMeans(sight);
  discoverHalves(sight);
  weighedByParts(sight);
  discoverBounds(sight);
  discoverContributions(sight);
  discoverPlans(sight);
  discoverRatios(sight);
  discoverAverageGrowth(sight);
  discoverRepeats(sight);
  discoverProducts(sight);
  discoverPrices(sight);
  discoverPooled(sight);
  discoverRunning(sight);
  discoverBalances(sight);
  discoverAccounts(sight);
  discoverExclusions(sight);
  namedExclusions(sight);
  exclusionsCounted(sight);
  discoverGaps(sight);
  discoverExcess(sight);
  discoverWays(sight);
  discoverListsOfChanges(sight);
  discoverNamedSums(sight);
  discoverCalendar(sight);
  discoverAdditions(sight);
  summedOverTwo(sight);
  discoverSlips(sight);
  sharesInStep(sight);
  sharesMeantOtherwise(sight);
  sharesOfSiblings(sight);
  sharesOverWholes(sight);
  sharesBehindWholes(sight);
  sharesOutOf(sight);
  namedRatios(sight);
  sharesAgainst(sight);
  sharesOfUnlikes(sight);
}

function figureOf(ready: CleanText, fig: Fig): Figure {
  const start = ready.at(fig.start);
  const end = ready.at(fig.end - 1) + 1;
  return {
    id: `f${fig.index + 1}`,
    text: ready.source.slice(start, end),
    start,
    end,
    role: fig.role,
    get label() {
      return fig.cell?.label ?? "";
    },
    quantity: fig.role === "quantity" ? fig.quantity : null,
    ...(fig.hedge === undefined ? {} : { hedge: fig.hedge }),
    ...(fig.level === undefined ? {} : { level: fig.level }),
    ...(fig.period === undefined || fig.role !== "quantity" ? {} : { period: fig.period }),
    ...(fig.change === undefined ? {} : { change: fig.change }),
    ...(fig.subject === undefined ? {} : { of: `f${fig.subject.index + 1}` }),
    cell: fig.cell,
  };
}
