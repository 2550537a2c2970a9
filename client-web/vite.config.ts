import { defineConfig } from 'vite';

// Nothing is inlined and no polyfill is injected: the pages run under `script-src 'self'; style-src 'self'`.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What signing in needs beside the frame comes as one file instead of four small ones.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'forms', test: /src.(parts.(fields|form)|data.task|accounts.(sign_in_\w+|account_fields))\.tsx?$/ },
          ],
        },
      },
    },
  },
});
