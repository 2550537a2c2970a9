import './style/index.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { start } from './app/me.ts';
import { startRouter } from './app/router.ts';
import { setLanguage } from './i18n/i18n.ts';

startRouter();
start();
setLanguage().then(() => render(<App />, document.getElementById('app')!));
