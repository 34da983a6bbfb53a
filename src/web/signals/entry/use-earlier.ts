/** The caller's earlier matters by phone: asked once a number, since each look-up is recorded. */
import { useRef, useState } from 'react';
import { signalApi } from '#signal/signal.api.ts';
import { call, type Reply } from '#web/call/call.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';

/** Shorter ones would find strangers. */
const DIGITS = 7;

type Found = Reply<typeof signalApi.earlier>;

export type Earlier = {
  found: Found | undefined;
  looking: boolean;
  refusal: Refusal | undefined;
  look: (phone: string) => void;
  forget: () => void;
};

export function useEarlier(): Earlier {
  const asked = useRef('');
  const [found, setFound] = useState<Found>();
  const [looking, setLooking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  const clear = () => {
    setFound(undefined);
    setRefusal(undefined);
    setLooking(false);
  };

  async function ask(phone: string): Promise<void> {
    setLooking(true);
    try {
      const reply = await call(signalApi.earlier, { body: { phone } });
      if (asked.current === phone) setFound(reply);
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      if (asked.current === phone) setRefusal(refused);
    } finally {
      if (asked.current === phone) setLooking(false);
    }
  }

  return {
    ...{ found, looking, refusal },
    look(typed) {
      const phone = typed.trim();
      if (phone === asked.current) return;
      asked.current = phone;
      clear();
      if (phone.replace(/\D/g, '').length >= DIGITS) void ask(phone);
    },
    forget() {
      asked.current = '';
      clear();
    },
  };
}
