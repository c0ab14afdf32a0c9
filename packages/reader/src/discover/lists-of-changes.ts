import { relations } from "@khop/core";
import { type Fig, isAmount, isIntensive, type Token } from "../figures.ts";
import { isTurnOff, optionOfChanges, signedSum } from "./rate/changes-of-parts.ts";
import { alike, type Option, type Sight } from "./sight.ts";
import { verdictOf } from "./table/proposals.ts";

const SENTENCES = 2;
const REACH = 30;
const LEAST = 3;
/** Tokens that may stand between a change and what opens its list. */
const FAR = 80;

/**
 * `số học sinh tăng 592 em (từ 300.554 lên 301.146 em). Cụ thể: mầm non giảm 1.659 trẻ; tiểu học giảm 1.359 em; THCS tăng 2.242 em; THPT tăng 1.368 em`: what
 * the parts rose and fell by makes what all did; with one of them told the other way, to the last digit, that is a slip.
 */
export function discoverListsOfChanges(sight: Sight): void {
  const tied = new Set(
    sight.hypotheses.flatMap(({ pattern, options: [option] }) =>
      pattern === "changes:amounts" ? Object.values(option?.seats ?? {}).flat() : [],
    ),
  );
  for (const total of sight.quantities) {
    if (!isChange(total) || tied.has(total)) continue;
    const parts = partsBehind(sight, total);
    if (parts.length < LEAST) continue;
    const told = optionOfChanges(total, parts);
    const holds = fits(told);
    const signed: Option = { kind: relations.linear, seats: signedSum(total, parts) };
    if (!holds && !isTurnOff(signed)) continue;
    sight.add({
      options: [holds ? told : signed],
      prior: 0.75,
      pattern: "changes:list",
      cue: "tăng",
      confirm: holds,
      passage: total.blockIndex,
    });
  }
}

const fits = ({ kind, seats }: Option): boolean => verdictOf(kind, seats) === "holds";

const isChange = (fig: Fig): boolean => isAmount(fig) && fig.change !== undefined && !isIntensive(fig) && !fig.threshold;

/** The changes behind a word or a colon that opens them, as long as nothing but changes is told. */
function partsBehind(sight: Sight, total: Fig): readonly Fig[] {
  const opener = openerBehind(total);
  if (opener < 0) return [];
  const parts: Fig[] = [];
  for (const fig of sight.between(total.order + 1, total.order + REACH)) {
    if (fig.tokens !== total.tokens || fig.sentence - total.sentence > SENTENCES) break;
    if (fig.token < opener || fig.depth !== total.depth || !isAmount(fig)) continue;
    if (!isChange(fig) || !alike(fig, total)) break;
    parts.push(fig);
  }
  return parts;
}

function openerBehind({ tokens, token: from, sentence, depth }: Fig): number {
  const end = Math.min(tokens.length, from + FAR);
  for (let at = from + 1; at < end && (tokens[at] as Token).sentence - sentence <= SENTENCES; at++)
    if ((tokens[at] as Token).depth === depth && opens(tokens[at] as Token, tokens[at + 1])) return at;
  return -1;
}

const opens = (token: Token, next: Token | undefined): boolean =>
  token.cue?.kind === "opener" || (token.text === ":" && next?.type === "word");
