import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from './huddleboard';
import { phone } from './public-pages';

/** How somebody uses a page: `tap` sets something off, `type` fills a field. */
export interface Hand {
  tap(what: Locator): Promise<void>;
  type(where: Locator, text: string): Promise<void>;
}

/** A thumb that counts what it does: taps (a field is tapped before it is typed in), and letters typed. */
export class Thumb implements Hand {
  taps = 0;
  letters = 0;
  async tap(what: Locator): Promise<void> {
    this.taps += 1;
    // A thumb meets the row around a choice, which is its label.
    await what.waitFor({ state: 'attached' });
    const row = what.locator('xpath=ancestor::label');
    await ((await row.count()) > 0 ? row : what).click();
  }
  async type(where: Locator, text: string): Promise<void> {
    this.taps += 1;
    this.letters += text.length;
    await where.fill(text);
  }
  /** Minutes of a person who types 150 letters a minute with a thumb (about 30 words) and takes 3 s to find and tap. */
  get minutes(): number {
    return this.letters / 150 + (3 * this.taps) / 60;
  }
}

/** The longest way by Tab to anything on a page. */
const mostTabs = 150;

/** A keyboard alone: goes to what is meant by Tab, and between the answers of one question by the arrow keys. */
export class Keyboard implements Hand {
  async #reach(what: Locator): Promise<void> {
    const { keyboard } = what.page();
    for (let tabs = 0; tabs <= mostTabs; tabs++) {
      const at = await what.evaluate((wanted) => {
        const active = document.activeElement;
        if (active === wanted) return 'there';
        return active instanceof HTMLInputElement &&
          wanted instanceof HTMLInputElement &&
          active.type === 'radio' &&
          active.name === wanted.name
          ? 'beside'
          : 'elsewhere';
      });
      if (at === 'there') {
        const seen = await what.evaluate((element: HTMLElement) => {
          // A choice's place is drawn on what is beside or around it.
          const around = [
            element,
            element.parentElement,
            element.closest('label'),
            element.nextElementSibling,
          ];
          const looks = () =>
            around
              .map((one) => {
                if (!one) return '';
                const { outline, border, boxShadow, background, color } = getComputedStyle(one);
                return [outline, border, boxShadow, background, color].join();
              })
              .join();
          const focused = looks();
          element.blur();
          const left = looks();
          element.focus();
          return focused !== left;
        });
        expect(seen, 'the place of the keyboard can be seen').toBe(true);
        return;
      }
      await keyboard.press(at === 'beside' ? 'ArrowDown' : 'Tab');
    }
    throw new Error(`no way by Tab to ${String(what)}`);
  }

  async tap(what: Locator): Promise<void> {
    await expect(what).toBeVisible();
    await this.#reach(what);
    // An answer is taken by going to it.
    if (await what.evaluate((element) => element.matches('[type=radio]:checked'))) return;
    const space = await what.evaluate((element) => element.matches('input'));
    await what.page().keyboard.press(space ? 'Space' : 'Enter');
  }

  async type(where: Locator, text: string): Promise<void> {
    await this.#reach(where);
    await where.page().keyboard.press('ControlOrMeta+a');
    await where.page().keyboard.type(text);
  }
}

/** A phone of the staff that came by the wall's code. */
export async function joined(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext(phone)).newPage();
  await page.clock.install();
  await page.goto(link);
  return page;
}

/** The host taps “Next” a second after whatever was tapped before: two taps in one moment are one. */
export async function nextStep(host: Page): Promise<void> {
  await host.clock.fastForward(1000);
  await host.getByRole('button', { name: 'Next' }).click();
}
