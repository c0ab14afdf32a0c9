import { describe, expect, it } from "vitest";
import { outcomeOf } from "./faults.ts";
import { fileOutcomeOf } from "./files.ts";
import { fileOf, soundFiles } from "./formats.ts";
import { Random } from "./random.ts";
import { sources } from "./sources.ts";
import { textOf } from "./texts.ts";

describe("a text that nobody wrote", () => {
  const given = sources();

  it("is the same for the same seed", () => {
    expect(textOf(new Random(7), given)).toBe(textOf(new Random(7), given));
  });

  it("is read and examined without fault", () => {
    const faults = Array.from({ length: 60 }, (_, seed) => {
      const text = textOf(new Random(seed), given).slice(0, 20_000);
      return outcomeOf(text, seed % 2 === 0 ? "markdown" : "text").faults.map((fault) => `seed ${seed}: ${fault}`);
    });
    expect(faults.flat()).toEqual([]);
  }, 30_000);
});

describe("a file that nobody wrote", () => {
  it("begins from one that is read", async () => {
    for (const [format, files] of Object.entries(soundFiles))
      for (const bytes of files) expect(await fileOutcomeOf({ format: format as keyof typeof soundFiles, bytes })).toMatchObject({ ended: "read", faults: [] });
  });

  it("is the same for the same seed", () => {
    expect(fileOf(new Random(7))).toEqual(fileOf(new Random(7)));
  });

  it("is read, or turned away with one error that is known", async () => {
    const ends = new Set<string>();
    const faults: string[] = [];
    for (let seed = 0; seed < 200; seed += 1) {
      const file = fileOf(new Random(seed));
      const outcome = await fileOutcomeOf(file);
      ends.add(`${file.format} ${outcome.ended}`);
      faults.push(...outcome.faults.map((fault) => `seed ${seed}, ${file.format}: ${fault}`));
    }
    expect(faults).toEqual([]);
    for (const format of ["docx", "xlsx", "pdf", "html", "csv", "markdown"]) expect(ends).toContain(`${format} read`);
    for (const refused of ["docx ooxml/broken-zip", "xlsx ooxml/bad-xml", "pdf reader/pdf-damaged"]) expect(ends).toContain(refused);
  }, 60_000);
});
