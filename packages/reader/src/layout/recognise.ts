import type { HeadingNumber, MeasuredLine, Part } from "@khop/core";
import { isUpper } from "./fold.ts";
import { headingNumber } from "./heading-number.ts";
import * as is from "./marks.ts";
import type { RawLine } from "./raw-line.ts";

/** Which part of a document is being read. */
type Zone = "head" | "summary" | "addressees" | "body" | "recipients" | "signature" | "appendix";

/** The head of a document is not longer. */
const mostHead = 40;
const mostSummary = 6;

/** Tells what each line is, from its words and from what stands before it. */
export function recognised(raw: readonly RawLine[]): MeasuredLine[] {
  const reading = new Recognising();
  const lines = raw.flatMap(inColumns);
  return reading.read(lines);
}

const standsAlone = (text: string): boolean =>
  is.isNationalName(text) ||
  is.isMotto(text) ||
  is.isDocNumber(text) ||
  is.isPlaceDate(text) ||
  is.isRecipientsTitle(text) ||
  is.isAuthority(text) ||
  is.isPosition(text);

/** A line whose columns are parts of their own, as in a head that is laid out by tabs; a recipient may stand beside the signer. */
function inColumns(line: RawLine): readonly RawLine[] {
  const [first, ...others] = line.columns.map(({ text }) => text.trim());
  if (first === undefined || others.length === 0) return [line];
  const isEnd = is.isBullet(first) && others.some(is.isPersonName);
  return isEnd || [first, ...others].some(standsAlone) ? line.columns : [line];
}

const parts: Readonly<Record<HeadingNumber["scheme"], Part>> = {
  part: "chapter",
  chapter: "chapter",
  capital: "section",
  roman: "section",
  article: "article",
  arabic: "clause",
  letter: "point",
};

class Recognising {
  #zone: Zone = "head";
  #last: Part = "other";
  #summaries = 0;
  #headings = 0;
  #hasDocNumber = false;
  #hasRecipients = false;
  #recipientsCell = "";

  read(lines: readonly RawLine[]): MeasuredLine[] {
    const found = lines.map((line, i) => this.#lineOf(line, i));
    return this.#bodiesIn(captionsIn(found, lines));
  }

  #lineOf(line: RawLine, i: number): MeasuredLine {
    const { start, end, text, looks, setting, emphasised } = line;
    const number = headingNumber(text, emphasised);
    const part = this.#partOf(line, text.trim(), number, i);
    const isHeading = ["chapter", "section", "article", "clause", "subclause", "point"].includes(part);
    if (isHeading) this.#headings += 1;
    if (part !== "footnote" && part !== "table") this.#last = part;
    return { start, end, text: text.trimEnd(), part, number: isHeading ? number : null, looks, setting };
  }

  #partOf(line: RawLine, text: string, number: HeadingNumber | null, i: number): Part {
    const { place } = line;
    if (place.kind === "footnote") return "footnote";
    if (place.kind === "cell" && place.figures) return "table";
    if (is.isNationalName(text)) return "nationalName";
    if (is.isMotto(text)) return "motto";
    if (is.isRecipientsTitle(text)) return this.#to("recipients", "recipientsTitle", line);
    if (is.isAppendixNumber(text) && (this.#zone !== "head" || i === 0)) return this.#to("appendix", "appendixNumber");
    if (i < mostHead && this.#headings === 0 && is.isDocNumber(text)) {
      this.#hasDocNumber = true;
      return "docNumber";
    }
    if (i < mostHead && this.#headings === 0 && is.isPlaceDate(text)) return "placeDate";
    if (is.isAddressedTo(text)) return this.#headings === 0 ? this.#to("addressees", "addressedTo") : "addressedTo";
    switch (this.#zone) {
      case "head":
        return this.#inHead(line, text, number, i);
      case "summary":
        return this.#inSummary(line, text, number);
      case "addressees":
        if (is.isTitle(text)) return this.#to("summary", "title");
        return is.isBullet(text) || line.isBullet || place.kind === "cell" ? "addressedTo" : this.#enterBody(line, text, number);
      case "recipients":
        return this.#inRecipients(line, text);
      case "signature":
        return this.#inSignature(text);
      case "appendix":
        return this.#inAppendixHead(line, text, number);
      case "body":
        return this.#inBody(line, text, number);
    }
  }

  #to(zone: Zone, part: Part, line?: RawLine): Part {
    this.#zone = zone;
    if (zone === "recipients" && line !== undefined) {
      this.#hasRecipients = true;
      this.#recipientsCell = cellOf(line);
    }
    return part;
  }

  #enterBody(line: RawLine, text: string, number: HeadingNumber | null): Part {
    this.#zone = "body";
    return this.#inBody(line, text, number);
  }

  #inHead(line: RawLine, text: string, number: HeadingNumber | null, i: number): Part {
    if (is.isRule(text)) return "typedLine";
    if (is.isTitle(text)) return this.#to("summary", "title");
    if (is.isSecrecy(text)) return "secrecy";
    if (is.isUrgency(text)) return "urgency";
    if (is.isSubject(text) || (this.#last === "subject" && text.length < 120 && line.place.kind === "cell")) return "subject";
    if (i >= mostHead || number !== null || text.length > 200 || /[.;]$/.test(text) || is.isLegalBasis(text) || is.isAuthority(text))
      return this.#enterBody(line, text, number);
    if (isUpper(text) && !this.#hasDocNumber) return "body";
    return "other";
  }

  #inSummary(line: RawLine, text: string, number: HeadingNumber | null): Part {
    if (is.isRule(text)) return "typedLine";
    const isFirst = this.#summaries === 0;
    const goesOn = line.emphasised !== false || line.setting?.alignment === "center";
    const ends = number !== null || is.isLegalBasis(text) || text.length > 300 || /[.;:]$/.test(text) || line.place.kind === "cell";
    if (ends || (!isFirst && (!goesOn || this.#last === "typedLine")) || this.#summaries >= mostSummary)
      return this.#enterBody(line, text, number);
    // In a plain text nothing shows where a summary ends: its lines are long, and the last one may be short.
    if (!isFirst && line.emphasised === null && isUpper(text)) return this.#enterBody(line, text, number);
    this.#summaries += 1;
    return "summary";
  }

  #inBody(line: RawLine, text: string, number: HeadingNumber | null): Part {
    if (is.isRule(text)) return "other";
    if (this.#headings === 0 && is.isLegalBasis(text)) return "legalBasis";
    if (this.#last === "legalBasis" && is.isProposal(text)) return "legalBasis";
    if (is.isAuthority(text)) return this.#to("signature", "authority");
    if (number === null && is.isPosition(text)) return this.#to("signature", "position");
    if (line.place.kind === "cell") return "table";
    if (number !== null) return number.scheme === "arabic" && number.path.length > 1 ? "subclause" : parts[number.scheme];
    if (line.isBullet || is.isBullet(text)) return "item";
    if (is.isTableUnit(text)) return "other";
    if (isUpper(text) || text.startsWith("|")) return "other";
    return "text";
  }

  #inRecipients(line: RawLine, text: string): Part {
    if (is.isAuthority(text)) return this.#to("signature", "authority");
    if (is.isPosition(text)) return this.#to("signature", "position");
    if (is.isBullet(text) || line.isBullet || /^(?:Như trên|Lưu)\s*[:;]/u.test(text)) return "recipient";
    const isSameCell = cellOf(line) === this.#recipientsCell && line.place.kind === "cell";
    if (isSameCell || (this.#last === "recipient" && !is.isPersonName(text) && line.place.kind === "body")) return "recipient";
    this.#zone = "signature";
    return this.#inSignature(text);
  }

  #inSignature(text: string): Part {
    if (is.isAuthority(text)) return "authority";
    if (is.isPosition(text)) return "position";
    if (this.#hasRecipients && /^\s*[-–]\s/u.test(text)) return "recipient";
    if (this.#last === "authority" && isUpper(text)) return "authority";
    const hasRole = this.#last === "authority" || this.#last === "position" || this.#last === "other" || this.#last === "recipient";
    if (hasRole && is.isPersonName(text)) return "signer";
    return "other";
  }

  #inAppendixHead(line: RawLine, text: string, number: HeadingNumber | null): Part {
    if (is.isAppendixReference(text)) return "appendixReference";
    const isHead = ["appendixNumber", "appendixTitle", "appendixReference"].includes(this.#last);
    if (isHead && number === null && (isUpper(text) || (line.setting?.alignment === "center" && text.length < 200))) return "appendixTitle";
    return this.#inBody(line, text, number);
  }

  /** Of the names in capitals at the top, the last is that of the body; those before it are the one above. */
  #bodiesIn(lines: MeasuredLine[]): MeasuredLine[] {
    const named = lines.flatMap(({ part }, i) => (part === "body" ? [i] : []));
    const own = named.findLast((i) => is.opensBody((lines[i] as MeasuredLine).text)) ?? named[0];
    return lines.map((line, i) => (line.part === "body" && own !== undefined && i < own ? { ...line, part: "parentBody" } : line));
  }
}

/** A centred line right above a table, or above a unit, or that says it names a picture, is no running text. */
function captionsIn(found: readonly MeasuredLine[], raw: readonly RawLine[]): MeasuredLine[] {
  const opensTable = (i: number): boolean => raw[i]?.place.kind === "cell" && raw[i - 1]?.place.kind !== "cell";
  /** What names a table, or says that it names a picture. */
  const isName = (i: number): boolean =>
    opensTable(i + 1) ||
    (is.isTableUnit(raw[i + 1]?.text.trim() ?? "") && opensTable(i + 2)) ||
    is.isPictureName(raw[i]?.text.trim() ?? "");
  /** Whatever stands below an appendix's number is its title, a table's name only what follows. */
  const mayBe = ({ part }: MeasuredLine, i: number): boolean =>
    part === "text" || (part === "appendixTitle" && found[i - 1]?.part !== "appendixNumber");
  return found.map((line, i) => (mayBe(line, i) && line.setting?.alignment === "center" && isName(i) ? { ...line, part: "other" } : line));
}

const cellOf = ({ place }: RawLine): string => (place.kind === "cell" ? `${place.table} ${place.row} ${place.column}` : place.kind);
