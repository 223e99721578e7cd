import { SourceError } from '@waybill/pack-sources'
import type { Config } from '../../../config.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { fieldProblem } from '../../../platform/errors/field-errors.ts'
import { checkEndpointResolved } from '../../../platform/outbound/guard/endpoint.ts'
import { addressOf, connectionWith, NO_CREDENTIALS, type OpenRegistry } from '../../registry-connection/index.ts'
import type { RegistryDraft } from '../forms/registry-draft.ts'

interface Tools {
  config: Pick<Config, 'allowedHosts'>
  openRegistry: OpenRegistry
}

/**
 * Opening a registry checks its address and sends nothing. In addition, what the host name resolves to is checked,
 * except for folders.
 * @throws AppError ForbiddenUrl if Waybill must not call the address
 */
export async function checkAddress(draft: RegistryDraft, { config, openRegistry }: Tools): Promise<void> {
  try {
    const isFolder = draft.kind === 'pack' && draft.endpoint.startsWith('file:')
    if (!isFolder) await checkEndpointResolved(addressOf(draft), config.allowedHosts)
    await openRegistry(connectionWith(draft, NO_CREDENTIALS)).close()
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new AppError('ForbiddenUrl', { details: [fieldProblem('spec.endpoint')], cause: error })
  }
}
