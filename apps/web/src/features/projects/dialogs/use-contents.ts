import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { TENANT } from '../../../shared/http/connection.ts'

interface Contents {
  profiles: number
  macros: number
}

/** How much stands in a project; null while nobody knows. */
export function useContents(uid: string): { contents: Contents | null; failure: ApiError | null } {
  const [contents, setContents] = useState<Contents | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  useEffect(() => {
    const abort = new AbortController()
    void api.projects.listContents(TENANT, { params: { uid }, signal: abort.signal }).then((result) => {
      if (abort.signal.aborted) return
      if (!result.ok) return setFailure(result.error)
      const { clusterProfiles, macros } = result.value
      setContents({ profiles: clusterProfiles.count, macros: macros.count })
    })
    return () => abort.abort()
  }, [uid])
  return { contents, failure }
}
