import '@patternfly/react-core/dist/styles/base.css'
import './shared/ui/page/frame/page.css'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { router } from './app/router.tsx'
import { trustOwnWorkers } from './app/trusted-workers.ts'
import { SessionRenewal } from './features/session-renewal/session-renewal.tsx'

trustOwnWorkers()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(
  <>
    <RouterProvider router={router} />
    <SessionRenewal />
  </>,
)
