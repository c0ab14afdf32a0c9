import { RouterProvider } from "@tanstack/react-router";
import { router } from "./office/router.tsx";
import { start } from "./start.tsx";

start(<RouterProvider router={router} />);
