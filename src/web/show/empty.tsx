/** An empty place: what would be here, and how to get it. */
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import type { ReactNode } from 'react';
import '#web/show/tone.css';

export type EmptyProps = { title: string; how?: ReactNode; icon?: ReactNode; children?: ReactNode };

/** `children`: the button that begins it, if there is one. */
export function Empty({ title, how, icon, children }: EmptyProps) {
  return (
    <section className="empty">
      {icon ?? <InboxOutlined aria-hidden />}
      <h2>{title}</h2>
      {how && <p>{how}</p>}
      {children}
    </section>
  );
}
