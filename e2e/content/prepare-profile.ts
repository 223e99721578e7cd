import { api, importForm, type ImportUpload } from '@waybill/api-client'
import type { Account } from '../access.ts'
import { connect } from '../connect.ts'

/** Imports a profile into the account's project over the API, for flows that need one. */
export async function prepareProfile(
  account: Account,
  content: string,
  decisions: ImportUpload['decisions'] = {},
): Promise<void> {
  const upload = { file: new Blob([content]), fileName: 'prepared.json', format: 'json', decisions } as const
  const result = await api.imports.file(await connect(account, 'project'), importForm(upload))
  if (!result.ok) throw new Error(`A profile could not be prepared: ${JSON.stringify(result.error)}`)
}
