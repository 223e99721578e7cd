import { useSearchParams } from 'react-router'
import { usePageGuard } from '../../shared/navigation/use-unsaved-guard.ts'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import { MergeReview } from '../../shared/ui/values-merge/merge-review.tsx'
import { MergedAgain } from './decisions/merged-again.tsx'
import type { PackUpdatesData } from './pack-updates-data.ts'
import { readUpdates } from './update-address.ts'
import { UpdateBar } from './update-bar.tsx'
import { UpdateList } from './layers/update-list.tsx'
import { UpdateVersionMenu } from './layers/update-version-menu.tsx'
import { useApplyUpdates } from './use-apply-updates.ts'
import { useDecisions } from './decisions/use-decisions.ts'
import { useUpdateSelection } from './layers/use-update-selection.ts'
import '../../shared/ui/page/details.css'
import './pack-update.css'

/**
 * On the left the layers that can be updated, on the right the conflicts of one of them; below, the button that applies
 * all.
 */
export function PackUpdatesPage({ profile, layers }: PackUpdatesData) {
  const [params] = useSearchParams()
  const { moving, decide, hasDecided } = useDecisions(layers)
  const saving = useApplyUpdates(profile, moving)
  const blocker = usePageGuard(hasDecided, saving.isApplied)
  const selection = useUpdateSelection(moving)
  const { layer } = readUpdates(params)
  const selected = moving.find(({ packName }) => packName === layer) ?? moving[0]
  const change = selected ? `${selected.packName} ${selected.version} → ${selected.merge.to.version}` : 'Update packs'
  return (
    <>
      <PageSection>
        <ProfileCrumbs profile={profile.metadata} here="Update packs" />
        <PageHead
          heading={change}
          title={selected ? `Update pack ${change}` : change}
          help="updating-packs"
          beside={selected && <UpdateVersionMenu layer={selected} onChoose={selection.move} />}
        />
      </PageSection>
      <PageSection isFilled>
        {saving.before && <MergedAgain {...{ profile, moving }} before={saving.before} />}
        <div className={layers.length > 1 ? 'wb-updates' : ''}>
          {layers.length > 1 && <UpdateList {...{ layers, moving, selection }} selected={selected?.packName} />}
          {selected ? (
            <MergeReview
              key={`${selected.packName} ${selected.merge.to.packUid}`}
              {...selected}
              onDecide={(index, decision) => decide(selected, index, decision)}
            />
          ) : (
            <NothingMoves hasVersions={layers.length > 0} />
          )}
        </div>
      </PageSection>
      {selected && <UpdateBar {...{ profile, moving, saving }} />}
      <LeaveDialog blocker={blocker} title="Leave without applying?">
        What you decided here is not saved anywhere.
      </LeaveDialog>
    </>
  )
}

function NothingMoves({ hasVersions }: { hasVersions: boolean }) {
  return hasVersions ? (
    <Nothing title="Nothing newer">
      No layer has a newer version that fits. Choose a layer to move it to another version.
    </Nothing>
  ) : (
    <Nothing title="No other version">
      The registries of this profile’s layers hold no other versions of their packs.
    </Nothing>
  )
}
