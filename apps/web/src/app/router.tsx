import { createBrowserRouter, redirect, type RouteObject } from 'react-router'
import * as profileList from '../features/profile-list/profile-list-route.tsx'
import * as profileUpdates from '../features/profile-list/updates/profile-updates-route.tsx'
import { paths } from '../shared/navigation/paths.ts'
import { scopeContext } from '../shared/session/scope-context.ts'
import { PageError } from '../shared/ui/messages/route-error.tsx'
import { Frame } from './frame/frame.tsx'
import { FrameError, FrameSkeleton } from './frame/scopeless-frame.tsx'
import { enterScope, loadFrame, startPage, unknownAddress, unknownPage } from './scope-routing.ts'

const exportDialog = () => import('../features/profile-export/export-route.tsx')

/** The pages of one scope, under /tenant and under /projects/<uid>. An error in a page leaves the frame in place. */
const pages: RouteObject[] = [
  {
    ErrorBoundary: PageError,
    children: [
      { index: true, loader: ({ context }) => redirect(paths.home(context.get(scopeContext))) },
      { path: 'home', lazy: () => import('../features/home/home-route.tsx') },
      { path: 'profiles', ...profileList, children: [{ path: 'export/:profileUid', lazy: exportDialog }] },
      { path: 'profiles/add', lazy: () => import('../features/profile-builder/new-profile/new-profile-route.tsx') },
      { path: 'profiles/pack-updates', ...profileUpdates },
      { path: 'profiles/import', lazy: () => import('../features/profile-import/import-route.tsx') },
      { path: 'profiles/compare', lazy: () => import('../features/profile-compare/compare-route.tsx') },
      {
        path: 'profiles/:profileUid/manifests/:layerName',
        lazy: () => import('../features/profile-detail/layers/manifests-route.tsx'),
      },
      { path: 'profiles/:profileUid/edit', lazy: () => import('../features/profile-builder/builder-route.tsx') },
      {
        path: 'profiles/:profileUid/pack-updates',
        lazy: () => import('../features/profile-detail/layers/pack-updates-route.tsx'),
      },
      {
        path: 'profiles/:profileUid/updates',
        lazy: () => import('../features/pack-update/pack-updates-route.tsx'),
      },
      // Routes of their own: as a child, the redirect to the first tab would wait for the page's data, which would then
      // be fetched again.
      { path: 'profiles/:profileUid', loader: () => redirect('layers') },
      {
        path: 'profiles/:profileUid',
        lazy: () => import('../features/profile-detail/profile-detail-route.tsx'),
        children: [
          {
            path: ':tab',
            lazy: () => import('../features/profile-detail/tabs/profile-tab-route.tsx'),
            children: [
              { path: 'export', lazy: exportDialog },
              { path: 'terraform', lazy: () => import('../features/profile-export/terraform/terraform-route.tsx') },
              {
                path: 'empty-values',
                lazy: () => import('../features/profile-detail/empty-values/empty-values-route.tsx'),
              },
              { path: 'new-version', lazy: () => import('../features/profile-detail/clone/new-version-route.tsx') },
              { path: 'clone', lazy: () => import('../features/profile-detail/clone/clone-route.tsx') },
              { path: 'publish', lazy: () => import('../features/profile-detail/actions/publish-route.tsx') },
              { path: 'delete', lazy: () => import('../features/profile-detail/actions/delete-route.tsx') },
            ],
          },
        ],
      },
      { path: 'packs', lazy: () => import('../features/packs/packs-route.tsx') },
      { path: 'packs/:packUid', loader: () => redirect('readme') },
      {
        path: 'packs/:packUid',
        lazy: () => import('../features/pack-detail/pack-route.tsx'),
        children: [{ path: ':tab', lazy: () => import('../features/pack-detail/tabs/pack-tab-route.tsx') }],
      },
      { path: 'help', lazy: () => import('../features/help/help-route.tsx') },
      { path: 'help/:page', lazy: () => import('../features/help/help-page-route.tsx') },
      { path: 'account', lazy: () => import('../features/account/account-route.tsx') },
      { path: 'settings/macros', lazy: () => import('../features/macros/macros-route.tsx') },
      { path: 'settings/audit-log', lazy: () => import('../features/audit-log/audit-log-route.tsx') },
      { path: '*', loader: unknownPage },
    ],
  },
]

/** Pages that only the tenant has: its settings and registries. */
const tenantPages: RouteObject[] = [
  {
    ErrorBoundary: PageError,
    children: [
      { path: 'settings/general', lazy: () => import('../features/tenant-settings/tenant-settings-route.tsx') },
      { path: 'settings/people', lazy: () => import('../features/people/people-route.tsx') },
      { path: 'settings/people/:userUid', lazy: () => import('../features/people/person-route.tsx') },
      { path: 'settings/api-keys', lazy: () => import('../features/api-keys/api-keys-route.tsx') },
      { path: 'settings/single-sign-on', lazy: () => import('../features/single-sign-on/sso-route.tsx') },
      { path: 'settings/projects', lazy: () => import('../features/projects/projects-route.tsx') },
      { path: 'settings/roles', lazy: () => import('../features/roles/roles-route.tsx') },
      { path: 'settings/roles/add', lazy: () => import('../features/roles/add-role-route.tsx') },
      { path: 'settings/roles/:roleUid', lazy: () => import('../features/roles/role-route.tsx') },
      { path: 'settings/roles/:roleUid/edit', lazy: () => import('../features/roles/edit-role-route.tsx') },
      { path: 'settings/teams', lazy: () => import('../features/teams/teams-route.tsx') },
      { path: 'settings/teams/:teamUid', lazy: () => import('../features/teams/team-route.tsx') },
      { path: 'settings/secrets', lazy: () => import('../features/secret-rules/secret-rules-route.tsx') },
      { path: 'settings/registries', lazy: () => import('../features/registries/registries-route.tsx') },
      { path: 'settings/registries/add', lazy: () => import('../features/registry-form/add-registry-route.tsx') },
      {
        path: 'settings/registries/:registryUid',
        lazy: () => import('../features/registry-form/edit-registry-route.tsx'),
      },
    ],
  },
]

/** Runs on every navigation: the session is fetched once, and again after a change to it. */
const shouldRevalidate = () => true
const scopeRoute = {
  middleware: [enterScope],
  loader: loadFrame,
  shouldRevalidate,
  Component: Frame,
} satisfies RouteObject

export const router = createBrowserRouter([
  {
    ErrorBoundary: FrameError,
    HydrateFallback: FrameSkeleton,
    children: [
      { index: true, loader: startPage },
      { path: 'tenant', ...scopeRoute, children: [...tenantPages, ...pages] },
      { path: 'projects/:projectUid', ...scopeRoute, children: pages },
      { path: '*', loader: unknownAddress },
    ],
  },
])
