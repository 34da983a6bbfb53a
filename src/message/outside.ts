/** Ways out of the desk (e-mail, 企业微信, 钉钉, SMS): one file each, behind one interface. This version has none. */
import type { Said } from '#platform/problem.ts';

export type Push = {
  /** The same for the same push however often it is sent: a channel that looks for duplicates is given it. */
  key: string;
  personId: string;
  words: Said;
  urgent: boolean;
};

/** `gone`: taken by the channel. `later`: its limit is reached or it does not answer. `never`: it cannot reach this person. */
export type Outcome = 'gone' | 'later' | 'never';

export type Outside = { name: string; send(push: Push): Promise<Outcome> };

const channels: Outside[] = [];

/** Put together with the server and the worker alike. Once a name. */
export function sendThrough(outside: Outside): void {
  if (!channels.some(({ name }) => name === outside.name)) channels.push(outside);
}

export const outsideChannels = (): readonly Outside[] => channels;
