import {
  type Cell,
  type Choice,
  cellOf,
  fit,
  type Misprint,
  type Network,
  network,
  type Quantity,
  quantity,
  type Relation,
  relateTrusted,
  relations,
  type Verdict,
} from "@khop/core";
import { type Hypothesis, isUnseen, likeness, type Option, type Seats, type Sight, type Unseen } from "./discover/sight.ts";
import type { Fig } from "./figures.ts";

/** A hypothesis with the reading taken and how it stands. */
interface Settled {
  readonly hypothesis: Hypothesis;
  readonly option: Option;
  readonly verdict: Verdict | "assumed";
  intended: number;
}

/** From here on only one reading is thought of. */
const CERTAIN = 0.99;

/** Below this a broken promise is more likely no promise, and nothing is said of it. */
const SAY = 0.6;

/** Makes the network of what was found: takes the reading that holds, weighs what holds nowhere by its siblings, ties the cells. */
export function assemble(sight: Sight, cells: readonly Cell[], misprints: readonly Misprint[] = []): Network {
  const settled = sight.hypotheses.map(settle).filter((one) => one !== null);
  const holding = settled.filter(({ verdict }) => verdict !== "violated");
  const failing = settled.filter(({ verdict }) => verdict === "violated");
  const siblings = Map.groupBy(settled, ({ hypothesis }) => hypothesis.pattern);
  for (const pattern of siblings.values())
    for (const [at, one] of pattern.entries()) if (one.verdict === "violated") one.intended = certainty(one, pattern, at);
  const byFocus = Map.groupBy(holding, ({ option }) => option.seats[option.kind.focus]);
  const whole = holding.filter(({ option }) => option.kind === relations.composition);
  const kept = failing.filter(
    (one) => one.intended >= SAY && !isPartOf(one, whole) && !explained(one, byFocus.get(one.option.seats[one.option.kind.focus]) ?? []),
  );
  const tied = new Tying();
  for (const one of [...holding, ...kept]) tied.add(one);
  return network({ cells, relations: tied.relations, choices: tied.choices, misprints });
}

/** Ties cells by the readings taken, each once; where the reading stays open, by a choice of the readings there are. */
class Tying {
  readonly relations: Relation[] = [];
  readonly choices: Choice[] = [];
  readonly #unseen = new Map<string, Cell>();
  readonly #taken = new Set<string>();
  #count = 0;

  add(one: Settled): void {
    const signature = signatureOf(one.option);
    if (this.#taken.has(signature)) return;
    this.#taken.add(signature);
    const alternatives = isOpenChoice(one) ? one.hypothesis.options.slice(0, MOST_READINGS) : [];
    if (alternatives.length < 2) this.relations.push(this.#tie(one, one.option));
    else this.choices.push({ id: `c${this.choices.length + 1}`, alternatives: alternatives.map((option) => this.#tie(one, option)) });
  }

  #tie({ intended, hypothesis }: Settled, { kind, seats }: Option): Relation {
    const given = Object.entries(seats).filter(([, value]) => value !== undefined);
    const places = Object.fromEntries(given.map(([key, value]) => [key, cellsOf(value, this.#unseen)]));
    this.#count += 1;
    return relateTrusted(kind, places, { id: `r${this.#count}`, intended: Math.round(intended * 1000) / 1000, cue: hypothesis.cue });
  }
}

const MOST_READINGS = 3;

/** No reading holds by itself, and none is certain: one of them is meant. */
const isOpenChoice = ({ verdict, intended, hypothesis }: Settled): boolean =>
  hypothesis.options.length > 1 && (verdict === "assumed" || (verdict === "violated" && intended < CERTAIN));

function settle(hypothesis: Hypothesis): Settled | null {
  const [first] = hypothesis.options;
  if (first === undefined) return null;
  if (Object.values(first.seats).some((seat) => isOpen(seat) || (Array.isArray(seat) && seat.some(isOpen)))) {
    return { hypothesis, option: first, verdict: "assumed", intended: hypothesis.prior };
  }
  let truncated: Option | undefined;
  for (const option of hypothesis.options) {
    const verdict =
      option.verdict ??
      fit(option.kind, Object.fromEntries(Object.entries(option.seats).map(([key, value]) => [key, cellsOf(value, NONE)])));
    if (verdict === "holds") return { hypothesis, option, verdict, intended: Math.max(hypothesis.prior, 0.97) };
    if (verdict === "truncated") truncated ??= option;
  }
  if (truncated) return { hypothesis, option: truncated, verdict: "truncated", intended: hypothesis.prior };
  return hypothesis.confirm ? null : { hypothesis, option: first, verdict: "violated", intended: hypothesis.prior };
}

/** Without a value of its own: only the whole network can say whether such a relation holds. */
const isOpen = (seat: unknown): boolean => isUnseen(seat) && seat.value === undefined;

const NONE = new Map<string, Cell>();

function cellsOf(value: Seats[string], unseen: Map<string, Cell>): unknown {
  if (Array.isArray(value)) return value.map((one) => cellsOf(one as Seats[string], unseen));
  if (isUnseen(value)) return unseenCell(value, unseen);
  return typeof value === "object" && value !== null && "cell" in value ? (value as Fig).cell : value;
}

function unseenCell({ unseen: id, label, integer, value }: Unseen, cells: Map<string, Cell>): Cell {
  let cell = cells.get(id);
  if (cell === undefined) {
    const known: Quantity | null = value === undefined ? null : quantity({ value });
    cell = cellOf({ id: `hidden:${id}`, label, hidden: true, quantity: known, domain: { integer, min: 0 } });
    cells.set(id, cell);
  }
  return cell;
}

/** Kind, and figures by place: two hypotheses with one signature say the same. */
function signatureOf({ kind, seats }: Option): string {
  const parts = Object.entries(seats).map(
    ([key, value]) => `${key}:${(Array.isArray(value) ? value : [value]).map(nameOf).sort().join(",")}`,
  );
  return `${kind.kind}|${parts.join("|")}`;
}

function nameOf(value: unknown): string {
  if (isUnseen(value)) return value.unseen;
  return typeof value === "object" && value !== null && "index" in value ? `f${(value as Fig).index}` : String(value);
}

/**
 * How sure it is that a promise which fails was meant: siblings of the same wording that hold make it all but certain (CHECK 2.2,
 * template transfer). The failing sum itself is never evidence.
 */
function certainty(one: Settled, pattern: readonly Settled[], at: number): number {
  // Siblings close by tell as much as all of them.
  const alike = pattern.slice(Math.max(0, at - MANY), at + MANY);
  const like = alike.filter((other) => other !== one && sibling(one, other));
  const kept = like.filter(({ verdict }) => verdict === "holds");
  const broken = like.length - kept.length + 1;
  const near = kept.filter((other) => Math.abs(other.hypothesis.passage - one.hypothesis.passage) <= 4).length;
  if (one.hypothesis.prior < 0.4) return one.hypothesis.prior;
  if (kept.length >= 2 && near >= 1 && kept.length >= broken) return 0.995;
  if (near >= 1 && kept.length >= broken) return Math.max(one.hypothesis.prior, 0.97);
  return one.hypothesis.prior;
}

const MANY = 100;

function sibling(a: Settled, b: Settled): boolean {
  if (a.option.kind !== b.option.kind || a.hypothesis.pattern !== b.hypothesis.pattern) return false;
  if (!a.hypothesis.pattern.startsWith("list:") || a.hypothesis.pattern === "list:(") return true;
  const left = a.option.seats.parts as readonly Fig[];
  const right = b.option.seats.parts as readonly Fig[];
  if (sameOpening(left) !== "" && sameOpening(left) === sameOpening(right)) return true;
  return left.length === right.length && left.every((fig, i) => likeness(fig, right[i] as Fig) >= 0.5);
}

/** The word that opens every part's phrase ("bậc …", "cấp …"), or nothing. */
function sameOpening(parts: readonly Fig[]): string {
  const [first] = parts;
  const word = first?.before[0] ?? "";
  return word !== "" && parts.every((fig) => fig.before.includes(word)) ? word : "";
}

/** Shares that make a hundred with others beside them were never meant to make it alone. */
function isPartOf({ option: { kind, seats } }: Settled, compositions: readonly Settled[]): boolean {
  if (kind !== relations.composition) return false;
  const mine = seats.shares as readonly Fig[];
  return compositions.some(({ option }) => mine.every((share) => (option.seats.shares as readonly Fig[]).includes(share)));
}

/** Another reading of the same total or share holds, so this one was not what the author meant. */
function explained(one: Settled, holding: readonly Settled[]): boolean {
  const { kind, seats } = one.option;
  if (kind !== relations.total && kind !== relations.share && kind !== relations.balance) return false;
  const key = kind.focus;
  return holding.some((other) => {
    if (other.option.kind !== kind || other.option.seats[key] !== seats[key] || other.verdict === "assumed") return false;
    if (kind !== relations.total) return true;
    const mine = seats.parts as readonly Fig[];
    const theirs = other.option.seats.parts as readonly Fig[];
    return theirs.some((fig) => mine.includes(fig));
  });
}
