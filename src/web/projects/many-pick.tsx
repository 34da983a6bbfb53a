/** Chooses several of a kind, one after the other: chips of what is chosen, and a picker for the next. */
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Picked } from '#web/pick/pick.tsx';

export type ManyPickProps = {
  id?: string;
  value?: readonly Picked[];
  onChange?: (chosen: Picked[]) => void;
};

type PickNext = (props: {
  id?: string;
  value: null;
  not: readonly string[];
  onChange: (one: Picked | null) => void;
}) => ReactNode;

/** `pick` draws the picker of the kind. It is made anew after each choice, so that it is empty again. */
export function ManyPick({ id, value = [], onChange, pick }: ManyPickProps & { pick: PickNext }) {
  const chosen = value.map((one) => one.id);
  const add = (one: Picked | null) => one && !chosen.includes(one.id) && onChange?.([...value, one]);
  return (
    <>
      {value.length > 0 && (
        <div className="chosen-many">
          {value.map((one) => (
            <Tag key={one.id} closable onClose={() => onChange?.(value.filter((other) => other.id !== one.id))}>
              {one.name}
            </Tag>
          ))}
        </div>
      )}
      <span key={value.length}>{pick({ ...(id && { id }), value: null, not: chosen, onChange: add })}</span>
    </>
  );
}
