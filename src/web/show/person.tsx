/** A person and a unit, as they are named everywhere; the whole name stands in the hint. */
import { Tooltip } from 'antd';
import { Go } from '#web/place/go.tsx';

/** A name as the server gives it (masked where it is somebody outside); with an id it leads to the person. */
export function Person({ name, id, unit }: { name: string; id?: string; unit?: string }) {
  const shown = id ? <Go to={`/people/${id}`}>{name}</Go> : <span>{name}</span>;
  return unit ? <Tooltip title={`${unit} ${name}`}>{shown}</Tooltip> : shown;
}

export function Unit({ name, short, id }: { name: string; short?: string; id?: string }) {
  const shown = id ? <Go to={`/people/units/${id}`}>{short ?? name}</Go> : <span>{short ?? name}</span>;
  return short && short !== name ? <Tooltip title={name}>{shown}</Tooltip> : shown;
}
