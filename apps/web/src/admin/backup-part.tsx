import { useWords } from "../language.tsx";
import { words as all } from "./words.ts";

/** How a backup is made, and brought back: on the server, by the command. */
export function BackupPart() {
  const words = useWords(all);
  return (
    <>
      <p>{words.backupHow}</p>
      <pre>khop backup sao-luu.jsonl</pre>
      <p>{words.backupThen}</p>
      <pre>khop restore sao-luu.jsonl</pre>
    </>
  );
}
