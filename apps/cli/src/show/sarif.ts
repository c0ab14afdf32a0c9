import { type Finding, isMendedInWords, type LayoutFinding, type LayoutPlace, type Severity } from "@khop/core";
import type { Figure } from "@khop/reader";
import { figuresOf, Places, placeName, reprinted } from "@khop/reader/checked";
import type { ArtifactLocation, Location, Log, Region, ReportingDescriptor, Result } from "sarif";
import pkg from "../../package.json" with { type: "json" };
import type { Examined } from "../examined.ts";
import type { Language } from "../language.ts";
import type { Stale } from "../waivers/match.ts";
import { words } from "./words.ts";

const levels: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", review: "note", info: "note" };

/** What a SARIF log holds of one document. Rules are counted when all documents are known. */
export interface SarifDocument {
  readonly artifact: ArtifactLocation;
  readonly results: readonly (Result & { readonly ruleId: string })[];
}

/** The findings of a document: a region for each figure, a fix where one repair is certain. */
export function sarifDocument(document: Examined, language: Language): SarifDocument {
  const places = new Places(document.text, document.origin);
  return {
    artifact: artifact(document.source.file),
    results: [
      ...document.findings.map((finding) => result(finding, document, places, language)),
      ...(document.layout?.findings ?? []).map((finding) => layoutResult(finding, document, places, language)),
    ],
  };
}

/** Documents as a SARIF 2.1.0 log: a rule for each finding code. */
export function sarifLog(documents: readonly SarifDocument[], language: Language, stale: readonly Stale[] = []): Log {
  const results = documents.flatMap((document) => document.results);
  const codes = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  return {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "khop", semanticVersion: pkg.version, language, rules: codes.map(rule) } },
        columnKind: "utf16CodeUnits",
        artifacts: documents.map(({ artifact: location }) => ({ location })),
        results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: codes.indexOf(ruleId), ...rest })),
        ...(stale.length === 0
          ? {}
          : {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: stale.map(({ file, waiver: { id } }) => ({
                    level: "note" as const,
                    message: { text: words[language].staleIn(id, file) },
                  })),
                },
              ],
            }),
      },
    ],
  };
}

const rule = (code: string): ReportingDescriptor => ({
  id: code,
  name: code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: code.replaceAll("-", " ") },
});

function result(finding: Finding, document: Examined, places: Places, language: Language): SarifDocument["results"][number] {
  const { code, severity, message, suspects } = finding;
  const figures = figuresOf(finding, document);
  const suspected = suspects.flatMap(({ cell }) => document.figureOf(cell) ?? []);
  const main = suspected[0] ?? figures[0];
  const related = figures.filter((figure) => figure !== main);
  const at = (figure: Figure): Location => located(figure, document, places, language);
  const waived = document.waived.get(finding);
  const fix = certainFix(finding, document, places, language);
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message[language] },
    locations: main ? [at(main)] : [{ physicalLocation: { artifactLocation: artifact(document.source.file) } }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((figure, index) => ({
            id: index + 1,
            ...at(figure),
            message: { text: figure.label || figure.text },
          })),
        }),
    ...(fix === undefined ? {} : { fixes: [fix] }),
    ...(waived === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification: words[language].acceptedBy(waived) }] }),
    properties: { id: document.findingId(finding), severity, ambiguous: finding.ambiguous },
  };
}

/** A layout finding: its first place is where it is, the others are related. One about the whole document names the file only. */
function layoutResult(
  { code, severity, message, rule: id, places: all }: LayoutFinding,
  document: Examined,
  places: Places,
  language: Language,
): SarifDocument["results"][number] {
  const [first, ...others] = all.map((place) => located({ ...place, text: textAt(document.text, place) }, document, places, language));
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: message[language] },
    locations: [first ?? { physicalLocation: { artifactLocation: artifact(document.source.file) } }],
    ...(others.length === 0 ? {} : { relatedLocations: others.map((place, index) => ({ id: index + 1, ...place })) }),
    properties: { severity, rule: id },
  };
}

const textAt = (text: string, { start, end }: LayoutPlace): string => text.slice(start, Math.min(end, start + 60)).trim();

function certainFix(
  { ambiguous, suspects }: Finding,
  document: Examined,
  places: Places,
  language: Language,
): NonNullable<Result["fixes"]>[number] | undefined {
  const [only, ...others] = suspects;
  const figure = only && document.figureOf(only.cell);
  // Offsets into the text of such a file are none into its bytes: what would be replaced cannot be said in SARIF.
  if (document.origin !== undefined || ambiguous || others.length > 0 || !only?.expected || isMendedInWords(only) || !figure)
    return undefined;
  const text = reprinted(figure, only.expected);
  return {
    description: { text: language === "vi" ? `Thay ${figure.text} bằng ${text}` : `Replace ${figure.text} by ${text}` },
    artifactChanges: [
      {
        artifactLocation: artifact(document.source.file),
        replacements: [{ deletedRegion: region(figure, places), insertedContent: { text } }],
      },
    ],
  };
}

/** Where a figure stands: a region of a text; in a file that is no text of lines, a place with a name. */
function located(figure: Pick<Figure, "start" | "end" | "text">, document: Examined, places: Places, language: Language): Location {
  const artifactLocation = artifact(document.source.file);
  const place = places.inFile(figure.start);
  if (place === undefined) return { physicalLocation: { artifactLocation, region: region(figure, places) } };
  const fullyQualifiedName = placeName(place, words[language]);
  return { physicalLocation: { artifactLocation }, logicalLocations: [{ name: figure.text, fullyQualifiedName, kind: "element" }] };
}

function region({ start, end }: LayoutPlace, places: Places): Region {
  const from = places.at(start);
  const to = places.at(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

/** A path as a URI reference: SARIF wants forward slashes and no bare spaces. */
function artifact(file: string): ArtifactLocation {
  if (file === "-") return { uri: "stdin" };
  const path = file.replaceAll("\\", "/");
  const absolute = /^[A-Za-z]:\//.test(path) ? `/${path}` : path;
  const uri = encodeURI(absolute).replace(/[?#]/g, encodeURIComponent);
  // A first segment with a colon would read as a scheme.
  return { uri: absolute.startsWith("/") ? `file://${uri}` : /^[^/]*:/.test(uri) ? `./${uri}` : uri };
}
