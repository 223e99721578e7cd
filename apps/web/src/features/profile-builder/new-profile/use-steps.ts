import { useNavigate } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'

export const FIRST_STEP = 'profile'

/** Continues to the layers, so that the browser's Back returns to the form instead of leaving the page. */
export function useContinue(): (say: () => void) => Promise<void> {
  const navigate = useNavigate()
  return async (say) => {
    await navigate({ search: `?step=${FIRST_STEP}` }, { replace: true, state: stayOnPage })
    say()
    await navigate({ search: '' }, { state: stayOnPage })
  }
}
