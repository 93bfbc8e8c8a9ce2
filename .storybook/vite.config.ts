import { defineConfig } from 'vite';
import { reference } from '../.build/reference/plugin.ts';

export default defineConfig({ plugins: [reference()], build: { target: 'es2022', chunkSizeWarningLimit: 2000 } });
