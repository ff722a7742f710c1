import { compile } from '@inlang/paraglide-js';

/** The same options as in vite.config.ts, for what runs without Vite (types, lint). */
await compile({
  project: process.env.MESSAGES_PROJECT ?? './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
});
