/** For stories in the browser: one of the three administrators, with an account and an authenticator of their own, at a desk. */
import type { Page } from 'playwright-core';
import type { TestCity } from '#test/database.ts';
import type { Desks } from '#test/e2e/signed-in.ts';
import { administrator, type Visitor } from '#test/stories/people/visitor.ts';

type Role = Parameters<typeof administrator>[1];

/** Who signed in by the API sits down at a page: their cookie takes the place of the desk's. */
export async function sitDown(page: Page, who: Pick<Visitor, 'cookie'>, path: string): Promise<Page> {
  const [name = '', value = ''] = (who.cookie() ?? '').split('=');
  const { origin, hostname: domain } = new URL(page.url());
  // As the server gives it, so that the server can take it back.
  await page.context().clearCookies();
  await page.context().addCookies([{ name, value, domain, path: '/c/qinglan' }]);
  await page.goto(`${origin}/c/qinglan${path}`);
  return page;
}

export async function administratorAtDesk(story: TestCity, deskOf: Desks, role: Role) {
  const who = await administrator(story, role);
  return Object.assign(who, {
    desk: async (path: string, look?: Parameters<Desks>[2]) =>
      sitDown(await deskOf('office', '/account', look), who, path),
  });
}
