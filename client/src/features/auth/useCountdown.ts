import { useEffect, useState } from 'react';

/** Seconds until something may be tried again; counts by the clock, so a sleeping tab is not behind. */
export function useCountdown(): { seconds: number; start: (seconds: number) => void } {
  const [until, setUntil] = useState(0);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1_000));
      setSeconds(left);
      if (left === 0) setUntil(0);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return {
    seconds,
    start(total) {
      setSeconds(total);
      setUntil(Date.now() + total * 1_000);
    },
  };
}
