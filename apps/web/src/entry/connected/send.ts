import type { ReportRegime } from "@khop/catalog/report";
import { period } from "@khop/core";
import { type SubmissionKey, submissionAt } from "../../api/collecting.ts";
import { answered, khop } from "../../api/khop.ts";
import { Refusal, wordsOf } from "../../api/refusal.ts";
import { cellIn } from "../../figures/figure-words.ts";
import { keyOfFact } from "../facts.ts";
import type { Working } from "../use-working.ts";
import type { Said } from "../view.ts";
import { type Ledger, seenAt, waitingIn } from "./ledger.ts";

/** What the server did not take, by its cell: the text, and why. */
export type Refused = Readonly<Record<string, { readonly text: string; readonly said: Said }>>;

/** Sends what the server has not got; a cell that it refuses holds up no other, and is not sent again before it is changed. */
export async function sendWaiting(
  regime: ReportRegime,
  key: SubmissionKey,
  ledger: Ledger,
  { ask, refused }: { readonly ask: Working["ask"]; readonly refused: Refused },
): Promise<Refused> {
  const textOf = (one: string): string => ledger.book.cells[one]?.text ?? "";
  const keys = waitingIn(ledger).filter((one) => refused[one]?.text !== textOf(one));
  if (keys.length === 0) return refused;
  const given = await ask("inputs", { book: ledger.book, keys });
  const cells = Object.entries(given).map(([one, input]) => ({ ...input, seen: seenAt(ledger, one) }));
  if (cells.length === 0) return refused;
  try {
    await answered(khop.PATCH(`${submissionAt}/entries`, { params: { path: { ...key } }, body: { cells } }));
    return refused;
  } catch (error) {
    const at = cellOf(error, regime, key.period);
    if (at === undefined || !keys.includes(at)) throw error;
    return sendWaiting(regime, key, ledger, { ask, refused: { ...refused, [at]: { text: textOf(at), said: wordsOf(error) } } });
  }
}

/** The cell that a refusal is about. */
function cellOf(error: unknown, regime: ReportRegime, at: string): string | undefined {
  if (!(error instanceof Refusal) || error.status !== 422 || typeof error.info.cell !== "string") return undefined;
  const cell = cellIn(error.info.cell);
  return cell === undefined ? undefined : keyOfFact(regime, { ...cell, period: period(at) });
}
