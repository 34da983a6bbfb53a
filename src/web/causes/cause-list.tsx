/** The same tree as an indented list: on the phone, and for whoever reads rather than looks. */
import { NodeActions } from '#web/causes/node-actions.tsx';
import { NodeFace } from '#web/causes/node-face.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';

export function CauseList({ onDetails }: { onDetails?: () => void }) {
  const { rows, chosen, draft } = useTheDesk();
  return (
    <div className="cause-list">
      {rows.map((row) => (
        <div
          key={row.id}
          className={`cause-list-row of-${row.kind}`}
          style={{ '--depth': row.depth } as React.CSSProperties}
        >
          <NodeFace row={row} />
          {onDetails && chosen.id === row.id && draft?.id !== row.id && <NodeActions onDetails={onDetails} />}
        </div>
      ))}
    </div>
  );
}
