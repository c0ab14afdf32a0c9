import { sustained } from "./api/load.ts";
import { october, province, type Reporter, regime, served, start } from "./api/served.ts";
process.env.NODE_OPTIONS = process.env.PROF ? "--cpu-prof --cpu-prof-interval 200 --cpu-prof-dir /tmp/cpapi" : "";
const there = await served("server", 400);
if ("notRun" in there) throw new Error(there.notRun);
process.env.NODE_OPTIONS = "";
const { address, reporters, url } = there;
const of = (n: number) => reporters[n % reporters.length] as Reporter;
const at = ({ orgUnit }: Reporter) => `/api/v1/provinces/${province}/periods/${regime.id}/${october.id}/submissions/${orgUnit}`;
const state = (n: number) => ({ method: "GET" as const, path: at(of(n)), token: of(n).token });
const read = (n: number) => ({ method: "GET" as const, path: `/api/v1/provinces/${province}/facts?period=${october.id}&orgUnit=${of(n).orgUnit}&limit=500`, token: of(n).token });
const bare = await start(["bench/api/bare.ts"], { DATABASE_URL: url as string }, "stdout");
for (let i = 0; i < 1; i++) {
  const a = await sustained(address, state, { seconds: 4 });
  const b = await sustained(bare.address, (n) => ({ method: "GET", path: `/state/${of(n).orgUnit}` }), { seconds: 4 });
  console.log("state", a.perSecond.toFixed(0), b.perSecond.toFixed(0), (a.perSecond / b.perSecond).toFixed(2));
}
if (!process.env.PROF) for (let i = 0; i < 1; i++) {
  const a = await sustained(address, read, { seconds: 4 });
  const b = await sustained(bare.address, (n) => ({ method: "GET", path: `/facts/${of(n).orgUnit}` }), { seconds: 4 });
  console.log("read", a.perSecond.toFixed(0), b.perSecond.toFixed(0), (a.perSecond / b.perSecond).toFixed(2));
}
await bare.stop();
await there.stop();
