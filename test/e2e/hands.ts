/** What the hands of somebody at a desk do in every browser story: press, fill in, pick, send, and read what is told. */
import type { Locator, Page } from 'playwright-core';

export const button = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true });
export const inDialog = (page: Page) => page.getByRole('dialog').filter({ visible: true });
export const told = (page: Page, words: string | RegExp) => page.locator('.desk-notices').getByText(words).waitFor();
export const state = (page: Page, word: string) =>
  page.locator('.thing-head .tag').getByText(word, { exact: true }).waitFor();
export const rowOf = (page: Page, words: string) => page.getByRole('row').filter({ hasText: words });

/** Types into a picker and takes the first that is offered. */
export async function pick(field: Locator, typed: string): Promise<void> {
  await field.fill(typed);
  await field.page().locator('.ant-select-item-option').filter({ hasText: typed }).first().waitFor();
  await field.press('Enter');
}

/** Presses the main button of the open form and waits until the form is gone. */
export async function send(page: Page, name: string): Promise<void> {
  await button(inDialog(page), name).click();
  await inDialog(page).waitFor({ state: 'hidden' });
}

/** A step, wherever it stands: among the first buttons, or under “more”. */
export async function press(page: Page, step: string): Promise<void> {
  const first = button(page.locator('.thing-actions'), step);
  await page.locator('.thing-actions').first().waitFor();
  if ((await first.count()) === 0)
    await page.locator('.thing-actions').getByRole('button', { name: '更多' }).first().click();
  await button(page, step).last().click();
}

/** Opens the form of a step, fills in its words and sends it by the form's own button, which mostly bears the step's name. */
export async function decide(page: Page, step: string, label: string, words: string, name = step): Promise<void> {
  await press(page, step);
  await inDialog(page).getByLabel(label).fill(words);
  await send(page, name);
}
