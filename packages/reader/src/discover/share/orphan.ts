import type { Fig } from "../../figures.ts";
import type { Option } from "../sight.ts";

/** A percentage whose part is known and whose base is not: what `discoverBases` looks for a common base for. */
export interface Orphan {
  readonly share: Fig;
  readonly part: Fig;
  readonly pattern: string;
  readonly prior: number;
  /** The reading that its words suggest, and the same once it is likely enough to be told of. */
  readonly worded: Option | undefined;
  readonly option: Option | undefined;
  /** Its words leave doubt about what it is a share of. */
  readonly doubtful: boolean;
  /** Other readings that are about as natural, none of which holds either. */
  readonly others: readonly Option[];
}
