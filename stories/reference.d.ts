/** Made by `.build/reference/plugin.ts`. */
declare module 'virtual:foyer-reference' {
  export const elements: string;
  export const sdk: string;
}
