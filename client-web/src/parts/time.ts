import { createContext } from 'preact';
import { clock } from '../wire/socket.ts';

/** Whose time it is: the server's; in a rehearsal one that runs faster, by `rate`. */
export const Time = createContext({ now: () => clock.now(), rate: 1 });
