/**
 * Makes a program's time run faster: what `Date` says, and how long timers wait. Timers under a second keep their length,
 * since they belong to what is drawn, as `performance` does; and so do the deadlines in `patient`: a machine does not
 * answer faster because time does. Holds nothing from outside, so that a page can be given it as it is.
 *
 * @param {{ factor: number, from: number, patient: number[] }} clock `from` is the moment when both times are equal
 */
export function runFaster({ factor, from, patient }) {
  const [RealDate, real] = [Date, Date.now];
  const now = () => from + (real() - from) * factor;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, maker) => Reflect.construct(target, given.length ? given : [now()], maker),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  const wait = (/** @type {number} */ ms) => (ms < 1_000 || patient.includes(ms) ? ms : ms / factor);
  for (const name of /** @type {const} */ (['setTimeout', 'setInterval'])) {
    const timer = /** @type {any} */ (globalThis[name]);
    const faster = (/** @type {unknown} */ act, /** @type {number} */ ms, /** @type {unknown[]} */ ...rest) =>
      timer(act, wait(ms), ...rest);
    Object.assign(globalThis, { [name]: Object.assign(faster, timer) });
  }
}
