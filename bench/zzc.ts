import { composing } from "./compose.ts";
const t = await composing();
console.log(t);
