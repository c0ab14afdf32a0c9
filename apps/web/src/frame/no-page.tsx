import { useWords } from "../language.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { PageLink } from "./page-link.tsx";
import { words as all } from "./words.ts";

/** An address that is none of ours. */
export function NotFound() {
  const words = useWords(all);
  return (
    <main id="content" className="alone">
      <h1>{words.notFound}</h1>
      <PageLink to="/" className="button primary">
        {words.home}
      </PageLink>
    </main>
  );
}

/** A fault of the page itself. */
export function Fault() {
  const words = useWords(all);
  return (
    <main id="content" className="alone">
      <Notice tone="error" title={words.fault}>
        <span>{words.faultHow}</span>
        <div className="acts">
          <Button onClick={() => window.location.reload()}>{words.reload}</Button>
        </div>
      </Notice>
    </main>
  );
}
