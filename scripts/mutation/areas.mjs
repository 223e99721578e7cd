// What `npm run mutate` changes, and the tests that have to notice. Paths are relative to the root; a folder means its
// sources.
import { findMutants } from './find-mutants.mjs'
import { findTransactionMutants } from './find-transaction-mutants.mjs'

const feature = (name) => `apps/api/src/features/${name}`
const FEATURES_THAT_WRITE = [
  'api-keys', 'auth', 'macros', 'projects', 'registries', 'registry-sync', 'roles', 'secret-rules', 'tags', 'teams', 'tenant', 'users',
].map(feature) // prettier-ignore

/** `near`: only the tests of a change's own feature are run, and have to notice it. */
export const areas = [
  {
    name: 'masking',
    project: 'domain',
    find: findMutants,
    sources: [
      'packages/profile-format/src/masking',
      'packages/secret-finder/src/copies',
      'packages/secret-finder/src/evidence/declared',
      'packages/secret-finder/src/evidence/structure',
      'packages/layer-text/src/masks',
    ],
    tests: [
      'packages/profile-format/src/masking',
      'packages/profile-format/src/plan/masks',
      'packages/secret-finder',
      'packages/layer-text',
    ],
  },
  {
    name: 'planning',
    project: 'domain',
    find: findMutants,
    sources: ['packages/profile-format/src/plan'],
    tests: ['packages/profile-format/src/plan'],
  },
  {
    name: 'access',
    project: 'api',
    find: findMutants,
    sources: [
      'apps/api/src/platform/access/access.ts',
      'apps/api/src/platform/access/authenticate.ts',
      'apps/api/src/platform/access/cross-site.ts',
      'apps/api/src/platform/access/principal-repository.ts',
      'apps/api/src/platform/access/roles/roles.ts',
      'apps/api/src/platform/access/roles/grant-policy.ts',
      'apps/api/src/platform/access/roles/held-role.ts',
      'apps/api/src/features/profiles/profile-policy.ts',
    ],
    tests: ['apps/api/src/platform/access', 'apps/api/src/features/profiles/read/profile-routes.test.ts'],
  },
  {
    name: 'transactions',
    project: 'api',
    find: findTransactionMutants,
    sources: [...FEATURES_THAT_WRITE, 'apps/api/src/platform/idempotency'],
    tests: [...FEATURES_THAT_WRITE, 'apps/api/src/platform/idempotency'],
    near: true,
  },
  {
    name: 'profile-transactions',
    project: 'api',
    find: findTransactionMutants,
    sources: ['profile-import', 'profile-plan', 'profile-edit', 'profiles/stored', 'profiles/write'].map(feature),
    tests: [
      'apps/api/src/features/profile-import/import-transaction.test.ts',
      'apps/api/src/features/profile-import/profile-import-routes.test.ts',
      'apps/api/src/features/profile-edit',
      'apps/api/src/features/profiles/write',
    ],
  },
]
