import { useId } from "react";
import { useWords } from "../language.tsx";
import { Sure } from "../parts/sure.tsx";
import { headIn } from "./head.ts";
import type { Head } from "./queries.ts";
import { words as all } from "./words.ts";

/** The head and the signature of a report, to fill in. */
export function HeadDialog({
  head,
  onClose,
  onDone,
}: {
  readonly head: Head;
  readonly onClose: () => void;
  readonly onDone: (head: Head) => void;
}) {
  const words = useWords(all);
  const id = useId();
  const { letter, number = "", date = "" } = head;
  const { parentBody = "", body, place, signatureBlock } = letter;
  const { authority = "", position, name } = signatureBlock;
  const values: Readonly<Record<string, string>> = { parentBody, body, place, number, date, authority, position, name };
  const wanted = new Set(["body", "place", "position"]);
  return (
    <Sure title={words.letter} does={words.save} onClose={onClose} onDo={async ({ given }) => onDone(headIn(given, head))}>
      <p>{words.letterHow}</p>
      <div className="fields">
        {Object.entries(values).map(([field, value]) => (
          <div key={field}>
            <label className="label" htmlFor={`${id}${field}`}>
              {words.fields[field]}
            </label>
            <input
              className="field"
              id={`${id}${field}`}
              name={field}
              type={field === "date" ? "date" : "text"}
              defaultValue={value}
              required={wanted.has(field)}
              maxLength={300}
            />
          </div>
        ))}
      </div>
    </Sure>
  );
}
