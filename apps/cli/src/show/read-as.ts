import type { LegacyEncoding } from "@khop/reader/legacy";
import type { Opened } from "../input/document.ts";
import type { Screen } from "./screen.ts";

/** Encodings of old as their users call them. */
export const encodingNames: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  viscii: "VISCII",
  "windows-1258": "Windows-1258",
};

/** What is known of how a document was read. */
export type Reading = { readonly [K in "leftOut" | "encodings" | "converted"]?: Opened[K] | undefined };

/** How a file was read that is not what was checked: an encoding of old, a copy that another program made. */
export function readAsItems({ encodings = [], converted }: Reading, { words: { readAs } }: Screen): string[] {
  return [
    ...(encodings.length === 0 ? [] : [readAs.encodings(encodings.map((encoding) => encodingNames[encoding]).join(", "))]),
    ...(converted === undefined ? [] : [readAs.converted(converted.from, converted.to)]),
  ];
}
