import { useNavigate } from 'react-router'
import { stayOnPage } from '../../../shared/navigation/stay-on-page.ts'

export const FIRST_STEP = 'profile'

/** Goes on to the layers, so that the browser's Back leads to what the profile is to be, and no longer off the page. */
export function useContinue(): (say: () => void) => Promise<void> {
  const navigate = useNavigate()
  return async (say) => {
    await navigate({ search: `?step=${FIRST_STEP}` }, { replace: true, state: stayOnPage })
    say()
    await navigate({ search: '' }, { state: stayOnPage })
  }
}
