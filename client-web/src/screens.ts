// All screens. Each is a folder of its own with a default export, and is loaded when it is first opened.
import type { ComponentType } from 'preact';
import type { PlaceNames } from './app/paths.ts';
import type { Feature } from './i18n/loaders.ts';

export type Nav = 'home' | 'schedule' | 'cases' | 'group';
/** Values of the places in the path: ScreenProps<'group' | 'session'>. */
export type ScreenProps<P extends string = never> = { params: Record<P, string> };

export interface Screen {
  path: string;
  load(): Promise<{ default: ComponentType<{ params: never }> }>;
  /** anyone: without a login too. member: signs in first. */
  access: 'anyone' | 'member';
  /** main: top bar and navigation around <main class="page">. bare: the screen draws all of it (see parts/frame.tsx). */
  frame: 'main' | 'bare';
  /** Whose texts it uses: t('FEATURE.key'). */
  texts: readonly Feature[];
  /** Which entry of the navigation is the current one. */
  nav?: Nav;
}

function screen<P extends string>(
  path: P,
  load: () => Promise<{ default: ComponentType<ScreenProps<PlaceNames<P>>> }>,
  texts: readonly Feature[],
  rest: Partial<Pick<Screen, 'access' | 'frame' | 'nav'>> = {},
): Screen {
  return { path, load: load as Screen['load'], texts, access: 'member', frame: 'main', ...rest };
}

export const screens: Screen[] = [
  screen('/', () => import('./home/home_screen.tsx'), ['home', 'schedule', 'rota'], { nav: 'home' }),
  screen('/sign-in', () => import('./accounts/sign_in_screen.tsx'), ['accounts'], { access: 'anyone', frame: 'bare' }),
  screen('/enter', () => import('./accounts/enter_screen.tsx'), ['accounts'], { access: 'anyone', frame: 'bare' }),
  screen('/join', () => import('./accounts/enter_screen.tsx'), ['accounts'], { access: 'anyone', frame: 'bare' }),
  screen('/answer', () => import('./calendar/answer_screen.tsx'), ['calendar'], { access: 'anyone', frame: 'bare' }),
  screen('/account', () => import('./accounts/account_screen.tsx'), ['accounts', 'calendar']),
  screen('/g/new', () => import('./groups/new_group_screen.tsx'), ['groups']),
  screen('/g/:group', () => import('./groups/group_screen.tsx'), ['groups', 'policy'], { nav: 'group' }),
  screen('/g/:group/agreement', () => import('./groups/agreement_screen.tsx'), ['groups'], { nav: 'group' }),
  screen('/g/:group/checking', () => import('./cases/policy_screen.tsx'), ['policy'], { nav: 'group' }),
  screen(
    '/g/:group/schedule',
    () => import('./schedule/schedule_screen.tsx'),
    ['schedule', 'planning', 'polls', 'rota', 'turns'],
    { nav: 'schedule' },
  ),
  screen('/g/:group/cases', () => import('./cases/cases_screen.tsx'), ['cases'], { nav: 'cases' }),
  screen('/g/:group/case/new', () => import('./cases/editor_screen.tsx'), ['cases', 'schedule'], { nav: 'cases' }),
  screen('/g/:group/case/:case', () => import('./cases/case_screen.tsx'), ['cases'], { nav: 'cases' }),
  screen(
    '/g/:group/session/:session',
    () => import('./consultation/live_screen.tsx'),
    ['consultation', 'cases', 'floor', 'formats', 'ideas', 'rota', 'schedule'],
    { frame: 'bare' },
  ),
  screen('/g/:group/session/:session/step', () => import('./ideas/step_screen.tsx'), ['ideas', 'cases'], {
    frame: 'bare',
  }),
  screen(
    '/g/:group/session/:session/table',
    () => import('./consultation/table_screen.tsx'),
    ['consultation', 'cases', 'floor', 'formats', 'ideas', 'rota', 'schedule'],
    { frame: 'bare' },
  ),
  screen(
    '/g/:group/session/:session/rehearsal',
    () => import('./rehearsal/rehearsal_screen.tsx'),
    ['rehearsal', 'consultation', 'cases', 'floor', 'formats', 'rota', 'schedule'],
    { frame: 'bare' },
  ),
  screen('/g/:group/session/:session/rate', () => import('./evaluation/rate_screen.tsx'), ['evaluation', 'cases'], {
    frame: 'bare',
  }),
  screen('/g/:group/session/:session/evaluation', () => import('./evaluation/session_screen.tsx'), ['evaluation'], {
    nav: 'group',
  }),
  screen('/g/:group/formats', () => import('./formats/formats_screen.tsx'), ['formats'], { nav: 'group' }),
  screen('/g/:group/formats/:format', () => import('./formats/format_screen.tsx'), ['formats'], { nav: 'group' }),
  screen('/g/:group/evaluation', () => import('./evaluation/evaluation_screen.tsx'), ['evaluation'], { nav: 'group' }),
];
