import { cellOf, implied, relations } from "@khop/core";
import type { Fig } from "../../figures.ts";
import type { Option, Unseen } from "../sight.ts";

/** A figure and what share it is of a whole that others are shares of, too. */
export interface SharedPart {
  readonly part: Fig;
  readonly share: Fig;
}

const cellsOf = (figures: readonly Fig[]) => figures.flatMap(({ cell }) => cell ?? []);

/** A base of counts is a whole number; one of money or measures need not be. */
const isCounted = (group: readonly SharedPart[]): boolean => group.every(({ part }) => part.quantity?.exact);

/** The cells of a common base, to try whether they have one. */
export const commonBasePlaces = (group: readonly SharedPart[]) => ({
  parts: cellsOf(group.map(({ part }) => part)),
  shares: cellsOf(group.map(({ share }) => share)),
  base: cellOf({ id: "base", hidden: true, domain: { integer: isCounted(group), min: 1 } }),
});

/** What whole all of them may be of; null when there is none. */
export const baseOf = (group: readonly SharedPart[]) => implied(relations.commonBase, commonBasePlaces(group), "base");

/** A whole that is printed nowhere, by a name of its own. */
export const unseenBase = (group: readonly SharedPart[], name: string): Unseen => ({
  unseen: name,
  label: "tổng chung (không in)",
  integer: isCounted(group),
});

/** That all of them are of one whole. */
export const ofOneBase = (group: readonly SharedPart[], base: Unseen): Option => ({
  kind: relations.commonBase,
  seats: { parts: group.map(({ part }) => part), shares: group.map(({ share }) => share), base },
});
