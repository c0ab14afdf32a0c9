import { counted, useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import type { Answered } from "./view.ts";
import { words as all } from "./words.ts";

/** What came of a file that was imported: how many figures, and the cells that could not be taken. */
export function Taken({ taken, onClose }: { readonly taken: Answered["take"]; readonly onClose: () => void }) {
  const words = useWords(all);
  const { language } = useLanguage();
  return (
    <div className="taken">
      <Notice tone={taken.issues.length > 0 ? "error" : "calm"} title={words.taken(counted(taken.taken, language))}>
        {taken.issues.length > 0 && (
          <>
            <span>{words.issues}:</span>
            <ul>
              {taken.issues.map((issue) => (
                <li key={`${issue.place} ${issue.en}`}>
                  {issue.place}: {issue[language]}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="acts">
          <Button looks={["small"]} onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
