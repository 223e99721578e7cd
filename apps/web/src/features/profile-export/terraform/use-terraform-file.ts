import { api, type ApiError } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
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
    const load = async (signal: AbortSignal): Promise<TerraformFile> => {
      const request = { params: { uid }, query: formatQuery(format), signal }
      const result = await api.exports.terraformPreview(connectionOf(scope), request)
      if (!result.ok) return { state: 'failed', error: result.error }
      const { fileName, file: text } = result.value
      return { state: 'loaded', format, fileName, text }
    }
    return awaitAnswer(load, setLoaded)
  }, [scope, uid, format])
  return loaded
}
