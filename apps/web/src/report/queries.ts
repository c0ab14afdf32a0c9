import type { components, paths } from "@khop/client";
import { useQuery } from "@tanstack/react-query";
import type { SubmissionKey } from "../api/collecting.ts";
import { allOf, answered, khop } from "../api/khop.ts";
import { isRefused } from "../api/refusal.ts";

type Schemas = components["schemas"];
export type Explained = Schemas["ExplainedFigure"];
export type StoredPassage = Schemas["Passage"];
export type ReportState = Schemas["Report"];

export const reportAt = "/api/v1/provinces/{province}/reports/{regime}/{period}/{orgUnit}";

/** What a report is made with beside its figures and passages: its number and day, who reports and who signs. */
export type Head = Omit<paths[`${typeof reportAt}/draft`]["post"]["requestBody"]["content"]["application/json"], "until">;
export type Format = "docx" | "pdf" | "html" | "xlsx";

const parts = (key: SubmissionKey) => ({ params: { path: { ...key } } });

/** The report as a file, made from what stands now. */
export const askReport = ({ province, ...of }: SubmissionKey, head: Head, format: Format): Promise<Blob> =>
  answered(
    khop.POST("/api/v1/provinces/{province}/reports", {
      params: { path: { province } },
      body: { ...of, ...head, format },
      parseAs: "blob",
    }),
  ) as Promise<unknown> as Promise<Blob>;

/** The report as a page; the last one stays until the next has come. */
export const usePage = (key: SubmissionKey, head: Head) =>
  useQuery({
    queryKey: ["report", key, "page", head],
    queryFn: async () => (await askReport(key, head, "html")).text(),
    placeholderData: (before) => before,
  });

/** How each figure of the report came to be, and what does not fit. */
export const useExplanation = (key: SubmissionKey) =>
  useQuery({ queryKey: ["report", key, "figures"], queryFn: () => answered(khop.GET(`${reportAt}/figures`, parts(key))) });

/** The places that a person writes, with what stands there. */
export const usePassages = (key: SubmissionKey) =>
  useQuery({
    queryKey: ["report", key, "passages"],
    queryFn: (): Promise<readonly Room[]> => allOf((query) => khop.GET(`${reportAt}/passages`, { params: { path: { ...key }, query } })),
  });

/** A place that a person writes. */
export interface Room {
  readonly passage: string;
  readonly title: string;
  readonly stands: StoredPassage | null;
}

/** How far the report has come; null where it was not drafted yet. */
export const useReportState = (key: SubmissionKey) =>
  useQuery({
    queryKey: ["report", key, "state"],
    queryFn: async (): Promise<ReportState | null> => {
      try {
        return await answered(khop.GET(reportAt, parts(key)));
      } catch (error) {
        if (isRefused(error, 404)) return null;
        throw error;
      }
    },
  });

/** What was done with the report so far, step by step. */
export const useSteps = (key: SubmissionKey) =>
  useQuery({
    queryKey: ["report", key, "state", "steps"],
    queryFn: () => allOf((query) => khop.GET(`${reportAt}/steps`, { params: { path: { ...key }, query } })),
  });

/** The report as a page, made again as it was drafted then. */
export const askVersion = async (key: SubmissionKey, step: number): Promise<string> => {
  const { params } = parts(key);
  const asked = { params: { ...params, query: { format: "html", step } }, parseAs: "blob" } as const;
  return ((await answered(khop.GET(`${reportAt}/document`, asked))) as unknown as Blob).text();
};
