/** Made by scripts/screen-script.js: the paths of the programs that a display's page loads, by the language of their words. */
declare module 'virtual:screen-script' {
  const paths: Record<string, string>;
  export default paths;
}
