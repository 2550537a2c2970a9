// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on the phone, a table loses its roles
// The second tap of passing: one line under the session.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMutation } from '../data/query.ts';
import { t } from '../i18n/i18n.ts';
import { Button } from '../parts/basics.tsx';
import { ErrorNote, tell } from '../parts/feedback.tsx';
import type { Duty } from '../protocol.gen.ts';

export function PassRow({ group, duty, onClose }: { group: string; duty: Duty; onClose(): void }) {
  const pass = useMutation('rota.pass');
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
        colSpan={5}
        ref={cell}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <div class="note c-warm pass">
          <p>{t('turns.pass_ask')}</p>
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
