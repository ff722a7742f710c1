import { contrast, mixed, type Hex } from '$lib/domain/colour';
import type { Line } from './lines';

/** A colour as the browser tells it, and how much of what is behind it hides. */
interface Paint {
  colour: Hex;
  opacity: number;
}
type Layer = Paint | 'picture' | null;

const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0');

/** A computed colour; undefined where it is none that can be read. */
export function paintOf(computed: string): Paint | undefined {
  const inner = /^(rgba?|color)\(([^)]*)\)$/.exec(computed);
  const parts = inner?.[2]?.match(/[\d.]+(?:e-?\d+)?%?/g)?.map((part) => parseFloat(part));
  if (!parts || parts.length < 3) return undefined;
  const by = inner?.[1] === 'color' ? 255 : 1;
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts;
  return { colour: `#${hex(red * by)}${hex(green * by)}${hex(blue * by)}`, opacity };
}

/** What of a wall lies behind a point of a text: elements from the text's own downwards, and what covers it. */
export interface Behind {
  text: string;
  element: Element;
  large: boolean;
  /** Topmost first. */
  stack: readonly { element: Element; inFill: boolean }[];
}

const pictures = 'img, image, video, canvas';

/** Whether a point is within a shape's fill, not only on its outline. */
function inFill(element: Element, x: number, y: number): boolean {
  if (!(element instanceof SVGGeometryElement)) return true;
  const matrix = element.getScreenCTM();
  return !matrix || element.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()));
}

function layerOf(element: Element, fill: boolean): Layer {
  const style = getComputedStyle(element);
  if (element.matches(pictures)) return 'picture';
  if (element instanceof SVGGeometryElement) {
    const paint = paintOf(fill && style.fill !== 'none' ? style.fill : style.stroke);
    const share = parseFloat(fill && style.fill !== 'none' ? style.fillOpacity : style.strokeOpacity);
    return paint ? { ...paint, opacity: paint.opacity * share } : null;
  }
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) return null;
  if (style.backgroundImage !== 'none') return 'picture';
  const paint = paintOf(style.backgroundColor);
  return paint && paint.opacity > 0 ? paint : null;
}

/** The opacity of an element with all that it stands in, up to the wall. */
function opacityOf(element: Element, wall: Element): number {
  let opacity = 1;
  for (let each: Element | null = element; each && each !== wall; each = each.parentElement)
    opacity *= parseFloat(getComputedStyle(each).opacity);
  return opacity;
}

/** Takes every element of a wall as one that can be pointed at, from now on: to style each wall twice for it would take longest. */
function makePointable(): void {
  if (document.getElementById('pointable')) return;
  const pointable = document.createElement('style');
  pointable.id = 'pointable';
  pointable.textContent = '.wall, .wall * { pointer-events: auto !important }';
  document.head.append(pointable);
}

/** Looks what lies behind each line of text, at five places along it. */
export function behindLines(wall: Element, lines: readonly Line[], unit: number): Behind[] {
  makePointable();
  return lines.flatMap((line) =>
    [0.04, 0.27, 0.5, 0.73, 0.96].flatMap((along): Behind[] => {
      const x = line.left + (line.right - line.left) * along;
      const y = (line.top + line.bottom) / 2;
      const stack = document
        .elementsFromPoint(x, y)
        .filter((element) => wall.contains(element))
        .map((element) => ({ element, inFill: inFill(element, x, y) }));
      // The end of a line may stand a hair beside its box: what is there is not behind it.
      const beside = line.owner.matches('.fit') && !stack.some(({ element }) => line.owner.contains(element));
      return stack.length === 0 || beside
        ? []
        : [{ text: line.text, element: line.parent, large: line.size >= 11 * unit, stack }];
    }),
  );
}

/** The colour that is left when a paint lies over another. */
const over = ({ colour, opacity }: Paint, under: Hex): Hex =>
  opacity >= 1 ? colour : mixed(colour, under, opacity);

/**
 * Everything whose contrast with what is behind it is too low, by the colours that are painted now: 7:1, from 11u up 4.5:1, marks 3:1. Text
 * on a picture has no contrast that could be told, and a covered one has none.
 */
export function contrastFaults(wall: Element, all: readonly Behind[]): string[] {
  const faults = new Set<string>();
  const seen = new Map<string, boolean>();
  for (const { text, element, large, stack } of all) {
    const at = stack.findIndex((each) => each.element === element || each.element.contains(element));
    const below: Paint[] = [];
    let ground: Hex | undefined;
    let picture = false;
    for (const [index, each] of stack.entries()) {
      // Another line's letters, or a part of its own, hide nothing.
      if (index < at && (element.contains(each.element) || each.element.contains(element))) continue;
      const layer = layerOf(each.element, each.inFill);
      if (layer === null) continue;
      if (index < at) {
        if (layer === 'picture' || layer.opacity * opacityOf(each.element, wall) > 0.5)
          faults.add(`covered: ${text}`);
        continue;
      }
      if (layer === 'picture') {
        picture = true;
        break;
      }
      const paint = { ...layer, opacity: layer.opacity * opacityOf(each.element, wall) };
      if (paint.opacity >= 1) {
        ground = paint.colour;
        break;
      }
      below.push(paint);
    }
    if (picture) {
      faults.add(`stands on a picture: ${text}`);
      continue;
    }
    if (ground === undefined) {
      faults.add(`stands on nothing: ${text}`);
      continue;
    }
    const behind = below.reduceRight<Hex>((under, paint) => over(paint, under), ground);
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    // An outlined figure is read by its outline.
    const outline = drawn ? style.strokeWidth : style.getPropertyValue('-webkit-text-stroke-width');
    const inks = drawn ? [style.fill] : [style.color];
    if (parseFloat(outline) > 0)
      inks.push(drawn ? style.stroke : style.getPropertyValue('-webkit-text-stroke-color'));
    const opacity = opacityOf(element, wall);
    const best = Math.max(
      ...inks.map((ink) => {
        const paint = paintOf(ink);
        return paint ? contrast(over({ ...paint, opacity: paint.opacity * opacity }, behind), behind) : 0;
      }),
    );
    const known = `${inks.join()} ${behind} ${text}`;
    if (seen.has(known)) continue;
    seen.set(known, true);
    // A mark without a letter or digit is read as a picture is.
    const least = /[\p{L}\p{N}]/u.test(text) ? (large ? 4.5 : 7) : 3;
    if (best < least) faults.add(`contrast ${best.toFixed(1)}:1 on ${behind}: ${text}`);
  }
  return [...faults];
}
