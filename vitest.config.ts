import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const members = ["packages", "apps", "tooling"].flatMap((group) =>
  readdirSync(new URL(group, import.meta.url))
    .map((name) => `${group}/${name}`)
    .filter((path) => existsSync(new URL(`${path}/package.json`, import.meta.url))),
);

/** How many times slower the pages are made, to see where a test is quicker than a page. */
const slower = Number(process.env.SLOW_PAGES ?? 1);

const conditions = ["@khop/source", ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    passWithNoTests: true,
    // More than there are cores: much of the time goes by waiting for programs of their own, browsers and databases.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // A machine that is busy with other work may take several times as long; what hangs is still seen.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: members.map((path) => ({
      extends: true as const,
      test: {
        name: path,
        // What the packages import keeps no state: it is imported once, not for each file.
        isolate: !path.startsWith("packages/"),
        include: [`${path}/**/*.test.ts`],
        exclude: ["**/node_modules/**", "**/dist/**"],
        // A browser, its pages and a server beside other tests: no test measures time (bench/ does), on a slow machine they take long; what a page shows is asked for until it is there.
        ...(path === "apps/web" && {
          testTimeout: 120_000 * slower,
          hookTimeout: 180_000 * slower,
          expect: { poll: { timeout: 30_000 * slower } },
        }),
        // What a member makes once before all of its tests.
        globalSetup: existsSync(new URL(`${path}/test/set-up.ts`, import.meta.url)) ? [`${path}/test/set-up.ts`] : [],
      },
    })),
  },
});
