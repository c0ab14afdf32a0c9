/** The reference page: drawn by Swagger UI, from files that come with the server. */
export const docsPage = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>Khớp API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;

export const docsScript = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#page", deepLinking: true, validatorUrl: null });
`;
