import { operations } from '@waybill/api-contract/operations'
import { changer } from '../edit-route.ts'
import { newMetadata, variableOf } from '../profile-input.ts'
import { mergingVariables, removingVariables, replacingVariables } from './variable-edits.ts'
import { replacingList } from '../../../platform/lists/replacing-list.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'

/** A profile's variables and metadata. */
export const variableEditRoutes: PlatformRoutes = async (app, { platform }) => {
  const { change } = changer(platform)

  route(app, operations.profileEdits.replaceVariables, async (request, reply) =>
    change(request, reply, replacingVariables(replacingList(request.body.variables, 'variables').map(variableOf))),
  )
  route(app, operations.profileEdits.mergeVariables, async (request, reply) =>
    change(request, reply, mergingVariables((request.body.variables ?? []).map(variableOf))),
  )
  route(app, operations.profileEdits.removeVariables, async (request, reply) =>
    change(request, reply, removingVariables(request.body.variables)),
  )
  route(app, operations.profileEdits.updateMetadata, async (request, reply) =>
    change(request, reply, newMetadata(request.body)),
  )
}
