import { bundle } from "../../tooling/tsup/bundle.ts";

export default bundle(["src/main.ts"]);
