import { expect, it } from "vitest";
import * as client from "./index.ts";

it("@khop/client offers these names and no others", () => {
  expect(Object.keys(client).sort().join(" ")).toBe("allPages connect");
});
