// A soft chime and a short buzz when a minute is left and when the time is up, for whoever wants it on this device.
import { useContext, useEffect, useState } from 'preact/hooks';
import { Time } from '../parts/time.ts';
import type { Run } from '../protocol.gen.ts';
import { corrections } from '../wire/socket.ts';

const key = 'covision.chime';
export type Moment = 'minute' | 'up';

/** The next of a phase's two moments after `now`, in milliseconds of the server's clock. Pure. */
export function nextMoment(
  run: Pick<Run, 'state' | 'deadline' | 'started_at'>,
  now: number,
): { at: number; moment: Moment } | undefined {
  if (run.state !== 'running') return undefined;
  const up = Date.parse(run.deadline);
  const minute = up - 60_000;
  // A phase of a minute begins with its last one: nothing is said then.
  if (minute > now && minute > Date.parse(run.started_at)) return { at: minute, moment: 'minute' };
  return up > now ? { at: up, moment: 'up' } : undefined;
}

/** Tells each of a run's moments once, as `time` goes; returns how to stop. */
export function atEachMoment(
  run: Parameters<typeof nextMoment>[0],
  time: { now(): number; rate: number },
  tell: (moment: Moment) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  // A timer may go off a little early: the moment that was told is over all the same.
  const wait = (from: number) => {
    const next = nextMoment(run, from);
    if (!next) return;
    timer = setTimeout(
      () => {
        tell(next.moment);
        wait(next.at);
      },
      (next.at - time.now()) / time.rate,
    );
  };
  wait(time.now());
  return () => clearTimeout(timer);
}

let audio: AudioContext | undefined;
/** Browsers let a page sound only after it was pressed: the switch itself is such a press. */
function ready(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') audio.resume().catch(() => {});
  return audio;
}

function tone(context: AudioContext, from: number, pitch: number): void {
  const sound = context.createOscillator();
  const volume = context.createGain();
  sound.frequency.value = pitch;
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.12, from + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, from + 1.2);
  sound.connect(volume).connect(context.destination);
  sound.start(from);
  sound.stop(from + 1.3);
}

function ring(moment: Moment): void {
  const context = ready();
  if (context) {
    tone(context, context.currentTime, 660);
    if (moment === 'up') tone(context, context.currentTime + 0.35, 528);
  }
  navigator.vibrate?.(moment === 'up' ? [120, 150, 120] : 120);
}

function kept(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

/** Rings at the run's moments while it is on; the switch and what it says. */
export function useChime(run: Run): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(kept);
  const time = useContext(Time);
  const correction = corrections.value;
  useEffect(() => {
    if (!on) return;
    return atEachMoment(run, time, ring);
  }, [on, run.state, run.deadline, correction, time]);
  const choose = (wanted: boolean) => {
    setOn(wanted);
    if (wanted) ready();
    try {
      if (wanted) localStorage.setItem(key, 'on');
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still rings for as long as the page is open.
    }
  };
  return [on, choose];
}
