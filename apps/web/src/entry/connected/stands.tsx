import { PageLink } from "../../frame/page-link.tsx";
import { useLanguage, useWords } from "../../language.tsx";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Sign } from "../../parts/sign.tsx";
import type { ConnectedBook } from "./use-connected-book.ts";
import { words as all } from "./words.ts";

/** How a book stands to the server: sent, on its way, or kept here until there is a network. */
export function Stands({ state, again }: { readonly state: ConnectedBook; readonly again: string }) {
  const words = useWords(all);
  const { language } = useLanguage();
  const { phase, waiting, saved, failed, conflicts } = state;
  const time = saved instanceof Date ? saved.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" }) : "";
  const isSent = phase === "sent" && waiting === 0;
  const text = phase === "sent" ? (waiting === 0 ? words.phases.sent(time) : words.phases.sending) : words.phases[phase];
  return (
    <>
      <span className={isSent ? "private" : `private ${phase}`}>
        <Icon name={isSent ? "done" : phase === "offline" || phase === "failed" || phase === "signedOut" ? "warning" : "file"} size={16} />
        {text}
        {phase === "failed" && failed !== null && `: ${failed[language]}`}
      </span>
      {waiting > 0 && <span>{words.waiting(waiting)}</span>}
      {conflicts.length > 0 && (
        <span className="private">
          <Sign mark="misfit" /> {words.conflicts(conflicts.length)}
        </span>
      )}
      {phase === "signedOut" && (
        <PageLink to={`/dang-nhap?ve=${encodeURIComponent(again)}`} className="button small">
          {words.signIn}
        </PageLink>
      )}
      {(phase === "offline" || phase === "failed") && (
        <Button looks={["small"]} onClick={() => void state.sync()}>
          {words.again}
        </Button>
      )}
    </>
  );
}
