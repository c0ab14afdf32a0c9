import { isUnreached, wordsOf } from "../api/refusal.ts";
import { useLanguage, useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { words as all } from "./words.ts";

/** What of a query is told while there is no answer. */
interface Asked {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** What stands where an answer will be: that it was asked for, or why it did not come and what to do. */
export function Asking({ query }: { readonly query: Asked }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { error } = query;
  if (error === null) return <Notice tone="busy" title={words.asking} />;
  return (
    <Notice tone="error" title={isUnreached(error) ? words.offline : words.failed}>
      <span>{wordsOf(error)[language]}</span>
      <div className="acts">
        <Button looks={["small"]} onClick={() => void query.refetch()}>
          {words.again}
        </Button>
      </div>
    </Notice>
  );
}
