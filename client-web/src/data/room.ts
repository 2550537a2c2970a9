// Who is in a session's room: entered while a screen shows it, and again after each lost line.
import { useEffect, useState } from 'preact/hooks';
import type { Room } from '../protocol.gen.ts';
import { call, onRoom, reconnects } from '../wire/socket.ts';

/** Undefined until the server has answered. `enter` false: not yet (the screen asks something first). */
export function useRoom(group: string, session: string, enter = true): Room | undefined {
  const [room, setRoom] = useState<Room>();
  const line = reconnects.value;
  useEffect(() => {
    if (!enter) return;
    let here = true;
    const show = (now: Room) => {
      if (here && now.group === group && now.session === session) setRoom(now);
    };
    const stop = onRoom(show);
    call('presence.enter', { group, session }).then(show, () => {});
    return () => {
      here = false;
      stop();
    };
  }, [group, session, enter, line]);
  useEffect(() => {
    if (!enter) return;
    return () => void call('presence.leave', { group, session }).catch(() => {});
  }, [group, session, enter]);
  return room;
}
