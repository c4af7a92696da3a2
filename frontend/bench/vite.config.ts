import { defineConfig } from 'vite';

/** `npx vite --config frontend/bench/vite.config.ts`, then open the page: it measures by itself. */
export default defineConfig({ root: import.meta.dirname, build: { target: 'es2023' } });
