/** A team's logo as a wall shows it; width and height in pixels of the picture. */
export interface Logo {
  src: string;
  /** The team's name: where a scene would say it, the logo does. */
  alt: string;
  width: number;
  height: number;
  /** How its opaque parts are: what ground it can stand on without a plate. */
  tone: 'light' | 'dark' | 'mixed';
}
