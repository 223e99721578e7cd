import { createBrowserRouter, redirect, type RouteObject } from 'react-router'
import * as profileList from '../features/profile-list/profile-list-route.tsx'
import { paths } from '../shared/navigation/paths.ts'
import { scopeContext } from '../shared/session/scope-context.ts'
import { FrameError, PageError } from '../shared/ui/route-error.tsx'
import { Frame } from './frame.tsx'
import { FrameSkeleton } from './frame-skeleton.tsx'
import { enterScope, loadFrame, startPage, unknownPage } from './scope-routing.ts'

const detailTabs: RouteObject[] = [
  { index: true, loader: () => redirect('layers') },
  { path: 'layers', lazy: () => import('../features/profile-detail/layers-tab-route.tsx') },
  { path: 'variables', lazy: () => import('../features/profile-detail/variables-tab-route.tsx') },
  { path: 'versions', lazy: () => import('../features/profile-detail/versions-tab-route.tsx') },
  { path: 'imports', lazy: () => import('../features/profile-detail/imports-tab-route.tsx') },
]

/** The pages of one scope; the same under /tenant and under /projects/<uid>. An error in one leaves the frame standing. */
const pages: RouteObject[] = [
  {
    ErrorBoundary: PageError,
    children: [
      { index: true, loader: ({ context }) => redirect(paths.profiles(context.get(scopeContext))) },
      { path: 'profiles', ...profileList },
      { path: 'profiles/import', lazy: () => import('../features/profile-import/import-route.tsx') },
      {
        path: 'profiles/:profileUid',
        lazy: () => import('../features/profile-detail/profile-detail-route.tsx'),
        children: detailTabs,
      },
      { path: 'settings/macros', lazy: () => import('../features/macros/macros-route.tsx') },
      { path: '*', loader: unknownPage },
    ],
  },
]

const scopeRoute = { middleware: [enterScope], loader: loadFrame, Component: Frame, children: pages } satisfies RouteObject

export const router = createBrowserRouter([
  {
    ErrorBoundary: FrameError,
    HydrateFallback: FrameSkeleton,
    children: [
      { index: true, loader: startPage },
      { path: 'tenant', ...scopeRoute },
      { path: 'projects/:projectUid', ...scopeRoute },
      { path: '*', loader: unknownPage },
    ],
  },
])
