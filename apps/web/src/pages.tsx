import { type ComponentType, lazy } from "react";
import { CheckPage } from "./check/check-page.tsx";
import { NotFound } from "./frame/no-page.tsx";

const pages: Readonly<Record<string, ComponentType>> = {
  "/": CheckPage,
  "/bo-mau": lazy(async () => ({ default: (await import("./design/design-page.tsx")).DesignPage })),
  "/bo-mau/bieu-lon": lazy(async () => ({ default: (await import("./design/large-page.tsx")).LargePage })),
};

/**
 * The check page, which can ask nobody, and what goes with it. Each address is a page of its own and a link loads it, so nothing that
 * finds its way among pages comes with the first one.
 */
export const pageAt = (path: string): ComponentType => pages[path === "/" ? path : path.replace(/\/$/, "")] ?? NotFound;
