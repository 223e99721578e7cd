import type { ConsolePackBody } from '@waybill/api-contract'
import { useOutletContext } from 'react-router'

/** The pack version that all tabs share. */
export function usePack(): ConsolePackBody {
  return useOutletContext<ConsolePackBody>()
}
