import { Drop } from "liquidjs";
import type { Named, Names } from "./naming.ts";

/** What a template may ask of a figure before it tells it: `{% if figures["complaints.received"].isZero %}`. */
class FigureDrop extends Drop {
  readonly isMissing: boolean;
  readonly isZero: boolean;
  readonly rose: boolean;
  readonly fell: boolean;
  readonly isEstimate: boolean;

  constructor({ cell }: Named) {
    super();
    const quantity = cell?.quantity ?? null;
    this.isMissing = quantity === null;
    this.isZero = quantity?.value.isZero() ?? false;
    this.rose = quantity?.value.gt(0) ?? false;
    this.fell = quantity?.value.lt(0) ?? false;
    this.isEstimate = cell?.status === "estimated";
  }
}

/** Every figure by its words. */
export class FiguresDrop extends Drop {
  readonly #names: Names;

  constructor(names: Names) {
    super();
    this.#names = names;
  }

  override liquidMethodMissing(words: string | number | symbol): FigureDrop {
    return new FigureDrop(this.#names.find(String(words)));
  }
}
