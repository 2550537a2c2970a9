// Stands in until the server writes this file from its message descriptions.

export interface Empty {
}

export interface GroupRef {
  group: string;
}

export interface SessionRef {
  group: string;
  session: string;
}

export type Language = 'en' | 'de';

export type Theme = 'system' | 'light' | 'dark';

export interface Account {
  account: string;
  name: string;
  email: string;
  language: Language;
  zone: string;
  theme: Theme;
}

export interface Login {
  login: string;
  device: string;
  created_at: string;
  seen_at: string;
  current: boolean;
}

export interface Me {
  seq: number;
  account: Account;
  logins: Login[];
}

export interface AccountUpdate {
  name?: string;
  language?: Language;
  zone?: string;
  theme?: Theme;
}

export interface PasswordChange {
  old_password: string;
  new_password: string;
  end_other_logins: boolean;
}

export interface LoginRef {
  login: string;
}

export interface AccountChanged {
  account: string;
}

export interface SignIn {
  email: string;
  password: string;
}

export interface SignedIn {
  account: Account;
  group?: string;
}

export interface Peek {
  token: string;
}

export type LinkPurpose = 'first' | 'account' | 'invitation';

export interface Peeked {
  purpose: LinkPurpose;
  email?: string;
  name?: string;
  group_name?: string;
  invited_by?: string;
  expires_at: string;
}

export interface Enter {
  token: string;
  email: string;
  name: string;
  password: string;
  zone: string;
  language: Language;
}

export interface Follow {
  group: string;
  epoch?: string;
  since?: number;
}

export interface Following {
  epoch: string;
  seq: number;
  reset: boolean;
}

export type Nearness = 'here' | 'reconnecting';

export interface Presence {
  account: string;
  nearness: Nearness;
}

export interface Room {
  group: string;
  session: string;
  people: Presence[];
}

export interface TimeNow {
  at: string;
}

export type Role = 'organiser' | 'member';

export interface Clause {
  key: string;
  title: string;
  text: string;
}

export interface TemplateRequest {
  language: Language;
}

export interface AgreementTemplate {
  clauses: Clause[];
}

export interface GroupCreate {
  name: string;
  language: Language;
  clauses: Clause[];
}

export interface GroupCreated {
  group: string;
  agreement_version: number;
}

export interface GroupSummary {
  group: string;
  name: string;
  role: Role;
  language: Language;
  members: number;
  agreement_version: number;
  has_signed: boolean;
}

export interface GroupList {
  seq: number;
  groups: GroupSummary[];
}

export interface Member {
  account: string;
  name: string;
  role: Role;
  joined_at: string;
  signed_version: number;
  confirmed: boolean;
  confirmed_by_me: boolean;
}

export interface GroupView {
  seq: number;
  group: string;
  name: string;
  language: Language;
  role: Role;
  agreement_version: number;
  has_signed: boolean;
  members: Member[];
}

export interface AgreementRequest {
  group: string;
  version?: number;
}

export interface Signature {
  account: string;
  at: string;
}

export interface AgreementView {
  seq: number;
  version: number;
  current_version: number;
  at: string;
  author: string;
  clauses: Clause[];
  signatures: Signature[];
  changed: string[];
}

export interface AgreementPropose {
  group: string;
  based_on: number;
  clauses: Clause[];
}

export interface AgreementSign {
  group: string;
  version: number;
}

export interface AgreementVersion {
  version: number;
}

export interface MemberRef {
  group: string;
  account: string;
}

export interface RoleSet {
  group: string;
  account: string;
  role: Role;
}

export interface InvitationCreated {
  invitation: string;
  expires_at: string;
  token: string;
}

export interface Invitation {
  invitation: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
}

export interface InvitationList {
  seq: number;
  invitations: Invitation[];
}

export interface InvitationRef {
  group: string;
  invitation: string;
}

export interface Join {
  token: string;
}

export interface Joined {
  group: string;
}

export interface MemberEvent {
  account: string;
}

export interface AgreementChanged {
  version: number;
}

export interface AgreementSigned {
  account: string;
  version: number;
}

export interface InvitationEvent {
  invitation: string;
}

export type Frequency = 'weekly' | 'monthly_by_date' | 'monthly_by_weekday';

export type Weekday = 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su';

export interface Recurrence {
  frequency: Frequency;
  interval: number;
  days: Weekday[];
  nth?: number;
  count?: number;
  until?: string;
}

export interface SeriesCreate {
  group: string;
  recurrence: Recurrence;
  starts: string;
  zone: string;
  minutes: number;
  place: string;
  call_link: string;
}

export interface SeriesCreated {
  series: string;
  sessions: number;
}

export interface SeriesPreview {
  starts: string[];
}

export type Answer = 'yes' | 'late' | 'no';

export type SessionState = 'planned' | 'cancelled' | 'held';

export interface Answered {
  account: string;
  answer: Answer;
}

export interface Session {
  session: string;
  series?: string;
  number: number;
  starts_at: string;
  ends_at: string;
  local_start: string;
  zone: string;
  state: SessionState;
  moved_from?: string;
  reason: string;
  place: string;
  call_link: string;
  answers: Answered[];
}

export interface SessionsRequest {
  group: string;
  from?: string;
  to?: string;
  limit?: number;
}

export interface Sessions {
  seq: number;
  sessions: Session[];
}

export interface AnswerSession {
  group: string;
  session: string;
  answer: Answer;
}

export interface MoveSession {
  group: string;
  session: string;
  starts: string;
  minutes?: number;
  reason: string;
}

export interface CancelSession {
  group: string;
  session: string;
  reason: string;
}

export interface SeriesEvent {
  series: string;
}

export interface SessionEvent {
  session: string;
}

export interface SessionAnswered {
  session: string;
  account: string;
  answer: Answer;
}

export type DutyRole = 'facilitator' | 'presenter' | 'timekeeper' | 'scribe';

export type DutyWhy = 'smallest_share' | 'longest_ago' | 'first_turn' | 'waited_longest' | 'swapped' | 'stood_in' | 'chosen' | 'only_one_left';

export interface DutyReason {
  why: DutyWhy;
  served: number;
  attended: number;
  last_served?: string;
  other?: string;
}

export interface Duty {
  duty: string;
  session: string;
  role: DutyRole;
  account: string;
  reason: DutyReason;
}

export interface Swap {
  swap: string;
  asker: string;
  asked: string;
  duty: string;
  wanted: string;
  at: string;
}

export type PresenterRule = 'planned' | 'chosen_on_the_day';

export interface RotaRules {
  presenter: PresenterRule;
  timekeeper: boolean;
  scribe: boolean;
}

export interface Rota {
  seq: number;
  rules: RotaRules;
  sessions: Session[];
  duties: Duty[];
  swaps: Swap[];
  my_passes: number;
}

export interface RotaRulesSet {
  group: string;
  rules: RotaRules;
}

export interface DutyRef {
  group: string;
  duty: string;
}

export interface SwapAsk {
  group: string;
  duty: string;
  wanted: string;
}

export interface SwapAsked {
  swap: string;
}

export interface SwapReply {
  group: string;
  swap: string;
  accept: boolean;
}

export interface SwapRef {
  group: string;
  swap: string;
}

export interface DutyChoose {
  group: string;
  session: string;
  role: DutyRole;
  account: string;
}

export interface RotaChanged {
  sessions: string[];
}

export interface SwapEvent {
  swap: string;
}

export type Wanted = 'ideas' | 'reflection' | 'being_heard' | 'colleagues_view';

export type CaseField = 'title' | 'question' | 'setting' | 'age_band' | 'place_kind' | 'theme' | 'text';

export interface FieldText {
  field: CaseField;
  text: string;
}

export interface Check {
  group: string;
  fields: FieldText[];
}

export type FindingLevel = 'must_replace' | 'review';

export interface Finding {
  start: number;
  end: number;
  type: string;
  level: FindingLevel;
  reason: string;
  proposals: string[];
}

export interface FieldFindings {
  field: CaseField;
  findings: Finding[];
}

export interface Findings {
  fields: FieldFindings[];
}

export interface Blur {
  setting: string;
  age_band: string;
  place_kind: string;
  theme: string;
}

export interface Kept {
  field: CaseField;
  start: number;
  end: number;
}

export interface CaseSubmit {
  group: string;
  session: string;
  title: string;
  question: string;
  wanted: Wanted;
  blur: Blur;
  text: string;
  kept: Kept[];
  attested: boolean;
  keep_days: number;
}

export interface CaseSubmitted {
  case_id: string;
}

export type ConflictAnswer = 'no' | 'maybe' | 'yes';

export type CaseState = 'submitted' | 'closed' | 'shredded' | 'withdrawn';

export type Closed = 'sign_first' | 'before_joining' | 'not_confirmed' | 'answer_first' | 'away' | 'shredded';

export interface CaseSummary {
  case_id: string;
  session: string;
  presenter: string;
  state: CaseState;
  submitted_at: string;
  shred_at: string;
  wanted: Wanted;
  closed?: Closed;
  my_answer?: ConflictAnswer;
  blur?: Blur;
  title?: string;
}

export interface CaseList {
  seq: number;
  cases: CaseSummary[];
}

export interface CaseRef {
  group: string;
  case_id: string;
}

export interface CaseView {
  summary: CaseSummary;
  title: string;
  question: string;
  blur: Blur;
  text: string;
}

export interface ConflictReply {
  group: string;
  case_id: string;
  answer: ConflictAnswer;
}

export interface CaseEvent {
  case_id: string;
  session: string;
}

export interface ConflictAnswered {
  group: string;
  case_id: string;
}

export type Speakers = 'all' | 'presenter' | 'presenter_and_facilitator' | 'consultants' | 'in_turn';

export type PresenterDoes = 'speaks' | 'answers' | 'silent';

export interface FormatPhase {
  code: string;
  title: string;
  minutes: number;
  min_minutes: number;
  max_minutes: number;
  speakers: Speakers;
  presenter: PresenterDoes;
  advice: boolean;
  in_turns: boolean;
  may_pass: boolean;
  aim: string;
  script: string;
}

export interface Format {
  code: string;
  name: string;
  source: string;
  minutes: number;
  phases: FormatPhase[];
}

export interface FormatsRequest {
  language: Language;
}

export interface Formats {
  formats: Format[];
}

export type RunState = 'running' | 'paused' | 'ended';

export interface RunRole {
  role: DutyRole;
  account: string;
}

export interface Run {
  session: string;
  version: number;
  format: string;
  phase: number;
  state: RunState;
  started_at: string;
  deadline: string;
  paused_remaining_ms?: number;
  undo_until?: string;
  stopped_by_presenter: boolean;
  roles: RunRole[];
  case_id?: string;
  begun_at: string;
}

export interface LiveView {
  seq: number;
  session: Session;
  run?: Run;
  duties: Duty[];
  case_id?: string;
  away: boolean;
  answer_first: boolean;
}

export interface Begin {
  group: string;
  session: string;
  format: string;
  present: string[];
  case_id?: string;
  presenter?: string;
}

export type Step = 'next' | 'back' | 'undo' | 'pause' | 'resume' | 'stop_please';

export interface RunStep {
  group: string;
  session: string;
  version: number;
  step: Step;
}

export interface RunAdjust {
  group: string;
  session: string;
  version: number;
  minutes: number;
}

export interface RunClose {
  group: string;
  session: string;
  version: number;
  present: string[];
}

export interface RunVersion {
  version: number;
}

export type Item = 'useful' | 'heard' | 'safe' | 'on_track' | 'fair_time' | 'takeaway';

export interface Score {
  item: Item;
  score: number;
}

export interface Rate {
  group: string;
  session: string;
  scores: Score[];
  keep: string;
  change: string;
}

export type BallotState = 'not_present' | 'open' | 'rated' | 'declined' | 'closed';

export type Agreeing = 'close' | 'mixed';

export interface ItemResult {
  item: Item;
  mean: number;
  agreeing: Agreeing;
}

export type NoResult = 'still_open' | 'too_few' | 'nobody_rated' | 'shredded';

export interface Evaluation {
  session: string;
  mine: BallotState;
  closes_at: string;
  no_result?: NoResult;
  items: ItemResult[];
  keep: string[];
  change: string[];
}

export interface EvaluationView {
  seq: number;
  evaluation: Evaluation;
}

export interface TrendPoint {
  session: string;
  starts_at: string;
  number: number;
  no_result?: NoResult;
  items: ItemResult[];
}

export interface Trend {
  seq: number;
  points: TrendPoint[];
}

export interface EvaluationEvent {
  session: string;
}

export type TaskKind = 'sign_agreement' | 'confirm_newcomer' | 'answer_session' | 'prepare_case' | 'answer_conflict' | 'rate' | 'answer_swap';

export interface Task {
  kind: TaskKind;
  group: string;
  group_name: string;
  subject?: string;
  session_number?: number;
  session_starts_at?: string;
  until?: string;
  name?: string;
}

export interface NextSession {
  group: string;
  group_name: string;
  session: Session;
  members: number;
  my_roles: DutyRole[];
  facilitator?: string;
  presenter?: string;
  live: boolean;
}

export interface MyDuty {
  group: string;
  group_name: string;
  duty: Duty;
  starts_at: string;
}

export interface Home {
  seq: number;
  groups: GroupSummary[];
  next: NextSession[];
  tasks: Task[];
  duties: MyDuty[];
}

export interface Methods {
  'accounts.me': { params: Empty; result: Me; kind: 'read' };
  'accounts.update': { params: AccountUpdate; result: Empty; kind: 'write' };
  'accounts.change_password': { params: PasswordChange; result: Empty; kind: 'write' };
  'accounts.end_login': { params: LoginRef; result: Empty; kind: 'write' };
  'accounts.seen': { params: Empty; result: Empty; kind: 'write' };
  'groups.template': { params: TemplateRequest; result: AgreementTemplate; kind: 'read' };
  'groups.create': { params: GroupCreate; result: GroupCreated; kind: 'write' };
  'groups.list': { params: Empty; result: GroupList; kind: 'read' };
  'groups.show': { params: GroupRef; result: GroupView; kind: 'read' };
  'groups.agreement': { params: AgreementRequest; result: AgreementView; kind: 'read' };
  'groups.propose_agreement': { params: AgreementPropose; result: AgreementVersion; kind: 'write' };
  'groups.sign': { params: AgreementSign; result: AgreementVersion; kind: 'write' };
  'groups.confirm': { params: MemberRef; result: Empty; kind: 'write' };
  'groups.remove_member': { params: MemberRef; result: Empty; kind: 'write' };
  'groups.leave': { params: GroupRef; result: Empty; kind: 'write' };
  'groups.set_role': { params: RoleSet; result: Empty; kind: 'write' };
  'groups.invite': { params: GroupRef; result: InvitationCreated; kind: 'write' };
  'groups.invitations': { params: GroupRef; result: InvitationList; kind: 'read' };
  'groups.revoke_invitation': { params: InvitationRef; result: Empty; kind: 'write' };
  'groups.join': { params: Join; result: Joined; kind: 'write' };
  'schedule.preview': { params: SeriesCreate; result: SeriesPreview; kind: 'read' };
  'schedule.create_series': { params: SeriesCreate; result: SeriesCreated; kind: 'write' };
  'schedule.list': { params: SessionsRequest; result: Sessions; kind: 'read' };
  'schedule.answer': { params: AnswerSession; result: Empty; kind: 'write' };
  'schedule.move': { params: MoveSession; result: Empty; kind: 'write' };
  'schedule.cancel': { params: CancelSession; result: Empty; kind: 'write' };
  'rota.show': { params: GroupRef; result: Rota; kind: 'read' };
  'rota.set_rules': { params: RotaRulesSet; result: Empty; kind: 'write' };
  'rota.pass': { params: DutyRef; result: Empty; kind: 'write' };
  'rota.ask_swap': { params: SwapAsk; result: SwapAsked; kind: 'write' };
  'rota.reply_swap': { params: SwapReply; result: Empty; kind: 'write' };
  'rota.withdraw_swap': { params: SwapRef; result: Empty; kind: 'write' };
  'rota.choose': { params: DutyChoose; result: Empty; kind: 'write' };
  'cases.check': { params: Check; result: Findings; kind: 'read' };
  'cases.submit': { params: CaseSubmit; result: CaseSubmitted; kind: 'write' };
  'cases.list': { params: GroupRef; result: CaseList; kind: 'read' };
  'cases.show': { params: CaseRef; result: CaseView; kind: 'witness' };
  'cases.answer_conflict': { params: ConflictReply; result: Empty; kind: 'write' };
  'cases.withdraw': { params: CaseRef; result: Empty; kind: 'write' };
  'consultation.formats': { params: FormatsRequest; result: Formats; kind: 'read' };
  'consultation.show': { params: SessionRef; result: LiveView; kind: 'read' };
  'consultation.begin': { params: Begin; result: RunVersion; kind: 'write' };
  'consultation.step': { params: RunStep; result: RunVersion; kind: 'write' };
  'consultation.adjust': { params: RunAdjust; result: RunVersion; kind: 'write' };
  'consultation.close': { params: RunClose; result: Empty; kind: 'write' };
  'evaluation.rate': { params: Rate; result: Empty; kind: 'write' };
  'evaluation.decline': { params: SessionRef; result: Empty; kind: 'write' };
  'evaluation.show': { params: SessionRef; result: EvaluationView; kind: 'read' };
  'evaluation.trend': { params: GroupRef; result: Trend; kind: 'read' };
  'home.show': { params: Empty; result: Home; kind: 'read' };
  'feed.follow': { params: Follow; result: Following; kind: 'read' };
  'feed.unfollow': { params: GroupRef; result: Empty; kind: 'read' };
  'presence.enter': { params: SessionRef; result: Room; kind: 'read' };
  'presence.leave': { params: SessionRef; result: Empty; kind: 'read' };
  'time.now': { params: Empty; result: TimeNow; kind: 'read' };
}

export interface Events {
  'accounts.changed': AccountChanged;
  'groups.member_joined': MemberEvent;
  'groups.member_left': MemberEvent;
  'groups.member_changed': MemberEvent;
  'groups.agreement_changed': AgreementChanged;
  'groups.signed': AgreementSigned;
  'groups.invitations_changed': InvitationEvent;
  'schedule.series_created': SeriesEvent;
  'schedule.session_moved': SessionEvent;
  'schedule.session_cancelled': SessionEvent;
  'schedule.session_held': SessionEvent;
  'schedule.answered': SessionAnswered;
  'accounts.renamed': AccountChanged;
  'rota.changed': RotaChanged;
  'rota.swap_asked': SwapEvent;
  'rota.swap_answered': SwapEvent;
  'cases.submitted': CaseEvent;
  'cases.withdrawn': CaseEvent;
  'cases.closed': CaseEvent;
  'cases.shredded': CaseEvent;
  'cases.answered': ConflictAnswered;
  'consultation.changed': Run;
  'evaluation.opened': EvaluationEvent;
  'evaluation.closed': EvaluationEvent;
}
