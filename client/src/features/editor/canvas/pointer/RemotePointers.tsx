import { IconPointerFilled } from '@tabler/icons-react';
import { useViewport, ViewportPortal } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { push } from '../../../../wire/push.ts';
import { useEditor, usePeers } from '../../session/context.ts';
import styles from '../Canvas.module.css';

interface Place {
  name: string;
  x: number;
  y: number;
  at: number;
}

const restsAfterMs = 15_000;
const lookEveryMs = 3_000;
const unknownColour = '#64748b';

/** Where the others point on the map, with name and colour; gone when they leave it or have not moved for a while. */
export function RemotePointers() {
  const { zoom } = useViewport();
  const peers = usePeers();
  const places = usePlaces();
  return (
    <ViewportPortal>
      {Object.entries(places).map(([accountId, { name, x, y }]) => {
        const colour = peers.find(({ user }) => user.id === accountId)?.user.color ?? unknownColour;
        return (
          <div
            key={accountId}
            className={styles.pointer}
            style={{ transform: `translate(${x}px, ${y}px) scale(${1 / zoom})`, '--peer': colour }}
            data-pointer={name}
            aria-hidden
          >
            <IconPointerFilled size="1.125rem" />
            <span>{name}</span>
          </div>
        );
      })}
    </ViewportPortal>
  );
}

function usePlaces(): Readonly<Record<string, Place>> {
  const { session } = useEditor();
  const { scriptId, user } = session;
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>({});
  useEffect(() => {
    const off = push.on('pointer', ({ accountId, name, x, y, ...event }) => {
      if (event.scriptId !== scriptId || accountId === user.id) return;
      setPlaces((known) =>
        x === null || y === null
          ? without(known, accountId)
          : { ...known, [accountId]: { name, x, y, at: Date.now() } },
      );
    });
    const timer = setInterval(() => setPlaces(withoutResting), lookEveryMs);
    return () => {
      off();
      clearInterval(timer);
    };
  }, [scriptId, user.id]);
  return places;
}

function without(places: Readonly<Record<string, Place>>, accountId: string) {
  return Object.fromEntries(Object.entries(places).filter(([id]) => id !== accountId));
}

function withoutResting(places: Readonly<Record<string, Place>>): Readonly<Record<string, Place>> {
  const kept = Object.entries(places).filter(([, { at }]) => Date.now() - at < restsAfterMs);
  return kept.length === Object.keys(places).length ? places : Object.fromEntries(kept);
}
