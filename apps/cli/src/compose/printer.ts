import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { TypstEngine } from "@khop/writer/print";
import { Trouble } from "../trouble.ts";

const engineName = "@myriaddreamin/typst-ts-node-compiler";
const fontName = "@expo-google-fonts/tinos";
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

interface Compiler {
  readonly NodeCompiler: { create(options: unknown): TypstEngine };
}

/** Where the font as wide as Times New Roman lies. */
export const fontFolder = (): string => dirname(createRequire(import.meta.url).resolve(`${fontName}/package.json`));

/**
 * Typst with a font as wide as Times New Roman: a program of its own for each system, and so not part of khop itself.
 *
 * @throws Trouble where it is not installed.
 */
export function printer(): TypstEngine {
  const require = createRequire(import.meta.url);
  try {
    const { NodeCompiler } = require(engineName) as Compiler;
    const folder = fontFolder();
    return NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map((face) => join(folder, face)) }] });
  } catch {
    throw new Trouble(
      `Chưa ghi được PDF vì máy chưa có typst: chạy npm install ${engineName} ${fontName}, hoặc ghi .docx rồi xuất PDF từ Word.`,
      `PDF cannot be written because typst is not there: run npm install ${engineName} ${fontName}, or write .docx and export PDF from Word.`,
    );
  }
}
