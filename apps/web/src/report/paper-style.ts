/** How figures look on the paper, and how the paper fits a screen; the rest of its look comes with it. The paper is white, day and night. */
export const paperStyle = `
:host { color: #000; font: 14pt "Times New Roman", "Liberation Serif", Tinos, serif; }
.main { width: auto; max-width: 210mm; margin: 0 auto; box-shadow: 0 0 0 1px rgba(0, 0, 0, 0.12); overflow-wrap: anywhere; }
data { padding: 0 1px; border-radius: 2px; text-decoration: underline solid 1px #8a8f98; text-underline-offset: 4px; cursor: help; }
data.computed { text-decoration-style: dotted; text-decoration-thickness: 1.5px; }
data.misfit { background: #fbe8e5; text-decoration: underline double 1.5px #b0261b; }
data.changed { background: #faefda; }
data:hover, data.here { background: #e8edf7; box-shadow: 0 0 0 1.5px #2b4a8b; }
data:focus-visible { outline: 2px solid #2b4a8b; outline-offset: 3px; }
:host(.part-of) .main { padding: 20px 24px; font-size: 13pt; }
h1, h2, h3, h4 { scroll-margin-top: 80px; }
@media (max-width: 900px) {
  .main { padding: 24px 18px; }
  table { display: block; overflow-x: auto; }
}
@media (max-width: 600px) {
  .head, .end { grid-template-columns: 1fr; gap: 8px; }
}
@media print { .main { box-shadow: none; padding: 0; } data { text-decoration: none; } }
`;
