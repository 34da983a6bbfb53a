/** Tries a browser out: a headless start and a page on which two Chinese characters must look different. */
import { chromium } from 'playwright-core';

/** Root has no sandbox; the rest keeps it from talking to anybody but the page. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Ability = 'does not run' | 'writes no Chinese' | 'writes Chinese';

/** Runs in the page. Without a font both characters are the same empty box. */
const LOOK_DIFFERENT = `(() => {
  const drawn = ['溯', '源'].map((character) => {
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    pen.font = '32px sans-serif';
    pen.fillText(character, 0, 40);
    return canvas.toDataURL();
  });
  return drawn[0] !== drawn[1];
})()`;

export async function tryBrowser(executablePath: string): Promise<Ability> {
  try {
    const browser = await chromium.launch({ executablePath, args: browserFlags, timeout: 30_000 });
    try {
      const page = await browser.newPage();
      return (await page.evaluate<boolean>(LOOK_DIFFERENT)) ? 'writes Chinese' : 'writes no Chinese';
    } finally {
      await browser.close();
    }
  } catch {
    return 'does not run';
  }
}
