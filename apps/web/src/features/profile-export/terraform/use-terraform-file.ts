import { api, type ApiError, type ReceivedFile } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

export type TerraformFormat = 'hcl' | 'json'

type TerraformFile =
  | { state: 'loading' }
  | { state: 'failed'; error: ApiError }
  | { state: 'loaded'; format: TerraformFormat; file: ReceivedFile; text: string }

/** The file to come, as the server writes it. The one before stays until the next one is there. */
export function useTerraformFile(uid: string, format: TerraformFormat): TerraformFile {
  const scope = useScope()
  const [loaded, setLoaded] = useState<TerraformFile>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const load = async () => {
      const result = await api.exports.terraform(connectionOf(scope), {
        params: { uid },
        query: { format: format === 'hcl' ? 'yaml' : format },
        signal: abort.signal,
      })
      if (abort.signal.aborted) return
      if (!result.ok) return setLoaded({ state: 'failed', error: result.error })
      const text = await result.value.content.text()
      if (!abort.signal.aborted) setLoaded({ state: 'loaded', format, file: result.value, text })
    }
    void load()
    return () => abort.abort()
  }, [scope, uid, format])
  return loaded
}
