import pkg from "../package.json" with { type: "json" };

if (process.argv[2] === "--version") console.log(pkg.version);
