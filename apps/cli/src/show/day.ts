/** A day as it is written in Vietnamese: 2024-10-25 is 25/10/2024. */
export const dayVi = (day: string): string => day.split("-").reverse().join("/");
