import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { CheckPage } from "./check/check-page.tsx";
import { Frame } from "./frame/frame.tsx";
import { Fault, NotFound } from "./frame/no-page.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: Fault });

const check = createRoute({ getParentRoute: () => root, path: "/", component: CheckPage });

const design = createRoute({
  getParentRoute: () => root,
  path: "/bo-mau",
  component: lazyRouteComponent(() => import("./design/design-page.tsx"), "DesignPage"),
});

const large = createRoute({
  getParentRoute: () => root,
  path: "/bo-mau/bieu-lon",
  component: lazyRouteComponent(() => import("./design/large-page.tsx"), "LargePage"),
});

/** The check page, which can ask nobody, and what goes with it. */
export const router = createRouter({ routeTree: root.addChildren([check, design, large]) });
