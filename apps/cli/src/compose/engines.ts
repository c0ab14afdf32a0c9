import { createRequire } from "node:module";
import type { Engines } from "@khop/reporting";
import { drawerPackages, findDrawer, findPrinter, printerPackages } from "@khop/reporting/engines";
import type { Said } from "../language.ts";
import { Trouble } from "../trouble.ts";

const finder = { require: createRequire(import.meta.url), load: (name: string): Promise<unknown> => import(name) };

/** What prints and draws, where it is installed; `say` is told what is done without. */
export const enginesFor = (say: (said: Said) => void): Engines => ({
  printer: () => {
    const printer = findPrinter(finder);
    if (printer !== undefined) return printer;
    const names = printerPackages.join(" ");
    throw new Trouble(
      `Chưa ghi được PDF vì máy chưa có typst: chạy npm install ${names}, hoặc ghi .docx rồi xuất PDF từ Word.`,
      `PDF cannot be written because typst is not there: run npm install ${names}, or write .docx and export PDF from Word.`,
    );
  },
  drawer: async () => {
    const drawer = await findDrawer(finder);
    const names = drawerPackages.join(" ");
    if (drawer === undefined)
      say({
        vi: `Biểu đồ được ghi thành bảng số vì máy chưa có phần vẽ: chạy npm install ${names} rồi soạn lại.`,
        en: `Charts are written as tables because nothing here draws them: run npm install ${names} and compose again.`,
      });
    return drawer;
  },
});
