/** For stories in the browser: the city's server listens, and a person sits at a desk where they are signed in already. */
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import type { PersonName } from '#db/world.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import type { TestCity } from '#test/database.ts';
import { type Look, openBrowser, openPage } from '#test/e2e/browser.ts';

/** A machine that runs other tests beside this one is slow. */
const PATIENCE = 20_000;

const desk: Look = { width: 1440 };

export async function listenAndBrowse({ app, tx, world }: TestCity) {
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await openBrowser();
  after(() => browser.close());
  return async function deskOf(name: PersonName, path: string, look = desk): Promise<Page> {
    const page = await openPage(browser, 'qinglan', look);
    const value = await tx((own) =>
      beginSession(own, world.people[name], { source: '127.0.0.1', agent: 'story' }, true),
    );
    await page.context().addCookies([{ name: cookieName('qinglan'), value, url: `${address}/c/qinglan/` }]);
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${address}/c/qinglan${path}`);
    return page;
  };
}

export type Desks = Awaited<ReturnType<typeof listenAndBrowse>>;
