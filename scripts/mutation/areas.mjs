// What `npm run mutate` changes, and the tests that have to notice. Paths are from the root; a folder stands for the sources in it.
export const areas = [
  {
    name: 'masking',
    project: 'domain',
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
    sources: ['packages/profile-format/src/plan'],
    tests: ['packages/profile-format/src/plan'],
  },
  {
    name: 'access',
    project: 'api',
    sources: [
      'apps/api/src/platform/access/access.ts',
      'apps/api/src/platform/access/authenticate.ts',
      'apps/api/src/platform/access/cross-site.ts',
      'apps/api/src/platform/access/principal-repository.ts',
      'apps/api/src/platform/access/roles.ts',
      'apps/api/src/platform/access/grant-policy.ts',
      'apps/api/src/platform/access/held-role.ts',
      'apps/api/src/features/profiles/profile-policy.ts',
    ],
    tests: ['apps/api/src/platform/access', 'apps/api/src/features/profiles/read/profile-routes.test.ts'],
  },
  {
    name: 'transactions',
    project: 'api',
    sources: [
      'apps/api/src/features/profile-import/profile-import-service.ts',
      'apps/api/src/features/profile-import/write-import.ts',
      'apps/api/src/features/profile-plan/plan-and-write.ts',
      'apps/api/src/features/profiles/stored/profile-head-repository.ts',
      'apps/api/src/features/profiles/write/kept-version-repository.ts',
      'apps/api/src/platform/database/tenant-db.ts',
      'apps/api/src/platform/idempotency',
    ],
    tests: [
      'apps/api/src/features/profile-import/import-transaction.test.ts',
      'apps/api/src/features/profile-edit/kept-versions.test.ts',
      'apps/api/src/features/profile-edit/profile-edit-routes.test.ts',
      'apps/api/src/features/profile-import/profile-import-routes.test.ts',
      'apps/api/src/platform/database/tenant-db.test.ts',
      'apps/api/src/platform/idempotency',
    ],
  },
]
