/** The words of a node that open its page; the whole card is pressed, and what else is in it lies above. */
import { Go } from '#web/place/go.tsx';

type MainLinkProps = { id: string; to: string; name: string; strong?: boolean };

export function MainLink({ id, to, name, strong }: MainLinkProps) {
  return (
    <Go
      className={strong ? 'ln-main ln-words is-strong' : 'ln-main ln-words'}
      to={to}
      data-line={id}
      title={name}
      draggable={false}
    >
      {name}
    </Go>
  );
}
