import { router } from "./office/router.tsx";
import { start } from "./start.tsx";

start(router);
