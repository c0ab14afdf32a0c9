import { useRouterState } from "@tanstack/react-router";
import { PageLink } from "../frame/page-link.tsx";
import { useWords } from "../language.tsx";
import { Notice } from "../parts/notice.tsx";
import { words as all } from "./words.ts";

/** Tells whoever is not signed in why to, and leads there and back. */
export function SignInFirst() {
  const words = useWords(all);
  const here = useRouterState({ select: ({ location }) => location.href });
  return (
    <Notice tone="busy" title={words.signInFirst}>
      <span>{words.signInWhy}</span>
      <div className="acts">
        <PageLink to={`/dang-nhap?ve=${encodeURIComponent(here)}`} className="button primary">
          {words.signIn}
        </PageLink>
      </div>
    </Notice>
  );
}
