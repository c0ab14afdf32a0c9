import { library } from "../../tooling/tsup/library.ts";

export default library(["src/index.ts", "src/report/index.ts", "src/testing/index.ts"]);
