import { memo, useMemo } from "react";
import { useWords } from "../language.tsx";
import type { Desk } from "./grid.tsx";
import type { Place } from "./layout.ts";
import { useCells } from "./sheet.ts";
import { words as all } from "./words.ts";

interface PairProps {
  readonly desk: Desk;
  readonly place: Place | null;
  readonly named: string;
  /** Without the period before. */
  readonly isAlone: boolean;
}

/** A figure of this period and, quiet beside it, that of the one before. */
export const Pair = memo(function Pair({ desk, place, named, isAlone }: PairProps) {
  const words = useWords(all);
  if (place === null)
    return (
      <>
        <td className="none">{words.none}</td>
        {!isAlone && <td className="before" />}
      </>
    );
  if (place.is === "computed") return <Computed desk={desk} place={place} isAlone={isAlone} />;
  return <Entered desk={desk} place={place} named={named} />;
});

/** A figure that is worked out; one with a part missing says so, and is no number. */
function Computed({ desk: { sheet, keyNow, keyBefore }, place, isAlone }: Pick<PairProps, "desk" | "isAlone"> & { readonly place: Place }) {
  const words = useWords(all);
  const [key, earlier, parts] = useMemo(
    () => [keyNow(place), keyBefore(place), (place.parts ?? []).map((code) => keyNow({ ...place, code }))],
    [keyNow, keyBefore, place],
  );
  useCells(
    sheet,
    useMemo(() => [key, earlier, ...parts], [key, earlier, parts]),
  );
  const figure = sheet.figure(key);
  return (
    <>
      <td className="computed">
        {sheet.isBroken(key) && <b className="flag">≠ </b>}
        {figure ?? <span className="none">{parts.some((part) => !sheet.isFilled(part)) ? words.partMissing : words.untold}</span>}
      </td>
      {!isAlone && <td className="before computed">{sheet.figure(earlier) ?? sheet.text(earlier)}</td>}
    </>
  );
}

/** A cell to type into. Of thousands, only those that changed are drawn again as one is typed into. */
function Entered({ desk, place, named }: { readonly desk: Desk; readonly place: Place; readonly named: string }) {
  const words = useWords(all);
  const { sheet, keyNow, keyBefore, fixed, onType, onEnter } = desk;
  const keys = useMemo(() => [keyNow(place), keyBefore(place)], [keyNow, keyBefore, place]);
  useCells(sheet, keys);
  const [key = "", earlier = ""] = keys;
  const text = sheet.text(key);
  const before = <td className="before">{sheet.figure(earlier) ?? sheet.text(earlier)}</td>;
  if (fixed === "all" || (fixed === "yearly" && place.yearly)) {
    return (
      <>
        <td className="computed">{text === "" ? <span className="none">{words.missing}</span> : text}</td>
        {before}
      </>
    );
  }
  const broken = sheet.isBroken(key);
  return (
    <>
      <td className={["in", broken && "bad", text === "" && "wait"].filter(Boolean).join(" ")}>
        <input
          aria-label={named}
          aria-invalid={broken}
          {...(broken ? { "aria-describedby": `said ${key}`.replaceAll(" ", "-") } : {})}
          data-key={key}
          inputMode="decimal"
          autoComplete="off"
          placeholder={words.missing}
          value={text}
          onChange={({ currentTarget }) => onType({ key, text: currentTarget.value })}
          onBlur={() => sheet.draft?.key === key && onEnter({ [key]: sheet.draft.text })}
        />
      </td>
      {before}
    </>
  );
}
