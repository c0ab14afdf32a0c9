export { allPages, type PageQuery } from "./all-pages.ts";
export type { components, paths } from "./api.ts";
export { type ConnectOptions, connect, type Khop } from "./connect.ts";
export type { Problem } from "./problem.ts";
