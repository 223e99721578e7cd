// How the API's features depend on each other, folder by folder: apart from the other rules, for a folder's dependencies can
// be looked at in a graph of features alone, without their tests.
const { options } = require('./.dependency-cruiser.cjs')

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'features-go-one-way',
      comment: 'Two features that use each other are one.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/api/src/features/[^/]+$' },
      to: { circular: true },
    },
  ],
  options: {
    ...options,
    includeOnly: '^apps/api/src/features/',
    exclude: { path: ['/dist/', '\\.test\\.ts$'] },
  },
}
