const t=performance.now();
const Plot = await import("@observablehq/plot"); const { parseHTML } = await import("linkedom"); console.log("import", performance.now()-t);
const { document } = parseHTML("<!doctype html><html><body></body></html>");
const data=[["Cấp tỉnh","Đúng hạn",8580],["Cấp tỉnh","Trễ",64],["Cấp huyện","Đúng hạn",648],["Cấp huyện","Trễ",19]].map(([c,s,v])=>({c,s,v}));
const make=()=>Plot.plot({document, width:450, height:160, marginLeft:80, style:{fontFamily:"Tinos", fontSize:"11px", overflow:"visible"}, x:{grid:true, tickFormat:d=>d.toLocaleString("vi")}, marks:[Plot.barX(data,{fy:"c",y:"s",x:"v",fill:"url(#a)"}), Plot.text(data,{fy:"c",y:"s",x:"v",text:d=>String(d.v),textAnchor:"start",dx:4}), Plot.ruleX([0])]}).outerHTML;
const a=make(); console.log(a===make(), a.length); console.log(a);
const b=performance.now(); make(); console.log(performance.now()-b);
