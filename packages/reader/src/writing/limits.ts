import { KhopError } from "@khop/core";
import "../errors.ts";

/** Cells of one table, empty ones and those inside merged cells counted: ten thousand rows of a hundred columns. */
const mostCells = 1_000_000;

/** @throws KhopError "reader/too-large" for a table that would fill more memory than any report. */
export function withinCells(count: number, where: string): void {
  if (count <= mostCells) return;
  throw new KhopError("reader/too-large", `${where} has more than ${mostCells} cells. Split it, or take out what is not to be read.`, {
    what: "cells",
    limit: mostCells,
  });
}

/** Characters of a document: a report of a thousand pages has three million. */
const mostCharacters = 100_000_000;

/** @throws KhopError "reader/too-large" for a text that no report has: one word in a million cells, a heading over a thousand columns. */
export function withinCharacters(count: number): void {
  if (count <= mostCharacters) return;
  throw new KhopError("reader/too-large", `The text has more than ${mostCharacters} characters. It is damaged, or made to do harm.`, {
    what: "characters",
    limit: mostCharacters,
  });
}

/** Numbers of a document: a report of a thousand pages has forty thousand. */
const mostNumbers = 300_000;

/** @throws KhopError "reader/too-large" for more numbers than could be held against each other. */
export function withinNumbers(text: string): void {
  const number = /\d[\d.,]*/g;
  for (let count = 0; number.test(text); count += 1) {
    if (count < mostNumbers) continue;
    throw new KhopError(
      "reader/too-large",
      `The text has more than ${mostNumbers} numbers. Split it, or take out what is not to be read.`,
      {
        what: "numbers",
        limit: mostNumbers,
      },
    );
  }
}
