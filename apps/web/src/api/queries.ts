import { QueryClient } from "@tanstack/react-query";
import { isUnreached } from "./refusal.ts";

/** What the server said, kept for as long as the page is open. A refusal is final; a line that was cut is tried once more. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", staleTime: 15_000, retry: (failures, error) => failures < 1 && isUnreached(error) },
    mutations: { networkMode: "always" },
  },
});
