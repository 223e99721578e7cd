import { api } from '@waybill/api-client'
import { useEffect } from 'react'
import { ANONYMOUS } from '../../shared/http/connection.ts'
import { endRenewal, type PageUser } from '../../shared/session/page-session.ts'

/** Users who sign in in another tab are not asked again here. */
export function useRenewedElsewhere({ uid }: PageUser): void {
  useEffect(() => {
    const look = async () => {
      const result = await api.session.get(ANONYMOUS)
      if (result.ok && result.value.user.uid === uid) endRenewal()
    }
    const handleFocus = () => void look()
    addEventListener('focus', handleFocus)
    return () => removeEventListener('focus', handleFocus)
  }, [uid])
}
