declare module "@khop/core" {
  interface ErrorInfo {
    "writer/not-word": { contentType: string };
    "writer/bad-template": { template: string; line: number; column: number; nearest?: string | undefined };
    "writer/unknown-name": { what: "indicator" | "member" | "breakdown"; name: string; nearest: string | undefined };
    "writer/unknown-fact": { fact: string; nearest: readonly string[] };
    "writer/bad-note": { note: string };
    "writer/no-print-font": { font: string };
    "writer/no-glyph": { text: string };
    "writer/uneven-table": { table: string; columns: number; cells: number };
    "writer/no-raster": Record<string, never>;
    "writer/bad-chart": { chart: string };
    "writer/unknown-indicator": { indicator: string; known: readonly string[] };
    "writer/not-excel": { contentType: string };
  }
}

export type {};
