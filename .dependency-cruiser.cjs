// The boundaries of the tree. A rule without a tool is broken sooner or later, so each stands here and nowhere else;
// scripts/boundaries.test.mjs plants one violation per rule and sees it caught.
const TEST = ['\\.(test|spec)\\.tsx?$', '/testing/']
const PRISMA = [
  '^apps/api/src/platform/database/prisma\\.ts$',
  '^apps/api/src/platform/database/prisma-client/',
  'node_modules/@prisma/',
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'not-unresolvable',
      comment: 'An import that does not resolve hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '^apps/api/src/platform/database/prisma-client/' },
      to: { circular: true },
    },
    {
      name: 'texts-know-no-package',
      comment: 'layer-text is below all others: one text, its nodes and its masks.',
      severity: 'error',
      from: { path: '^packages/layer-text/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!layer-text/)'] },
    },
    {
      name: 'finder-knows-only-texts',
      severity: 'error',
      from: { path: '^packages/secret-finder/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!secret-finder/|layer-text/)'] },
    },
    {
      name: 'merge-knows-only-texts',
      severity: 'error',
      from: { path: '^packages/values-merge/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!values-merge/|layer-text/)'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'profile-format runs in the browser, the server and the command line alike.',
      severity: 'error',
      from: { path: '^packages/profile-format/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!profile-format/|secret-finder/|layer-text/)'] },
    },
    {
      name: 'domain-knows-no-node',
      severity: 'error',
      from: { path: '^packages/(profile-format|secret-finder|layer-text|values-merge)/src', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sources-know-only-format',
      comment: 'Where packs come from is read without a database, settings or HTTP of our own.',
      severity: 'error',
      from: { path: '^packages/pack-sources/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!pack-sources/|profile-format/|layer-text/)'] },
    },
    {
      name: 'contract-knows-only-format',
      severity: 'error',
      from: { path: '^packages/api-contract/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!api-contract/|profile-format/)'] },
    },
    {
      name: 'client-knows-only-contract',
      severity: 'error',
      from: { path: '^packages/api-client/src', pathNot: TEST },
      to: { path: ['^apps/', '^packages/(?!api-client/|api-contract/)'] },
    },
    {
      name: 'browser-code-knows-no-node',
      severity: 'error',
      from: { path: '^(apps/web/src|packages/api-(contract|client)/src)', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'console-features-are-islands',
      severity: 'error',
      from: { path: '^(apps/web/src/features)/([^/]+)/', pathNot: TEST },
      to: { path: '^$1/', pathNot: '^$1/$2/' },
    },
    {
      name: 'features-use-what-is-published',
      comment: 'What a feature lets others use stands in its index.ts, name by name.',
      severity: 'error',
      from: { path: '^(apps/api/src/features)/([^/]+)/', pathNot: TEST },
      to: { path: '^$1/', pathNot: ['^$1/$2/', '^$1/[^/]+/index\\.ts$'] },
    },
    {
      name: 'features-never-look-up',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/features/', pathNot: TEST },
      to: { path: '^apps/$1/src/(app/|(app|deps|feature-routes|run|server)\\.ts$)' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: TEST },
      to: { path: '^apps/api/src/features/' },
    },
    {
      name: 'traces-cost-who-asks-for-them',
      comment: 'Without a collector none of them is loaded.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ['^apps/api/src/platform/telemetry/otlp-tracer\\.ts$', ...TEST] },
      to: {
        path: ['^apps/api/src/platform/telemetry/otlp-tracer\\.ts$', 'node_modules/@opentelemetry/'],
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'threads-know-no-server',
      comment: 'What runs in a thread takes a document and gives one back: no database, no settings, no feature.',
      severity: 'error',
      from: { path: '^apps/api/src/format-tasks/', pathNot: TEST },
      to: {
        path: '^apps/api/src/',
        pathNot: [
          '^apps/api/src/format-tasks/',
          '^apps/api/src/platform/workers/',
          // How problems are worded in answers, and nothing else of what answers.
          '^apps/api/src/platform/errors/problem-body\\.ts$',
        ],
      },
    },
    {
      name: 'shared-never-looks-up',
      severity: 'error',
      from: { path: '^apps/web/src/shared' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'services-know-no-transport',
      comment: 'A service takes { db, caller, tools } and calls repositories, so that the command line can use it.',
      severity: 'error',
      from: { path: '^apps/api/src/features/.+-service\\.ts$' },
      to: {
        path: [
          'node_modules/(fastify|@fastify)/',
          '-(routes|presenter)\\.ts$',
          '^packages/api-contract/',
          '^apps/api/src/platform/http/',
          ...PRISMA,
        ],
      },
    },
    {
      name: 'http-stays-at-the-door',
      comment: 'Who may do what, rows, refusals and lists are the same whoever asks.',
      severity: 'error',
      from: {
        path: [
          '^apps/api/src/features/.+-(policy|repository)\\.ts$',
          '^apps/api/src/platform/(errors|lists|rates|database|keys|jobs|workers)/',
        ],
        pathNot: TEST,
      },
      to: { path: '^apps/api/src/platform/http/' },
    },
    {
      name: 'repositories-write-no-audit',
      comment: 'What the audit log says of a change is said by the use case that makes it.',
      severity: 'error',
      from: { path: '^apps/api/src/features/.+-repository\\.ts$' },
      to: {
        path: '^apps/api/src/platform/(audit/audit-log|idempotency/idempotency-claim)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'prisma-only-in-repositories',
      severity: 'error',
      from: {
        path: '^apps/[^/]+/src',
        pathNot: ['-repository\\.ts$', '^apps/api/src/(platform|seed)/', '^apps/api/src/deps\\.ts$', ...TEST],
      },
      to: { path: PRISMA },
    },
    {
      name: 'sources-never-import-tests',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: TEST },
      to: { path: TEST },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^apps/api/src/platform/database/prisma-client/'] },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    // Without these two, imports of workspace packages by name stay unresolved and every rule about them passes in silence.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
