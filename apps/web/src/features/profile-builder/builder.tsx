import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { PageTabs } from '../../shared/ui/page/page-tabs.tsx'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import { BuilderBar } from './builder-bar.tsx'
import { InfoDialog } from './info-dialog.tsx'
import { useKeptTexts } from './kept/use-kept-texts.ts'
import { ConflictList } from './save/conflict-list.tsx'
import { ReviewDialog } from './save/review-dialog.tsx'
import { useSave } from './save/use-save.ts'
import { INFO, type OpenedProfile } from './state/builder-texts.ts'
import { useBuilder } from './state/builder-store.ts'
import { shapeOf } from './state/profile-shape.ts'
import { LayerStack } from './stack/layer-stack.tsx'
import { useTextProblems } from './texts/use-text-problems.ts'
import './builder.css'
import '../../shared/ui/page/details.css'

type Open = 'info' | 'review' | null

const VariablesPart = lazy(() =>
  import('./variables/variables-part.tsx').then(({ VariablesPart: part }) => ({ default: part })),
)

const PARTS = ['layers', 'variables'] as const
const PART_NAMES = { layers: 'Layers', variables: 'Variables' }

/** Left the stack, right the texts of the selected layer; below what was changed so far. */
export function Builder({ initial }: { initial: OpenedProfile }) {
  const saving = useSave(initial)
  const { profile } = saving.opened
  const uid = profile.metadata.uid
  const problems = useTextProblems()
  const wasKept = useKeptTexts(uid)
  const [open, setOpen] = useState<Open>(null)
  const name = useBuilder(({ texts }) => texts[INFO.name] ?? '')
  const description = useBuilder(({ texts }) => texts[INFO.description] ?? '')
  const [params] = useSearchParams()
  const part = PARTS.find((each) => each === params.get('part')) ?? 'layers'
  const close = () => setOpen(null)
  return (
    <>
      <PageSection>
        <ProfileCrumbs profile={{ uid, name: profile.metadata.name }} here="Edit" />
        <div className="wb-detail-head">
          <PageHeading title={`Edit ${profile.metadata.name} ${profile.spec.version}`}>
            {`Edit ${name} ${profile.spec.version}`}
          </PageHeading>
          <div className="wb-detail-actions">
            <Button variant="secondary" onClick={() => setOpen('info')}>
              Edit info
            </Button>
          </div>
        </div>
        {description !== '' && <p className="wb-detail-description">{description}</p>}
      </PageSection>
      <PageTabs
        label="Parts of the profile"
        names={PART_NAMES}
        tabs={PARTS}
        current={part}
        pathOf={(each) => (each === 'layers' ? '?' : `?part=${each}`)}
      />
      <PageSection isFilled className="wb-builder">
        {wasKept && (
          <Alert
            component="p"
            isInline
            variant="info"
            title="What you typed before is here again. Secrets are not kept: type those anew."
          />
        )}
        <ConflictList isMerged={saving.isMerged} />
        {part === 'layers' ? (
          <LayerStack shape={shapeOf(saving.opened)} problems={problems} />
        ) : (
          <Suspense fallback={<Skeleton height="16rem" screenreaderText="Loading" />}>
            <VariablesPart problems={problems} />
          </Suspense>
        )}
      </PageSection>
      <BuilderBar problems={problems} onReview={() => setOpen('review')} />
      {open === 'info' && <InfoDialog onClose={close} />}
      {open === 'review' && <ReviewDialog problems={problems} saving={saving} onClose={close} />}
      <LeaveDialog blocker={saving.blocker} title="Leave with unsaved changes?">
        They are kept in this browser, but for secrets, and are here again when you come back to edit this profile.
      </LeaveDialog>
    </>
  )
}
