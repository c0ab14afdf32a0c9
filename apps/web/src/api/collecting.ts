import type { components } from "@khop/client";
import { useQuery } from "@tanstack/react-query";
import type { Language } from "../language.tsx";
import { allOf, answered, khop } from "./khop.ts";
import { nameIn } from "./name-in.ts";
import { queries } from "./queries.ts";

type Schemas = components["schemas"];
export type Regime = Schemas["Regime"];
export type Submission = Schemas["Submission"];
export type Collection = Schemas["Collection"];
export type StoredFact = Schemas["Fact"];

/** The submissions of one period of one regime. */
export interface PeriodKey {
  readonly province: string;
  readonly regime: string;
  readonly period: string;
}

/** One of them: a unit's. */
export interface SubmissionKey extends PeriodKey {
  readonly orgUnit: string;
}

export const submissionAt = "/api/v1/provinces/{province}/periods/{regime}/{period}/submissions/{orgUnit}";

export const useRegimes = () =>
  useQuery({ queryKey: ["regimes"], queryFn: async () => (await answered(khop.GET("/api/v1/regimes"))).items, staleTime: 300_000 });

/** What each regime is called. */
export function useRegimeNames(language: Language): (id: string) => string {
  const { data } = useRegimes();
  return (id) => nameIn(data, id, ({ name }) => name[language]);
}

export const useRegime = (regime: string) =>
  useQuery({
    queryKey: ["regime", regime],
    queryFn: () => answered(khop.GET("/api/v1/regimes/{regime}", { params: { path: { regime } } })),
    enabled: regime !== "",
    staleTime: 300_000,
  });

/** The periods that are open, the latest deadline first. */
export const useCollections = (province: string) =>
  useQuery({
    queryKey: ["collections", province],
    queryFn: () => allOf((query) => khop.GET("/api/v1/provinces/{province}/periods", { params: { path: { province }, query } })),
    enabled: province !== "",
  });

/** Who has sent and who has not, of those that one may see. */
export const useSubmissions = (key: PeriodKey | null) =>
  useQuery({
    queryKey: ["submissions", key],
    queryFn: async () => {
      const path = key as PeriodKey;
      let tally: Readonly<Record<string, number>> = {};
      const items = await allOf(async (query) => {
        const page = await khop.GET("/api/v1/provinces/{province}/periods/{regime}/{period}/submissions", {
          params: { path: { ...path }, query },
        });
        tally = page.data?.tally ?? tally;
        return page;
      });
      return { items, tally };
    },
    enabled: key !== null,
    refetchInterval: 60_000,
  });

const parts = (key: SubmissionKey) => ({ params: { path: { ...key } } });

/** All that is known of one submission: how it stands, what is entered, what the rules say, its steps, what was said about it. */
export const useSubmission = (key: SubmissionKey) => ({
  status: useQuery({ queryKey: ["submission", key, "status"], queryFn: () => answered(khop.GET(submissionAt, parts(key))) }),
  entries: useQuery({
    queryKey: ["submission", key, "entries"],
    queryFn: async () => (await answered(khop.GET(`${submissionAt}/entries`, parts(key)))).items,
  }),
  check: useQuery({ queryKey: ["submission", key, "check"], queryFn: () => answered(khop.GET(`${submissionAt}/check`, parts(key))) }),
  steps: useQuery({
    queryKey: ["submission", key, "steps"],
    queryFn: () => allOf((query) => khop.GET(`${submissionAt}/steps`, { params: { path: { ...key }, query } })),
  }),
  comments: useQuery({
    queryKey: ["submission", key, "comments"],
    queryFn: () => allOf((query) => khop.GET(`${submissionAt}/comments`, { params: { path: { ...key }, query } })),
  }),
});

/** What was told of a submission is asked for again. */
export const renewSubmission = (key: SubmissionKey): Promise<unknown> =>
  Promise.all([queries.invalidateQueries({ queryKey: ["submission", key] }), queries.invalidateQueries({ queryKey: ["submissions"] })]);

/** The facts of a unit for one period, by whoever entered them. */
export const useFacts = (province: string, orgUnit: string, period: string | null) =>
  useQuery({
    queryKey: ["facts", province, orgUnit, period],
    queryFn: () =>
      allOf((query) =>
        khop.GET("/api/v1/provinces/{province}/facts", {
          params: { path: { province }, query: { ...query, orgUnit, period: period ?? "" } },
        }),
      ),
    enabled: period !== null,
  });
