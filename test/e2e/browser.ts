/** The browser of the browser tests and screenshots, and pictures of what it shows. */
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserPath } from '#test/browser/path.ts';
import { browserFlags } from '#test/browser/try.ts';

/** Nothing is fetched but what a test asks for. */
const flags = [...browserFlags, '--disable-quic', '--no-first-run'];

const USUAL = '/usr/bin/chromium';

/** @throws where neither CHROMIUM nor `bin/setup --browser` names one and the usual place is empty. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? browserPath() ?? (existsSync(USUAL) ? USUAL : undefined);
  if (!executablePath) throw new Error('no browser: run bin/setup --browser');
  return chromium.launch({ executablePath, args: flags });
}

/** How a page is looked at: the windows, languages and modes of the pictures. */
export type Look = { width: number; language?: 'zh' | 'en'; mode?: 'light' | 'dark' };

const HEIGHT = { desk: 900, phone: 844 };
const PHONE = 720;

/** A page of its own, signed in as nobody, in this size, language and mode. */
export async function openPage(browser: Browser, slug: string, look: Look): Promise<Page> {
  const { width, language = 'zh', mode = 'light' } = look;
  const phone = width <= PHONE;
  const context = await browser.newContext({
    viewport: { width, height: phone ? HEIGHT.phone : HEIGHT.desk },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    colorScheme: mode,
    reducedMotion: 'reduce',
    hasTouch: phone,
    serviceWorkers: 'block',
  });
  await context.addInitScript(([name, value]) => localStorage.setItem(name, JSON.stringify(value)), [
    `suyuan:${slug}:language`,
    language,
  ] as const);
  return context.newPage();
}

/** A picture of what is seen, once nothing moves any more: `shot(page, 'screenshots/list-1440-zh-dark')`. */
export async function shot(page: Page, name: string, whole = false): Promise<string> {
  const path = join(process.cwd(), `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.screenshot({ path, fullPage: whole, animations: 'disabled' });
  return path;
}
