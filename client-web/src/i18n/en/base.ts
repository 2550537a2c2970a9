// What every screen needs.
import app from './app.ts';
import errors from './errors.ts';
import parts from './parts.ts';

export default { app, errors, parts };
