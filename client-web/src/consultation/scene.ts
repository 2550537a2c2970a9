// What the parts of a running session draw from.
import type { People } from '../groups/people.ts';
import type { DutyRole, Format, FormatPhase, GroupView, Presence, Run, Session } from '../protocol.gen.ts';
import type { Commands, OpenedCase } from './live.ts';
import type { Notes } from './notes.ts';

export interface Scene {
  group: GroupView;
  session: Session;
  run: Run;
  /** Of the item of the agenda that the group is at. */
  format: Format;
  /** By item of the agenda. */
  formats: (Format | undefined)[];
  phase: FormatPhase;
  people: People;
  /** By account: who is in the room. */
  near: Map<string, Presence['nearness']>;
  /** By account: since when somebody who was here is not. */
  gone: Map<string, number>;
  /** Who has been in the room since this page was opened. */
  seen: ReadonlySet<string>;
  /** The reader's. */
  role: DutyRole | undefined;
  /** The reader has the controls. */
  lead: boolean;
  /** For an organiser who does not lead: takes the controls. */
  onLead: (() => void) | undefined;
  notes: Notes;
  kase: OpenedCase;
  commands: Commands;
  /** Everybody looks at this screen: no case, no notes, no words for whoever leads. */
  shared?: boolean;
  /** Only a rehearsal: what to look at now, and the way out. */
  rehearsal?: { coach: string; leave: string };
}
