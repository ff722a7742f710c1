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

    test(`in ${language} the picture of a wall fills its frame @full`, async ({ page, seeded }) => {
      const { server, owner, displays } = seeded;
      await signIn(page, server.origin, owner);
      await page.goto(`${server.origin}/admin/displays/${displays[0]?.id}`);
      const picture = page.locator('iframe');
      const edges = async () => {
        const [inner, outer] = [await picture.boundingBox(), await picture.locator('..').boundingBox()];
        return inner && outer && [inner.x - outer.x, inner.width - outer.width].map(Math.round);
      };
      await expect.poll(edges).toEqual([0, 0]);
    });

    test(`in ${language} the mark of each point stands apart from its words @full`, async ({
      page,
      seeded,
    }) => {
      const { server, owner, team } = seeded;
      await signIn(page, server.origin, owner);
      await page.goto(`${server.origin}/admin/${team}`);
      const rows = page.locator('li[data-point] > a');
      await expect(rows).toHaveCount(4);
      for (const row of await rows.all()) {
        const [mark, words] = [
          await row.locator('svg').first().boundingBox(),
          await row.locator('> span').boundingBox(),
        ];
        const apart =
          mark && words && (dir === 'rtl' ? mark.x - words.x - words.width : words.x - mark.x - mark.width);
        expect(apart).toBeGreaterThan(8);
      }
    });
  });
