import { QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Frame } from "../frame/frame.tsx";
import { Fault, NotFound } from "../frame/no-page.tsx";
import { Routed } from "../frame/page-link.tsx";
import { RoutedLink } from "./routed-link.tsx";

const root = createRootRoute({
  component: () => (
    <QueryClientProvider client={queries}>
      <Routed value={RoutedLink}>
        <Frame>
          <Outlet />
        </Frame>
      </Routed>
    </QueryClientProvider>
  ),
  notFoundComponent: NotFound,
  errorComponent: Fault,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/dang-nhap",
  component: lazyRouteComponent(() => import("../sign-in/sign-in-page.tsx"), "SignInPage"),
});

/** What of an address is text; the rest is left out. */
const texts = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));

const entry = createRoute({
  getParentRoute: () => root,
  path: "/nhap",
  validateSearch: texts,
  component: lazyRouteComponent(() => import("../entry/entry-page.tsx"), "EntryPage"),
});

const progress = createRoute({
  getParentRoute: () => root,
  path: "/tien-do",
  validateSearch: texts,
  component: lazyRouteComponent(() => import("../progress/progress-page.tsx"), "ProgressPage"),
});

const report = createRoute({
  getParentRoute: () => root,
  path: "/bao-cao",
  validateSearch: texts,
  component: lazyRouteComponent(() => import("../report/report-page.tsx"), "ReportPage"),
});

const explore = createRoute({
  getParentRoute: () => root,
  path: "/tra-cuu",
  validateSearch: texts,
  component: lazyRouteComponent(() => import("../explore/explore-page.tsx"), "ExplorePage"),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: "/quan-tri",
  validateSearch: texts,
  component: lazyRouteComponent(() => import("../admin/admin-page.tsx"), "AdminPage"),
});

/** The pages that may ask the server. */
export const router = createRouter({ routeTree: root.addChildren([signIn, entry, progress, report, explore, admin]) });
