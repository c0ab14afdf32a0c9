import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Engines } from "@khop/reporting";
import { refused } from "../http/refuse.ts";

const engineName = "@myriaddreamin/typst-ts-node-compiler";
const fontName = "@expo-google-fonts/tinos";
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

/** Typst with a font as wide as Times New Roman, where they are installed beside the server. Charts are told as tables. */
export const engines: Engines = {
  printer: () => {
    const require = createRequire(import.meta.url);
    try {
      const { NodeCompiler } = require(engineName) as {
        readonly NodeCompiler: { create(options: unknown): ReturnType<Engines["printer"]> };
      };
      const folder = dirname(require.resolve(`${fontName}/package.json`));
      return NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map((face) => join(folder, face)) }] });
    } catch {
      throw refused(
        "api/no-printer",
        `Máy chủ chưa ghi được PDF: cài ${engineName} và ${fontName}, hoặc xin bản docx.`,
        `This server writes no PDF: install ${engineName} and ${fontName}, or ask for docx.`,
        { package: engineName },
      );
    }
  },
  drawer: async () => undefined,
};
