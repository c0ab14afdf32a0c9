import { type Finding, isMendedInWords, severities } from "@khop/core";
import { figuresOf, replacementFor, valueText } from "@khop/reader/checked";
import { type CheckedDocument, type Marked, mainFigure, marked, type PageFinding, titleOf } from "@khop/writer/shown";
import type { Language } from "../language.tsx";
import { accusedIn, type Desk, type Standing } from "./desk.ts";
import type { FindingsView, FindingView } from "./view.ts";

/** The document and what stands of it, as the pages of `@khop/writer` take it. */
export function checkedDocument(desk: Desk, standing: Standing, language: Language): CheckedDocument {
  const { document, name } = desk.opened;
  const { figures, checked, findings, findingId, waived } = standing;
  return {
    name,
    text: document.text,
    blocks: document.blocks ?? [],
    figures,
    checked,
    findings: findings.map((finding): PageFinding => {
      const acceptance = waived.get(finding);
      return {
        id: findingId(finding),
        finding,
        figures: figuresOf(finding, standing).map(({ id }) => id),
        ...(acceptance === undefined ? {} : { waived: { reason: acceptance.reason } }),
      };
    }),
    place: (offset) => desk.placeOf(offset, language),
  };
}

/** What was found, worst first, in the order of the text, what was accepted last. */
export function findingsOf(desk: Desk, language: Language): { readonly view: FindingsView; readonly marked: Marked } {
  const { now } = desk;
  const whole = marked(checkedDocument(desk, now, language));
  const quantities = now.figures.filter(({ role }) => role === "quantity");
  const rank = ({ finding, waived }: PageFinding): number =>
    (waived === undefined ? 0 : severities.length) + severities.indexOf(finding.severity);
  const { previous } = now;
  const view: FindingsView = {
    marks: Object.fromEntries(quantities.map((figure) => [figure.id, whole.markOf(figure)])),
    findings: [...whole.document.findings].sort((a, b) => rank(a) - rank(b)).map((one) => viewOf(one, whole, desk, language)),
    repaired: desk.repaired(),
    waiting: now.checked.filter(({ verdict, reason }) => verdict === "unknown" && reason === "hidden-operand").length,
    ...(previous === undefined ? {} : { previous: { name: previous.file, paired: previous.paired, doubtful: previous.isDoubtful } }),
  };
  return { view, marked: whole };
}

function viewOf(one: PageFinding, whole: Marked, desk: Desk, language: Language): FindingView {
  const { finding, id, figures, waived } = one;
  const byId = new Map(whole.document.figures.map((figure) => [figure.id, figure]));
  const own = figures.flatMap((figure) => byId.get(figure) ?? []);
  const main = mainFigure(one, whole) ?? own[0];
  const likely = waived === undefined ? likelyOf(finding, desk) : undefined;
  return {
    id,
    severity: finding.severity,
    title: titleOf(one, own, language),
    message: finding.message[language],
    place: main === undefined ? "" : desk.placeOf(main.start, language),
    figures: main === undefined ? [] : [...new Set([main.id, ...figures])],
    ...(waived === undefined ? {} : { waived: waived.reason }),
    ...(likely === undefined ? {} : { likely }),
  };
}

/** The one value that mends a finding, where it can be written in place of what was printed. */
function likelyOf(finding: Finding, { now }: Desk): FindingView["likely"] {
  const figure = accusedIn(finding, now);
  const [suspect] = finding.suspects;
  const expected = suspect?.expected ?? null;
  if (figure === undefined || !suspect || expected === null || isMendedInWords(suspect) || replacementFor(figure, expected) === undefined)
    return undefined;
  return { figure: figure.id, value: expected.toFixed(), text: valueText(figure, expected) };
}
