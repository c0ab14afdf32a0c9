import { relations } from "@khop/core";
import { isMultiple, isRate } from "../figures.ts";
import { average } from "./ratio/average.ts";
import { density } from "./ratio/density.ts";
import { harvests } from "./ratio/harvest.ts";
import { haul } from "./ratio/haul.ts";
import { averagesInStep } from "./ratio/in-step.ts";
import { eachBefore, isPerOne, perOf } from "./ratio/per.ts";
import { averagesOfParts } from "./ratio/per-part.ts";
import { perStretch } from "./ratio/per-stretch.ts";
import { perTime } from "./ratio/per-time.ts";
import { ofSexes } from "./ratio/sexes.ts";
import { times } from "./ratio/times.ts";
import type { Sight, Unseen } from "./sight.ts";

/** `117 thuê bao/100 dân`, `4,762 người/1 điểm phục vụ`, `bình quân mỗi doanh nghiệp 22,4 tỷ đồng`. */
export function discoverRatios(sight: Sight): void {
  const populations: Unseen[] = [];
  for (const passage of sight.passages) {
    for (const fig of passage.figures) {
      if (fig.role !== "quantity" || isRate(fig) || (fig.change && !isMultiple(fig))) continue;
      if (haul(sight, fig)) continue;
      const per = perOf(passage, fig);
      if (perStretch(sight, fig)) continue;
      if (isMultiple(fig)) times(sight, fig);
      else if (per !== null && ofSexes(sight, fig, per)) continue;
      else if (per !== null && density(sight, passage, fig, per, populations)) continue;
      else if (per !== null || isPerOne(fig)) average(sight, fig, per ?? eachBefore(fig));
    }
  }
  averagesInStep(sight);
  averagesOfParts(sight);
  harvests(sight);
  perTime(sight);
  if (populations.length >= 2) {
    sight.add({
      options: [{ kind: relations.agreement, seats: { bases: populations } }],
      prior: 0.95,
      pattern: "ratio:population",
      cue: "/100 dân",
      confirm: false,
      passage: 0,
    });
  }
}
