export type { components, paths } from "./api.ts";
export { type ConnectOptions, connect, type Khop } from "./connect.ts";
export type { Problem } from "./problem.ts";
