import { Suspense } from "react";
import { Frame } from "./frame/frame.tsx";
import { Guard } from "./frame/guard.tsx";
import { pageAt } from "./pages.tsx";
import { start } from "./start.tsx";

const Page = pageAt(window.location.pathname);

start(
  <Frame>
    <Guard>
      <Suspense>
        <Page />
      </Suspense>
    </Guard>
  </Frame>,
);
