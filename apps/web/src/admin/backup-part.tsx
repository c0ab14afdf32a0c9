import { useState } from "react";
import { answered, khop } from "../api/khop.ts";
import type { Person } from "../api/person.ts";
import { handOver } from "../hand-over.ts";
import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Sure } from "../parts/sure.tsx";
import { today } from "../time.ts";
import { words as all } from "./words.ts";

/** A backup of everything, for whoever administers all of it; and how it is brought back, on the server. */
export function BackupPart({ person }: { readonly person: Person }) {
  const words = useWords(all);
  const [isSure, setSure] = useState(false);
  const download = async (): Promise<void> => {
    const blob = await answered(khop.GET("/api/v1/backup", { parseAs: "blob" }));
    handOver(`khop-${today(new Date())}.jsonl`, blob as unknown as Blob);
  };
  return (
    <>
      <p>{words.backupHow}</p>
      {person.mayInProvince.includes("backup.read") && (
        <Button looks={["primary"]} onClick={() => setSure(true)}>
          {words.backupNow}
        </Button>
      )}
      <p>{words.backupOn}</p>
      <pre>khop backup sao-luu.jsonl</pre>
      <p>{words.backupThen}</p>
      <pre>khop restore sao-luu.jsonl</pre>
      {isSure && (
        <Sure title={words.backupNow} does={words.backupNow} onClose={() => setSure(false)} onDo={download}>
          <p>{words.backupSure}</p>
        </Sure>
      )}
    </>
  );
}
