import type { components } from "@khop/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { allOf, answered, khop } from "../../api/khop.ts";
import { queries } from "../../api/queries.ts";

type Schemas = components["schemas"];
export type Template = Schemas["ReportTemplate"];

/** Whose templates: a province's, for the reports of a regime. */
export interface TemplatesOf {
  readonly province: string;
  readonly regime: string;
}

/** Whose figures a template is tried with; made-up ones where it is not said. */
export interface TriedWith {
  readonly period: string;
  readonly orgUnit: string;
}

const at = "/api/v1/provinces/{province}/regimes/{regime}/templates";
const one = (of: TemplatesOf, template: string) => ({ params: { path: { ...of, template } } });

export const useTemplates = (of: TemplatesOf) =>
  useQuery({
    queryKey: ["templates", of],
    queryFn: () => allOf((query) => khop.GET(at, { params: { path: { ...of }, query } })),
    enabled: of.regime !== "",
  });

export const useTemplateVersions = (of: TemplatesOf, template: string, isWanted: boolean) =>
  useQuery({
    queryKey: ["templates", of, "versions", template],
    queryFn: () => allOf((query) => khop.GET(`${at}/{template}/versions`, { params: { path: { ...of, template }, query } })),
    enabled: isWanted,
  });

/** A template as it would tell its part of a report; the last one stays until the next has come. A wrong template is asked for once. */
export const usePreview = (of: TemplatesOf, template: string, text: string, tried: TriedWith | undefined) =>
  useQuery({
    queryKey: ["template preview", of, template, text, tried],
    queryFn: () =>
      answered(
        khop.POST(`${at}/{template}/preview`, {
          ...one(of, template),
          body: { text, ...(tried === undefined ? {} : { of: { ...tried } }) },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 60_000,
  });

/** Keeps a template, or goes back to the regime's with null. */
export async function keepTemplate(of: TemplatesOf, { template, stands }: Template, text: string | null, why: string): Promise<void> {
  const headers = { "if-match": `"${stands?.version ?? 0}"` };
  const { path } = one(of, template).params;
  await answered(khop.PUT(`${at}/{template}`, { params: { path, header: headers }, body: { text, ...(why === "" ? {} : { why }) } }));
  await Promise.all([queries.invalidateQueries({ queryKey: ["templates", of] }), queries.invalidateQueries({ queryKey: ["report"] })]);
}
