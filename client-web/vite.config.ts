import { defineConfig } from 'vite';

// Nothing is inlined and no polyfill is injected: the pages run under `script-src 'self'; style-src 'self'`.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
