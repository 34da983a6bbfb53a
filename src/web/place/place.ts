/** Where we are: the city of this address. Addresses and everything kept in the browser carry its slug. */

/** `/c/<slug>/…`; empty where the page was opened at an address without a city. */
export const slug = /^\/c\/([a-z0-9-]+)(?:\/|$)/.exec(location.pathname)?.[1] ?? '';

export const base = `/c/${slug}`;

/** The name under which something of this city is kept in localStorage. */
export const keptName = (name: string): string => `suyuan:${slug}:${name}`;
