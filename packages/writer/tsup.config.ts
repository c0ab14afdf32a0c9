import { library } from "../../tooling/tsup/library.ts";

export default library([
  "src/index.ts",
  "src/chart/index.ts",
  "src/live/index.ts",
  "src/pdf/index.ts",
  "src/print/index.ts",
  "src/prose/index.ts",
  "src/report/index.ts",
  "src/sheet/index.ts",
  "src/shown/index.ts",
  "src/testing/index.ts",
]);
