import { readFileSync } from "node:fs";
import { check } from "@khop/core";
import { readText } from "@khop/reader";
import { sampleField, factsOf } from "../mutations/facts.ts";
import { changesOf } from "../mutations/changes.ts";
import { tell, aimOf } from "../mutations/network.ts";
import { isPossible } from "../mutations/search.ts";
const field = sampleField(readFileSync("../shared/seed/bao-cao-2024-10.md","utf8"));
const doc = readText(field.text);
const facts = factsOf(field, doc);
const changes = facts.flatMap(changesOf);
console.log(facts.length, changes.length, facts.map(f=>f.figure.text).join(" "));
const base = check(doc.network);
console.log(doc.network.choices.length, "possible", isPossible(doc.network, [facts[0].figure.cell]));
let t=performance.now(); let caught=0,cut=0,first=0,uniq=0; const missed:string[]=[]; const det:string[]=[]; const wrong:string[]=[]; const over:string[]=[];
for (const ch of changes){ const told=tell(base,ch); const poss=isPossible(told.network,[told.cell]);
 if(told.broken.length){caught++; const a=aimOf(told); if(a.first)first++; if(a.unique)uniq++; if(a.wrong)wrong.push(ch.before+">"+ch.after); if(poss) over.push(ch.before+">"+ch.after+" "+told.broken.map(r=>r.kind.kind));}
 else { if(told.cut.length) cut++; missed.push(ch.before+">"+ch.after+(told.cut.length?" cut":"")); if(!poss) det.push(ch.before+">"+ch.after);} }
console.log({caught,cut,missed:missed.length,first,uniq,ms:performance.now()-t}); console.log("missed",missed.join("  ")); console.log("DET",det); console.log("WRONG",wrong); console.log("OVER",over);
