/** An import by its address alone: leads to the step at which it stands. */
import { Spin } from 'antd';
import { useEffect } from 'react';
import { intakeApi } from '#intake/intake.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { usePlace } from '#web/place/use-place.ts';

export function ImportPage() {
  const { params, go } = usePlace();
  const read = useRead(intakeApi.show, { params: { id: params.id! } });
  const state = read.data?.state;
  useEffect(() => {
    if (state) go(`/import/${params.id}/${state === 'uploaded' ? 'columns' : 'run'}`, true);
  }, [state, params.id, go]);
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  return <Spin delay={400} />;
}
