/** The class of every chart; the policy of the pages knows the style that goes with it. */
export const chartClass = "khop-chart";
