import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageOf } from "./language.tsx";
import { startOffline } from "./offline.ts";
import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/frame.css";
import { startTheme } from "./theme.ts";

/** Shows the pages of a router. */
export function start(router: AnyRouter): void {
  startTheme();
  startOffline();
  createRoot(document.getElementById("page") as HTMLElement).render(
    <StrictMode>
      <LanguageOf>
        <RouterProvider router={router} />
      </LanguageOf>
    </StrictMode>,
  );
}
