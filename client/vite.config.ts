import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** One copy each: a second Yjs or ProseMirror in the bundle breaks `instanceof` checks and with them co-editing. */
const single = [
  'react',
  'react-dom',
  'yjs',
  'lib0',
  'y-protocols',
  '@tiptap/core',
  '@tiptap/pm',
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-transform',
  'prosemirror-view',
];

/** What a call and a trial run share. */
const walkRoom =
  /@marcbachmann[/\\]cel-js[/\\]|client[/\\]src[/\\]script[/\\](frame|fields|step|walk|keys)[/\\](?!PageView)|shared[/\\]src[/\\]script[/\\](walk|explain)/u;

/** Leaves of it that an editor shows at first. One more import of that kind brings all of `walk` into the editor's first load. */
const firstRoom =
  /client[/\\]src[/\\](ui[/\\]formatTime|script[/\\](words|keys[/\\]singleKeys))\.ts|shared[/\\]src[/\\]script[/\\](canonical|contentText|formatValue|keys|names|own|placeholders|valueText)\.ts|icons[/\\]Icon(ArrowBackUp|ArrowRight|Check|ChevronDown|ChevronRight|ExternalLink|History|X)\.mjs/u;

/** Small parts of the agent's first pages that other pages use as well: apart they would be packed worse. */
const agentRoom =
  /client[/\\]src[/\\](ui[/\\](latePart|QueryGate|SearchField|Panel|Tag|foldText)|wire[/\\](policy|fetchAll)|features[/\\]run[/\\](call[/\\](loadVersion|callContext)|frame[/\\]CloseX))\.tsx?|shared[/\\]src[/\\](text[/\\]fold|calendar[/\\]surroundings)\.ts|components[/\\]Stack[/\\]|icons[/\\]Icon(Copy|Forms|SearchOff|Search|Dots)\.mjs/u;

export default defineConfig(({ mode }) => {
  const server = loadEnv(mode, process.cwd(), 'DAIHON_').DAIHON_SERVER ?? 'http://127.0.0.1:3000';
  // The server checks the Origin of upgrades and writes, so the proxy presents its own.
  const proxied = { target: server, headers: { origin: server } };
  return {
    root: import.meta.dirname,
    plugins: [react()],
    resolve: { dedupe: single },
    // The server replaces this word with the nonce of each request (index.html is never cached).
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      target: 'es2023',
      outDir: 'dist',
      emptyOutDir: true,
      // CSP: fonts and images come from files, never from data: URLs.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_200,
      rolldownOptions: {
        // Schemas are values without side effects: those a page does not use leave its bundle.
        treeshake: { manualPureFunctions: ['z'] },
        output: {
          // Apart from what agents load: they read types of the schemas, never the schemas.
          codeSplitting: {
            groups: [
              // What every page stands on, before the other groups take parts of it along.
              { name: 'base', tags: ['$initial'], priority: 10 },
              { name: 'zod', test: /node_modules[\\/]zod[\\/]/u },
              { name: 'first', test: (id) => firstRoom.test(id) || agentRoom.test(id), priority: 5 },
              // In one piece: cut up by who else uses which part it is packed worse.
              { name: 'walk', test: walkRoom },
            ],
          },
        },
      },
    },
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: {
        '/api': proxied,
        '/socket.io': { ...proxied, ws: true },
        '/collab': { ...proxied, ws: true },
      },
    },
  };
});
