/** Chooses a channel that is open. */
import { Select } from 'antd';
import { channelApi } from '#signal/channel.api.ts';
import { useRead } from '#web/call/use-read.ts';

type ChannelPickProps = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  label: string;
};

export function ChannelPick({ id, value, onChange, label }: ChannelPickProps) {
  const items = useRead(channelApi.list, {}).data?.items ?? [];
  return (
    <Select<string>
      {...(id ? { id } : { 'aria-label': label })}
      allowClear
      style={{ width: '100%' }}
      placeholder={label}
      value={value ?? null}
      options={items.filter(({ closed }) => !closed).map((one) => ({ value: one.id, label: one.name }))}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}
