/** A link inside the desk: `<Go to="/problems?state=open">`. A real address: it opens in a new tab, can be copied and kept. */
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { targetOf } from '#web/place/use-place.ts';

export type GoProps = { to: string; exact?: boolean } & Omit<ComponentProps<'a'>, 'href' | 'ref'>;

export function Go({ to, exact, ...rest }: GoProps) {
  return (
    <Link
      {...rest}
      {...targetOf(to)}
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
      preload="intent"
    />
  );
}
