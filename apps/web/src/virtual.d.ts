declare module "virtual:sample" {
  export const name: string;
  export const text: string;
}
