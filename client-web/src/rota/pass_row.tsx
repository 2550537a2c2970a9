// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
// The second tap of passing: one line under the session.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty, Session } from '../protocol.gen.ts';

const day_ms = 24 * 3600_000;

type Props = { group: string; session: Session; duty: Duty; span: number; now: number; onClose(): void };
export function PassRow({ group, session, duty, span, now, onClose }: Props) {
  const pass = useMutation('rota.pass');
  // From then on somebody is asked, instead of having the turn without knowing.
  const late = Date.parse(session.starts_at) - now < day_ms;
  const cell = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    cell.current?.querySelector('button')?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const press = async () => {
    if (!(await pass.run({ group, duty: duty.duty }))) return;
    tell(t('turns.passed'));
    onClose();
  };
  return (
    <tr role="row" class="clocks">
      <td
        role="cell"
        colSpan={span}
        ref={cell}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <div class="note c-warm pass">
          <p>{t(late ? 'turns.pass_ask_late' : 'turns.pass_ask')}</p>
          <span class="btns s">
            <Button small busy={pass.busy} onClick={press}>
              {t('turns.pass_yes')}
            </Button>
            <Button small look="quiet" onClick={onClose}>
              {t('turns.pass_no')}
            </Button>
          </span>
        </div>
        <ErrorNote error={pass.error} />
      </td>
    </tr>
  );
}
