/** Made by scripts/screen-script.js: the path of the program that a display's page loads. */
declare module 'virtual:screen-script' {
  const path: string;
  export default path;
}
