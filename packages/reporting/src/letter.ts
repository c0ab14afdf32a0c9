import { outlineOf, type ReportRegime } from "@khop/catalog/report";
import type { Letter } from "@khop/writer/prose";

/** Who reports, to whom, and who signs. */
export interface LetterHead {
  readonly parentBody?: string | undefined;
  readonly body: string;
  readonly place: string;
  readonly symbol?: string | undefined;
  readonly addressedTo?: readonly string[] | undefined;
  readonly legalBases?: readonly string[] | undefined;
  readonly addressees?: readonly string[] | undefined;
  readonly signatureBlock: { readonly authority?: string | undefined; readonly position: string; readonly name: string };
}

/** What stands about a report that is known only when it is made. */
export interface Occasion {
  readonly number: string | undefined;
  readonly date: string | undefined;
  readonly tasks: readonly string[] | undefined;
}

/** Who reports to whom, and who signs; without its number or its date a report is a draft. */
export function letterOf(regime: ReportRegime, { letter }: { readonly letter: LetterHead }, { number, date, tasks }: Occasion): Letter {
  const { symbol = outlineOf(regime).symbol, addressees, parentBody, addressedTo, legalBases, signatureBlock, body, place } = letter;
  const divisions = new Map(regime.divisions.map(({ id, name }) => [id, name.vi]));
  const planned = regime.tasks.map(({ text, responsible }) => ({
    text,
    ...(divisions.has(responsible) ? { responsible: divisions.get(responsible) as string } : {}),
  }));
  return {
    body,
    place,
    docNumber: { number: number ?? null, symbol },
    date: date ?? null,
    ...(number === undefined || date === undefined ? { draft: true } : {}),
    ...(parentBody === undefined ? {} : { parentBody }),
    ...(addressedTo === undefined ? {} : { addressedTo: [...addressedTo] }),
    ...(legalBases === undefined ? {} : { legalBases: [...legalBases] }),
    addressees: addressees === undefined ? [...regime.addressees, `Lưu: VT`] : [...addressees],
    signatureBlock: {
      position: signatureBlock.position,
      name: signatureBlock.name,
      ...(signatureBlock.authority === undefined ? {} : { authority: signatureBlock.authority }),
    },
    tasks: tasks === undefined ? planned : tasks.map((text) => ({ text })),
  };
}
