import { writeFileSync, readFileSync } from "node:fs";
import * as Plot from "@observablehq/plot"; import { parseHTML } from "linkedom"; import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { writeDocx, writeHtml, writeMarkdown } from "./src/report/index.ts"; import { writePdf } from "./src/print/index.ts"; import { chartDrawer } from "./src/chart/index.ts";
import { exampleFacts, exampleReport } from "./src/testing/index.ts"; import { decree30Styles } from "../catalog/src/index.ts"; import { quantity, unitOf, percent } from "@khop/core";
await initWasm(readFileSync(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
const faces=["400Regular","400Regular_Italic","700Bold","700Bold_Italic"]; const tinos=new URL(".", import.meta.resolve("@expo-google-fonts/tinos/package.json"));
const fontBuffers=[readFileSync(new URL("400Regular/Tinos_400Regular.ttf", tinos))];
const drawChart = chartDrawer({ plot: Plot, document: parseHTML("").document, png: (svg, width) => new Resvg(svg, { fitTo: { mode: "width", value: width }, font: { fontBuffers, defaultFontFamily: "Tinos", loadSystemFonts: false } as never }).render().asPng() });
const facts = new Map(exampleFacts); const f=(k:string,v:string|null,u="hồ sơ")=>{facts.set(k, v===null?null:quantity({value:v, unit:u==="%"?percent:unitOf(u)})); return k;};
const cats=["Cấp tỉnh","Cấp huyện","Cấp xã và các đơn vị sự nghiệp công lập trực thuộc"];
const block=(b:any)=>({is:"chart",...b});
const months=["Tháng 5","Tháng 6","Tháng 7","Tháng 8","Tháng 9","Tháng 10"];
const opening=[...exampleReport.opening!,
 block({kind:"bars",caption:"Biểu đồ 1. Hồ sơ tiếp nhận theo cấp",unit:"hồ sơ",categories:cats,series:[{name:"Tiếp nhận",facts:[f("a1","9504"),f("a2","687"),f("a3","8717")]}]}),
 block({kind:"bars",caption:"Biểu đồ 2. Hồ sơ theo cấp và kết quả",unit:"hồ sơ",categories:cats,series:[{name:"Đúng hạn",facts:[f("b1","8580"),f("b2","648"),f("b3","8618")]},{name:"Trễ hạn",facts:[f("c1","64"),f("c2",null),f("c3","23")]},{name:"Đang giải quyết",facts:[f("d1","640"),null,f("d3","4123")]},{name:"Trả lại",facts:[f("e1","2640"),f("e2","12"),f("e3","123")]}]}),
 block({kind:"bars",caption:"Biểu đồ 3. Tăng, giảm",unit:"%",categories:["Văn bản đi","Văn bản đến"],series:[{name:"Tăng",facts:[f("g1","-12.55","%"),f("g2","4.29","%")]}]}),
 block({kind:"line",caption:"Biểu đồ 4. Thư rác",unit:"thư",categories:months,series:[{name:"Thư rác",facts:[f("l1","12450","thư"),f("l2","13700","thư"),f("l3","11200","thư"),f("l4",null,"thư"),f("l5","15020","thư"),f("l6","14210","thư")]}]}),
 block({kind:"line",caption:"Biểu đồ 5. Văn bản",unit:"văn bản",categories:months,series:["Văn bản đi","Văn bản đến","Ký số"].map((name,i)=>({name,facts:months.map((_,j)=>f(`m${i}${j}`,String([22108,75525,21764][i]!+((j*7919*(i+1))%9000)-4000),"văn bản"))}))}),
];
const report={...exampleReport, opening} as never;
const opts={facts,layout:decree30Styles,drawChart};
let t=performance.now(); writeFileSync("/tmp/sheet/c.html", writeHtml(report, opts)); console.log("html",performance.now()-t);
t=performance.now(); const d=writeDocx(report,opts); writeFileSync("/tmp/sheet/c.docx", d); console.log("docx",performance.now()-t, d.length, Buffer.from(d).equals(Buffer.from(writeDocx(report,opts))));
writeFileSync("/tmp/sheet/c.md", writeMarkdown(report,{facts}));
const engine = NodeCompiler.create({ fontArgs: [{ fontPaths: faces.map(x=>decodeURIComponent(new URL(x, tinos).pathname)) }] });
t=performance.now(); const p=writePdf(engine, report, opts); writeFileSync("/tmp/sheet/c.pdf", p); console.log("pdf",performance.now()-t,p.length);
