import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageOf } from "./language.tsx";
import { startOffline } from "./offline.ts";
import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/frame.css";
import { startTheme } from "./theme.ts";

/** Shows a document of ours. */
export function start(pages: ReactNode): void {
  startTheme();
  startOffline();
  createRoot(document.getElementById("page") as HTMLElement).render(
    <StrictMode>
      <LanguageOf>{pages}</LanguageOf>
    </StrictMode>,
  );
}
