import { expect, signIn, test } from './huddleboard';

test.use({ viewport: { width: 390, height: 844 } });

test('a webhook keeps what is not certain until it is answered once on the phone, then counts by itself', async ({
  page,
  seeded,
}) => {
  const { server, team, owner, apiKey } = seeded;
  await signIn(page, server.origin, owner);
  const make = async (name: string): Promise<string> => {
    await page.goto(`${server.origin}/admin/${team}/feedback/sources`);
    await page.waitForLoadState('networkidle');
    await page.getByLabel('Which tool sends?').fill(name);
    await page.getByRole('button', { name: 'Make the webhook' }).click();
    const address = await page.locator('output').innerText();
    return `${server.origin}${new URL(address).pathname}`;
  };
  const send = async (address: string, body: unknown) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
  };
  const answersOn = async (metric: string): Promise<number> => {
    const answer = await fetch(`${server.origin}/api/v1/teams/${team}/score?metric=${metric}&days=3`, {
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return ((await answer.json()) as { n: number }).n;
  };

  const polls = await make('Guest polls');
  const now = Math.floor(Date.now() / 1000);
  const poll = (id: number) => ({
    count: 1,
    person: { id: 'p', email: 'jo@example.org' },
    question: { id: `q${id}`, score: String(id % 5), comment: '', responded: String(now) },
  });
  const nps = await answersOn('nps');
  for (let id = 1; id <= 6; id++) await send(polls, poll(id + 5));
  expect(await answersOn('nps')).toBe(nps);
  await page.getByRole('link', { name: /^Guest polls/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something is not certain.');
  await page.getByText('0 to 10: would recommend us (NPS)').first().click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Read all of it so' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('6 messages came in the last seven days.');
  await expect.poll(() => answersOn('nps')).toBe(nps + 6);
  await send(polls, poll(20));
  await expect.poll(() => answersOn('nps')).toBe(nps + 7);
});
