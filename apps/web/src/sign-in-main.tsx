import '@patternfly/react-core/dist/styles/base.css'
import './shared/ui/page/frame/page.css'
import { createRoot } from 'react-dom/client'
import { SignInPage } from './features/sign-in/sign-in-page.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root')
createRoot(root).render(<SignInPage />)
