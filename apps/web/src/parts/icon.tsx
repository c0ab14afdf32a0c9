const paths = {
  lock: "M4 9h12v8H4zM7 9V6a3 3 0 0 1 6 0v3",
  file: "M5 2h7l4 4v12H5zM12 2v4h4M8 10h5M8 13h5",
  warning: "M10 3l8 14H2zM10 8v4M10 14.2v.6",
  done: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.8 10.2l2.2 2.2 4.3-4.6",
  check: "M4 8.5 8 12l8-8M4 16.5h12",
  sun: "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16",
  moon: "M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z",
  undo: "M4 8h8a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5",
  redo: "M16 8H8a4 4 0 0 0 0 8h4M16 8l-3.5-3.5M16 8l-3.5 3.5",
  close: "M5 5l10 10M15 5 5 15",
  person: "M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM3.5 17.5a6.5 6.5 0 0 1 13 0",
  back: "M12 5l-5 5 5 5",
  down: "M5 8l5 5 5-5",
} as const;

export type IconName = keyof typeof paths;

/** A drawing of one line; it says nothing that the words beside it do not. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

export function Logo() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.6" aria-hidden="true">
      <path d="M3 8.5h11M8 15.5h13" />
      <path d="M17.5 8.5H21M3 15.5h1.5" opacity=".45" />
    </svg>
  );
}
