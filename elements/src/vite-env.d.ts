/** What files that are no code are to the compiler. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}

declare module "*.svg?raw" {
  const text: string;
  export default text;
}
