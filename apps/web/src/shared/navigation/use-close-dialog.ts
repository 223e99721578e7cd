import { useLocation, useNavigate } from 'react-router'
import { stayOnPage } from './stay-on-page.ts'

/**
 * Returns to the page below the dialog and its state, for /profiles/export/<uid> and /profiles/<uid>/layers/export
 * alike.
 */
export function useCloseDialog(): () => void {
  const navigate = useNavigate()
  const { search } = useLocation()
  return () => void navigate({ pathname: '..', search }, { replace: true, state: stayOnPage })
}
