import { m } from '$lib/paraglide/messages';

const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const named = (said: string, names: readonly [RegExp, string][]) =>
  names.find(([pattern]) => pattern.test(said))?.[1];

/** "Chrome on Android": a browser by what it says of itself, as its owner knows it. */
export function browserWords(said: string | undefined): string {
  const [browser, system] = [named(said ?? '', browsers), named(said ?? '', systems)];
  return browser && system ? m.people_browser({ browser, system }) : m.people_browser_unknown();
}
