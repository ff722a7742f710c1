const drawn = (width: number, height: number, shapes: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${shapes}</svg>`,
  )}`;

/** An invented picture, drawn: a bear that was left behind sits on the counter, a label around its neck. */
export const examplePicture = {
  src: drawn(
    1200,
    900,
    `<rect width="1200" height="900" fill="lightsteelblue"/><rect x="90" y="90" width="360" height="430" fill="aliceblue"/>
<rect x="255" y="90" width="30" height="430" fill="lightsteelblue"/><rect y="640" width="1200" height="260" fill="peru"/>
<rect y="640" width="1200" height="26" fill="saddlebrown"/><g fill="sienna"><circle cx="690" cy="570" r="190"/>
<circle cx="690" cy="330" r="150"/><circle cx="570" cy="220" r="62"/><circle cx="810" cy="220" r="62"/>
<circle cx="540" cy="700" r="82"/><circle cx="840" cy="700" r="82"/></g><g fill="burlywood"><ellipse cx="690" cy="375" rx="72" ry="56"/>
<circle cx="690" cy="590" r="105"/><circle cx="540" cy="706" r="44"/><circle cx="840" cy="706" r="44"/></g>
<g fill="black"><circle cx="635" cy="300" r="17"/><circle cx="745" cy="300" r="17"/><ellipse cx="690" cy="352" rx="28" ry="19"/></g>
<path d="M560 470q130 70 260 0" fill="none" stroke="firebrick" stroke-width="22"/><path d="M690 505l90 60v120h-180v-120z" fill="ivory"/>
<rect x="640" y="590" width="100" height="14" fill="slategray"/><rect x="640" y="625" width="70" height="14" fill="slategray"/>`,
  ),
  alt: 'A lost teddy bear on the counter, with a label around its neck',
  ratio: 1.33,
};

/** The same upright, as a phone takes it: a cup on a table by the window. */
export const uprightPicture = {
  src: drawn(
    900,
    1200,
    `<rect width="900" height="1200" fill="cornsilk"/><rect x="120" y="0" width="660" height="640" fill="lightskyblue"/>
<circle cx="600" cy="230" r="110" fill="gold"/><rect x="120" y="470" width="660" height="170" fill="cadetblue"/>
<rect y="800" width="900" height="400" fill="sienna"/><path d="M250 620h330v150a165 165 0 0 1-330 0z" fill="white"/>
<path d="M580 660h50a80 80 0 0 1 0 160h-70" fill="none" stroke="white" stroke-width="36"/><ellipse cx="415" cy="960" rx="260" ry="34" fill="white"/>`,
  ),
  alt: 'A cup of coffee by the window',
  ratio: 0.75,
};
