/** The borders of the house: see docs/ARCHITECTURE.md. `npm run lint:deps` fails too when it cruised too few modules. */
const test = '\\.(test|fixture)\\.tsx?$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [test, '\\.d\\.ts$', '\\.config\\.ts$', '^test/'] },
      to: {},
    },
    {
      name: 'shared-is-a-leaf',
      severity: 'error',
      from: { path: '^shared/src', pathNot: test },
      to: {
        pathNot: [
          '^shared/src',
          'node_modules/(mdast-util-(from|to)-markdown|micromark-extension-cjk-friendly|zod|diff|fractional-indexing|@marcbachmann/cel-js|canonicalize|yjs)/',
        ],
      },
    },
    {
      name: 'yjs-in-shared-only-in-the-draft',
      severity: 'error',
      from: { path: '^shared/src', pathNot: ['^shared/src/script/draft/', test] },
      to: { path: 'node_modules/yjs/' },
    },
    {
      name: 'client-and-server-never-meet',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|test)/' },
    },
    {
      name: 'server-and-client-never-meet',
      severity: 'error',
      from: { path: '^server/', pathNot: test },
      to: { path: '^(client|test)/' },
    },
    {
      name: 'use-cases-know-no-transport-and-no-driver',
      severity: 'error',
      from: { path: '^server/src/usecases', pathNot: test },
      to: {
        path: [
          '^server/src/(edge|broadcast|jobs|cli)/',
          'node_modules/(express|express-session|socket\\.io|ws|mongoose|mongodb|lmdb|yjs|y-protocols)/',
        ],
      },
    },
    {
      name: 'a-use-case-room-imports-no-other',
      severity: 'error',
      from: { path: '^server/src/usecases/([^/]+)/', pathNot: test },
      to: { path: '^server/src/usecases/[^/]+/', pathNot: '^server/src/usecases/$1/' },
    },
    {
      name: 'stores-know-no-edge-and-no-use-case',
      severity: 'error',
      from: { path: '^server/src/store', pathNot: test },
      to: { path: '^server/src/(edge|usecases|broadcast|jobs|cli)/' },
    },
    {
      name: 'the-embedded-store-knows-nothing-of-the-product',
      severity: 'error',
      from: { path: '^server/src/store/embedded', pathNot: test },
      to: { path: ['^server/src/(?!store/embedded/)', '^shared/'] },
    },
    {
      name: 'mongoose-only-in-the-store',
      severity: 'error',
      from: { path: '^(server|client|shared)/', pathNot: ['^server/src/store/', test] },
      to: { path: 'node_modules/(mongoose|mongodb|connect-mongo|lmdb)/' },
    },
    {
      name: 'express-only-in-edge-http',
      severity: 'error',
      from: { path: '^(server|client|shared)/', pathNot: ['^server/src/edge/http/', test] },
      to: { path: 'node_modules/(express|helmet)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'socket.io-only-at-its-edges',
      severity: 'error',
      from: {
        path: '^(server|client|shared)/',
        pathNot: ['^server/src/(edge/socket|broadcast)/', '^client/src/wire/', test],
      },
      to: { path: 'node_modules/(socket\\.io|socket\\.io-client)/' },
    },
    {
      name: 'yjs-only-where-drafts-are-edited',
      severity: 'error',
      from: {
        path: '^(server|client)/',
        pathNot: ['^server/src/edge/collab/', '^client/src/(wire|features/editor)/', test],
      },
      to: { path: 'node_modules/(yjs|y-protocols|y-websocket|@tiptap/[^/]+)/' },
    },
    {
      name: 'a-feature-imports-no-other',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/[^/]+/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'wire-and-ui-know-no-feature',
      severity: 'error',
      from: { path: '^client/src/(wire|ui)/' },
      to: { path: '^client/src/(features|script)/' },
    },
    {
      name: 'the-common-room-of-scripts-knows-no-feature-and-no-wire',
      severity: 'error',
      from: { path: '^client/src/script/', pathNot: test },
      to: { path: '^client/src/(?!script/|ui/|app/i18n\\.ts)' },
    },
    {
      name: 'the-agent-page-has-no-editor',
      severity: 'error',
      from: { path: '^client/src/features/run/' },
      to: { path: 'node_modules/(yjs|@tiptap/[^/]+|@xyflow/[^/]+|@dagrejs/[^/]+)/', reachable: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '^test/bench/peers'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
