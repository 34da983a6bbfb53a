/** Several picked one after another, each of which can be taken out again. */
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Picked, PickProps } from '#web/pick/pick.tsx';

type ManyPicksProps = {
  id?: string;
  value?: Picked[];
  onChange?: (picked: Picked[]) => void;
  pick: (props: PickProps & { not: string[] }) => ReactNode;
};

export function ManyPicks({ id, value = [], onChange, pick }: ManyPicksProps) {
  const add = (one: Picked | null) => one && onChange?.([...value, one]);
  return (
    <>
      {pick({ ...(id && { id }), value: null, onChange: add, not: value.map((one) => one.id) })}
      {value.map((one) => (
        <Tag key={one.id} closable onClose={() => onChange?.(value.filter((other) => other.id !== one.id))}>
          {one.name}
        </Tag>
      ))}
    </>
  );
}
