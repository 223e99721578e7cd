import { api } from '@waybill/api-client'
import { type ActionFunctionArgs, replace } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths, projectPath, TENANT_PATH } from '../../../shared/navigation/paths.ts'
import { scopeContext } from '../../../shared/session/scope-context.ts'
import { showToast } from '../../../shared/ui/messages/toast-store.ts'

const textOf = (form: FormData, field: string): string => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/** Creates the clone and opens it; a refusal is shown in the dialog. */
export async function requestClone({ context, params, request }: ActionFunctionArgs) {
  const scope = context.get(scopeContext)
  const form = await request.formData()
  const projectUid = textOf(form, 'project')
  const target = projectUid ? ({ scope: 'project', projectUid } as const) : ({ scope: 'tenant' } as const)
  const metadata = { name: textOf(form, 'name'), version: textOf(form, 'version'), target }
  const result = await api.profileEdits.clone(connectionOf(scope), {
    params: { uid: params['profileUid'] ?? '' },
    body: { metadata },
  })
  if (!result.ok) return result.error
  showToast({ kind: 'success', title: `${metadata.name} ${metadata.version} was made as a draft.` })
  return replace(paths.profile(projectUid ? projectPath(projectUid) : TENANT_PATH, result.value.uid))
}
