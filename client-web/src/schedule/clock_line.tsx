// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
import { Icon } from '../parts/icon.tsx';
import { changeText, effectText } from './clock_note.ts';
import type { ClockNote } from './clocks.ts';

/** The row of the table that tells of a change of the clocks. */
export function ClockLine({ note, span }: { note: ClockNote; span: number }) {
  return (
    <tr role="row" class="clocks">
      <td role="cell" colSpan={span}>
        <p class="note c-blue">
          <Icon name="clock" />
          <span>
            <b>{changeText(note)}</b> {effectText(note)}
          </span>
        </p>
      </td>
    </tr>
  );
}
