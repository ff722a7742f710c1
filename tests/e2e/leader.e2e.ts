import { cpSync } from 'node:fs';
import { openStore } from '../../src/lib/server/store/open-store';
import { expect, Server, signIn, test } from './huddleboard';
import { phone } from './public-pages';

test.use(phone);

test('a leader who is not the owner sees and changes their own teams only @full', async ({
  page,
  dataDir,
  sample,
}) => {
  const { team, owner, displays } = await copyOf(sample, dataDir);
  const server = await new Server(dataDir).start();
  try {
    const { origin } = server;
    await signIn(page, origin, { login: 'lee', password: owner.password });
    await expect(page).toHaveURL(`${origin}/admin/elsewhere`);
    await page.goto(`${origin}/admin?all`);
    await expect(page.getByRole('link', { name: /Elsewhere/ })).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText('Harbour Kitchen');
    await expect(page.getByText('Add a team')).toHaveCount(0);

    const pages = ['', '/feedback', '/feedback/import', '/goal', '/settings', '/shout-outs', '/question'];
    for (const path of [
      ...pages.map((one) => `/admin/${team}${one}`),
      `/admin/displays/${displays[0]?.id}`,
    ]) {
      const answer = await page.goto(origin + path);
      expect([path, answer?.status()]).toEqual([path, 403]);
      expect(await page.getByRole('main').innerText()).not.toContain('soup');
    }
    await page.goto(`${origin}/admin/displays`);
    await expect(page.getByText('Break room')).toHaveCount(0);
    await page.goto(`${origin}/admin/keys`);
    await expect(page.getByText('Sample')).toHaveCount(0);
    const wall = await page.goto(`${origin}/display/${displays[0]?.id}?preview`);
    expect(await wall?.text()).not.toContain('data-slot=');

    // What the pages do not offer is refused where it is sent all the same.
    const send = (path: string, form: Record<string, string>) =>
      page.request.post(origin + path, {
        form,
        headers: { origin, 'x-sveltekit-action': 'true', accept: 'application/json' },
      });
    const thanks = { to: 'Ann', from: 'Lee', behaviour: 'You helped.' };
    for (const [path, form] of [
      [`/admin/${team}/shout-outs?/add`, thanks],
      [`/admin/${team}/announcements?/add`, { title: 'Mine', text: 'Mine' }],
      [`/admin/displays/${displays[0]?.id}?/reload`, {}],
      ['/admin?/add', { name: 'A third', timeZone: 'UTC', customer: 'guest' }],
    ] as const) {
      const said = (await (await send(path, form)).json()) as { type: string; status: number };
      expect([path, said.type]).not.toEqual([path, 'success']);
      expect([path, said.type]).not.toEqual([path, 'redirect']);
    }
    const own = (await (await send('/admin/elsewhere/shout-outs?/add', thanks)).json()) as { type: string };
    expect(own.type).toBe('success');
  } finally {
    await server.stop();
  }
});

/** The sample in a directory of its own, with one more team and its leader Lee, who has the owner's password. */
async function copyOf<S extends { dir: string }>(sample: S, dir: string): Promise<S> {
  cpSync(sample.dir, dir, { recursive: true });
  const store = await openStore({ dir });
  try {
    const [owner] = (await store.list('account', {}, { limit: 1 })).records;
    const [team] = (await store.list('team', {}, { limit: 1 })).records;
    if (!owner || !team) throw new Error('the sample has no owner or no team');
    await store.commit([
      { put: 'team', record: { ...team, id: 'elsewhere', team: 'elsewhere', name: 'Elsewhere' } },
      {
        put: 'account',
        record: { ...owner, id: 'lee', login: 'lee', name: 'Lee', role: 'leader', teams: ['elsewhere'] },
      },
    ]);
  } finally {
    await store.close();
  }
  return sample;
}
