import type { ConsolePackBody } from '@waybill/api-contract'
import { useOutletContext } from 'react-router'

/** The pack version that every tab shows a part of. */
export function usePack(): ConsolePackBody {
  return useOutletContext<ConsolePackBody>()
}
