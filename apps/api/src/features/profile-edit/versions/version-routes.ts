import { operations } from '@waybill/api-contract/operations'
import type { ProfileVersionInput } from '@waybill/api-contract'
import { useCasesWith } from '../../../platform/use-case.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { revisionIn } from '../../../platform/http/revision.ts'
import { publishOf, sendMade } from '../edit-route.ts'
import { changingLayers } from '../layers/layer-edits.ts'
import { refuseChangesElsewhere } from '../layers/template-place.ts'
import { layerRequestOf, replacement } from '../profile-input.ts'
import type { ProfileEdit } from '../profile-edit-service.ts'
import { saveAsVersion } from './profile-version-service.ts'

export const versionRoutes: PlatformRoutes = async (app, { platform }) => {
  const use = useCasesWith(platform)
  route(app, operations.profileEdits.saveAsVersion, async (request, reply) => {
    refuseChangesElsewhere(request.body)
    const made = await saveAsVersion(use(request), {
      uid: request.params.uid,
      edit: versionEdit(request.body),
      publish: publishOf(request.query) === true,
      revision: revisionIn(request.headers),
    })
    return sendMade(reply, made)
  })
}

/** The complete new profile, or changes of some of its layers. */
const versionEdit =
  (body: ProfileVersionInput): ProfileEdit =>
  async (current, layersFrom) =>
    changingLayers((body.spec?.packs ?? []).map(layerRequestOf))(
      await replacement(body)(current, layersFrom),
      layersFrom,
    )
