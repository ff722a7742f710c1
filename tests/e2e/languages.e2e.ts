import { expect, signIn, test } from './huddleboard';
import { leaderPages, publicPages } from './pages';
import { isSound, phone } from './public-pages';

test.setTimeout(600_000);

for (const [language, dir] of [
  ['es', 'ltr'],
  ['ar', 'rtl'],
] as const)
  test.describe(`pages in ${language}`, () => {
    test.use({ ...phone, locale: language });

    test(`in ${language} every page reads well to a screen reader and fits a phone @full`, async ({
      page,
      seeded,
    }) => {
      const { origin } = seeded.server;
      // A wall has the language of its display.
      const open = publicPages(seeded).filter((path) => !path.startsWith('/display/'));
      const look = async (path: string) => {
        await page.goto(origin + path);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.locator('html')).toHaveAttribute('dir', dir);
        await isSound(page, `${language} ${path}`);
      };
      for (const path of open) await look(path);
      await signIn(page, origin, seeded.owner);
      for (const path of leaderPages(seeded)) await look(path);
    });
  });
