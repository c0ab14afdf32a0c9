import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Frame } from "./frame/frame.tsx";
import { Fault, NotFound } from "./frame/no-page.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Fault });

const design = createRoute({
  getParentRoute: () => root,
  path: "/bo-mau",
  component: lazyRouteComponent(() => import("./design/design-page.tsx"), "DesignPage"),
});

export const router = createRouter({ routeTree: root.addChildren([design]) });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
