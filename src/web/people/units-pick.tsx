/** Chooses several units, one after the other. */
import { Tag } from 'antd';
import type { TreeName } from '#people/role.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';

type UnitsPickProps = {
  id?: string;
  value?: readonly Picked[];
  onChange?: (units: Picked[]) => void;
  tree: TreeName;
  not: readonly string[];
};

export function UnitsPick({ id, value = [], onChange, tree, not }: UnitsPickProps) {
  const add = (unit: Picked | null) => unit && onChange?.([...value, unit]);
  return (
    <>
      {value.map((unit) => (
        <Tag key={unit.id} closable onClose={() => onChange?.(value.filter((one) => one.id !== unit.id))}>
          {unit.name}
        </Tag>
      ))}
      <UnitPick
        key={value.length}
        {...(id && { id })}
        tree={tree}
        not={[...not, ...value.map((one) => one.id)]}
        value={null}
        onChange={add}
      />
    </>
  );
}
