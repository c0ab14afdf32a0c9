import { fit, relations } from "@khop/core";
import { digitsOf, type Fig, isMultiple } from "../../figures.ts";
import type { Changes } from "../changes.ts";
import { alike, type Hypothesis, type Option, type Sight, type Unseen } from "../sight.ts";
import { derived } from "./derived.ts";

/** A change between those of its parts; what goes the other way counts with the other sign. */
export function turnedMean(mean: Fig, values: readonly Fig[]): Option {
  const turned = values.flatMap((fig, i) => (fig.change !== mean.change ? [i] : []));
  return { kind: relations.mean, seats: { mean, values, ...(turned.length > 0 ? { turned } : {}) } };
}

export function changesOfParts(
  sight: Sight,
  found: Hypothesis,
  total: Fig,
  parts: readonly Fig[],
  changes: ReadonlyMap<Fig, Changes>,
): void {
  const head = changes.get(total);
  if (head === undefined) return;
  const own = parts.map((part) => changes.get(part));
  const amounts = own.map((one) => one?.amount);
  if (head.amount && amounts.every((fig) => fig !== undefined && alike(fig, head.amount as Fig))) {
    if (isMultiple(head.amount)) {
      // "tăng 3,4 lần … khách nội địa tăng 3,3 lần, khách quốc tế tăng 16 lần": multiples lie between, and never add up.
      const between: Option = { kind: relations.mean, seats: { mean: head.amount, values: amounts as Fig[] } };
      sight.add(derived(found, [between], "changes:between", 0.9, true));
      return;
    }
    // What one part rose by is all of it only where all of it is that part.
    if (amounts.length < 2) return;
    const option = optionOfChanges(head.amount, amounts as Fig[]);
    // Parts that were only seen to add up may have risen from another base ("còn lại", carried over).
    const isMeant = /^(?:list|columns|table):/.test(found.pattern) || isTurnOff(option);
    sight.add(derived(found, [option], "changes:amounts", 0.9, !isMeant));
    return;
  }
  const rates = own.map((one) => one?.rate);
  if (!head.rate || own.some((one) => one?.amount) || head.amount) return;
  const given = rates.filter((fig) => fig !== undefined);
  if (given.length < 2 || given.length < parts.length) return;
  if (given.some((fig) => fig.change === head.rate?.change))
    sight.add(derived(found, [turnedMean(head.rate, given)], "changes:between", 0.9, true));
  // Against the month before and against the year before: the parts rose as the one that lies between them, and by no other.
  const ownRate = head.otherRates === undefined ? head.rate : [head.rate, ...head.otherRates].find((fig) => liesBetween(fig, given));
  if (ownRate && given.every((fig) => fig.change !== undefined)) hiddenBases(sight, found, total, parts, ownRate, given);
}

/** `nhiều hơn 637 người … ít hơn 243 người; nhiều hơn 717 người; ít hơn 163 người`: with one of them told the other way, they add up to the last digit. */
export function isTurnOff({ kind, seats }: Option): boolean {
  if (kind !== relations.linear) return false;
  const { terms, weights } = seats as { terms: readonly Fig[]; weights: readonly string[] };
  if (terms.some((fig) => digitsOf(fig) < 2)) return false;
  const cells = terms.map(({ cell }) => cell);
  return weights.some((_, at) => {
    const turned = weights.map((weight, i) => (i === at ? (weight === "1" ? "-1" : "1") : weight));
    return fit(relations.linear, { ...seats, terms: cells, weights: turned }) === "holds";
  });
}

function liesBetween(mean: Fig, values: readonly Fig[]): boolean {
  const { kind, seats } = turnedMean(mean, values);
  return fit(kind, { ...seats, mean: mean.cell, values: values.map(({ cell }) => cell) }) === "holds";
}

/** What parts changed by makes what all did, each with its sign. */
export const optionOfChanges = (total: Fig, parts: readonly Fig[]): Option =>
  parts.every(({ change }) => change === total.change)
    ? { kind: relations.total, seats: { total, parts } }
    : { kind: relations.linear, seats: signedSum(total, parts) };

export function signedSum(total: Fig, parts: readonly Fig[]): Option["seats"] {
  const sign = (fig: Fig): string => (fig.change === "fall" ? "-1" : "1");
  return {
    terms: [total, ...parts],
    weights: [total.change === "fall" ? "1" : "-1", ...parts.map(sign)].map(String),
    is: "=",
    constant: "0",
    changes: true,
  };
}

/** Earlier figures are printed nowhere, yet they add up as the figures of today do. */
function hiddenBases(sight: Sight, found: Hypothesis, total: Fig, parts: readonly Fig[], rate: Fig, rates: readonly Fig[]): void {
  const base = (fig: Fig): Unseen => ({ unseen: `base:${fig.index}`, label: "kỳ trước", integer: fig.quantity?.exact ?? false });
  const push = (kind: Option["kind"], seats: Option["seats"]): void => {
    sight.add(derived(found, [{ kind, seats }], "changes:hidden", 0.9, false));
  };
  push(relations.growth, { growth: rate, current: total, base: base(total), falls: rate.change === "fall" });
  parts.forEach((part, i) => {
    const own = rates[i] as Fig;
    push(relations.growth, { growth: own, current: part, base: base(part), falls: own.change === "fall" });
  });
  push(relations.total, { total: base(total), parts: parts.map(base) });
}
