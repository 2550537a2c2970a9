import accounts from './accounts.ts';
import app from './app.ts';
import calendar from './calendar.ts';
import cases from './cases.ts';
import consultation from './consultation.ts';
import errors from './errors.ts';
import evaluation from './evaluation.ts';
import floor from './floor.ts';
import formats from './formats.ts';
import groups from './groups.ts';
import home from './home.ts';
import ideas from './ideas.ts';
import parts from './parts.ts';
import planning from './planning.ts';
import policy from './policy.ts';
import polls from './polls.ts';
import rehearsal from './rehearsal.ts';
import rota from './rota.ts';
import schedule from './schedule.ts';
import turns from './turns.ts';

export default {
  accounts,
  app,
  calendar,
  cases,
  consultation,
  errors,
  evaluation,
  floor,
  formats,
  groups,
  home,
  ideas,
  parts,
  planning,
  policy,
  polls,
  rehearsal,
  rota,
  schedule,
  turns,
};
