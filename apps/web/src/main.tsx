import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { LanguageOf } from "./language.tsx";
import { router } from "./router.tsx";
import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";
import "./style/frame.css";
import { startTheme } from "./theme.ts";

startTheme();
createRoot(document.getElementById("page") as HTMLElement).render(
  <StrictMode>
    <LanguageOf>
      <RouterProvider router={router} />
    </LanguageOf>
  </StrictMode>,
);
