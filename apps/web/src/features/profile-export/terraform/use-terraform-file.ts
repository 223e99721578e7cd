import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'

export type TerraformFormat = 'hcl' | 'json'

type TerraformFile =
  | { state: 'loading' }
  | { state: 'failed'; error: ApiError }
  | { state: 'loaded'; format: TerraformFormat; fileName: string; text: string }

/** What a request calls a format. */
export const formatQuery = (format: TerraformFormat) => ({ format: format === 'hcl' ? 'yaml' : format }) as const

/** The file to come, as the server writes it. The one before stays until the next one is there. */
export function useTerraformFile(uid: string, format: TerraformFormat): TerraformFile {
  const scope = useScope()
  const [loaded, setLoaded] = useState<TerraformFile>({ state: 'loading' })
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    const load = async () => {
      const request = { params: { uid }, query: formatQuery(format), signal }
      const result = await api.exports.terraformPreview(connectionOf(scope), request)
      if (signal.aborted) return
      if (!result.ok) return setLoaded({ state: 'failed', error: result.error })
      const { fileName, file: text } = result.value
      setLoaded({ state: 'loaded', format, fileName, text })
    }
    void load()
    return () => abort.abort()
  }, [scope, uid, format])
  return loaded
}
