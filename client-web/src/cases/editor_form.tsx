// The fields of a case.
import { useState } from 'preact/hooks';
import { shortDay } from '../i18n/dates.ts';
import { t } from '../i18n/i18n.ts';
import { Button, QuietLink } from '../parts/basics.tsx';
import { Pick, Switch } from '../parts/choices.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField, Wrong } from '../parts/fields.tsx';
import { limits, type Session } from '../protocol.gen.ts';
import { CheckedField } from './checked_field.tsx';
import { can_keep, keeping, setKeeping } from './drafts.ts';
import { blurred, type Lack, most_days, wishes } from './form.ts';
import { PastedNote, usePasted } from './paste.tsx';
import { words } from './spans.ts';
import { suggestionsFor } from './suggestions.ts';
import type { Writing } from './writing.ts';

type Props = {
  writing: Writing;
  sessions: { session: Session; mine: boolean }[] | undefined;
  /** There are sessions, though perhaps none for this member. */
  planned: boolean;
  chosen: string | undefined;
  /** What to complain about. */
  missing: readonly Lack[];
  onDiscard: () => void;
};
export function EditorForm(props: Props) {
  const { writing, missing } = props;
  const { checker } = writing;
  const pasted = usePasted(checker, 'text', writing.pasted);
  const needed = (lack: Lack) => (missing.includes(lack) ? t('parts.needed') : undefined);
  const { title, question } = limits.CaseSubmit;
  return (
    <section class="card form col" aria-label={t('cases.the_case')}>
      <div data-part="field-title">
        <CheckedField
          checker={checker}
          field="title"
          look="big"
          label={t('cases.case_title')}
          hint={t('cases.case_title_hint')}
          most={title}
          error={needed('title')}
        />
      </div>
      <div data-part="field-question">
        <CheckedField
          checker={checker}
          field="question"
          look="read"
          label={t('cases.question')}
          most={question}
          error={needed('question')}
        />
      </div>
      <div data-part="wanted">
        <Pick
          legend={t('cases.wanted_mine')}
          value={writing.wanted.value}
          onChange={(wanted) => {
            writing.wanted.value = wanted;
          }}
          options={wishes.map((wish) => ({ value: wish, text: t(`cases.wanted_${wish}`) }))}
          error={missing.includes('wanted') ? t('cases.choose_one') : undefined}
        />
      </div>
      <Strokes {...props} />
      <PastedNote {...pasted} />
      <Story writing={writing} paste={pasted.paste} />
      <hr class="rule" />
      <SessionChoice {...props} />
      <div data-part="keep">
        <TextField
          label={t('cases.keep_days')}
          hint={t('cases.keep_days_hint')}
          type="number"
          min={1}
          max={most_days}
          class="days"
          value={writing.keep_days.value ? String(writing.keep_days.value) : ''}
          onChange={(value) => {
            writing.keep_days.value = Number(value);
          }}
          error={missing.includes('keep') ? t('cases.keep_days_wrong', { most: most_days }) : undefined}
        />
      </div>
      <div data-part="attest" class="attest">
        <label class="check">
          <input
            type="checkbox"
            checked={writing.attested.value}
            aria-describedby={missing.includes('attest') ? 'attest-e' : undefined}
            onChange={(event) => {
              writing.attested.value = event.currentTarget.checked;
            }}
          />
          <span>{t('cases.attest')}</span>
        </label>
        {missing.includes('attest') && <Wrong id="attest-e">{t('cases.error_attest_first')}</Wrong>}
      </div>
      <hr class="rule" />
      <Keeping {...props} />
    </section>
  );
}

function Strokes({ writing, missing }: Props) {
  return (
    <fieldset class="field">
      <legend class="label">{t('cases.strokes')}</legend>
      <p class="hint">
        {t('cases.strokes_hint')} {t('cases.choose_or_write')}
      </p>
      <div class="four">
        {blurred.map((field) => (
          <div key={field} data-part={`field-${field}`}>
            <CheckedField
              checker={writing.checker}
              field={field}
              label={t(`cases.${field}`)}
              most={limits.Blur[field]}
              suggestions={suggestionsFor(field)}
              error={missing.includes(field) ? t('parts.needed') : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Story({ writing, paste }: { writing: Writing; paste(text: string): void }) {
  const { checker } = writing;
  if (writing.told.value) {
    const written = checker.texts.value.text.trim() !== '';
    return (
      <div class="field">
        <span class="label">{t('cases.story')}</span>
        <p class="muted">
          {t('cases.told')} {written && t('cases.told_kept')}
        </p>
        <p>
          <QuietLink onClick={() => writing.tell(false)}>{t('cases.rather_write')}</QuietLink>
        </p>
      </div>
    );
  }
  return (
    <div class="col story">
      <CheckedField
        checker={checker}
        field="text"
        look="long"
        label={t('cases.story')}
        fact={t('cases.words', { count: words(checker.texts.value.text) })}
        most={limits.CaseSubmit.text}
        onPaste={paste}
      />
      <p class="hint">
        <QuietLink onClick={() => writing.tell(true)}>{t('cases.rather_tell')}</QuietLink>
      </p>
    </div>
  );
}

function SessionChoice({ writing, sessions, planned, chosen, missing }: Props) {
  if (!sessions) return null;
  if (!sessions.length) {
    return (
      <div class="field" data-part="session">
        <span class="label">{t('cases.session')}</span>
        <p class="muted">
          {t(planned ? 'cases.no_session' : 'cases.no_sessions')}{' '}
          <a href={`/g/${writing.group}/schedule`}>{t('cases.to_schedule')}</a>
        </p>
      </div>
    );
  }
  return (
    <div data-part="session">
      <Pick
        legend={t('cases.session')}
        value={chosen}
        onChange={(session) => {
          writing.session.value = session;
        }}
        options={sessions.map(({ session, mine }) => ({
          value: session.session,
          text: t(mine ? 'cases.session_mine' : 'cases.session_free', {
            day: shortDay(session.starts_at),
          }),
        }))}
        error={missing.includes('session') ? t('cases.choose_one') : undefined}
      />
    </div>
  );
}

function Keeping({ writing, onDiscard }: Props) {
  const [sure, setSure] = useState(false);
  return (
    <div class="col keeping">
      {can_keep && (
        <Switch
          checked={!keeping.value}
          onChange={(shared) => setKeeping(!shared)}
          hint={t(keeping.value ? 'cases.keeping_hint' : 'cases.shared_hint')}
        >
          {t('cases.shared_device')}
        </Switch>
      )}
      {!writing.empty && (
        <p>
          <QuietLink onClick={() => setSure(true)}>{t('cases.discard')}</QuietLink>
        </p>
      )}
      <Dialog
        title={t('cases.discard_ask')}
        open={sure}
        onClose={() => setSure(false)}
        actions={
          <Button
            look="stop"
            onClick={() => {
              setSure(false);
              onDiscard();
            }}
          >
            {t('cases.discard_yes')}
          </Button>
        }
      >
        <p>{t('cases.discard_hint')}</p>
      </Dialog>
    </div>
  );
}
