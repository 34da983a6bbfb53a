/** One matter of the account: its name on the left, what stands and what can be done on the right. */
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import '#web/account/account.css';

export function Section({ title, action, children }: PropsWithChildren<{ title: string; action?: ReactNode }>) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="section-body">{children}</div>
      {action && <div className="section-action">{action}</div>}
    </section>
  );
}
