import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useShallow } from 'zustand/react/shallow'
import { LeaveDialog } from '../../shared/ui/dialogs/leave-dialog.tsx'
import { BuilderBar } from './builder-bar.tsx'
import { BuilderHead } from './builder-head.tsx'
import { BuilderParts } from './builder-parts.tsx'
import { InfoDialog } from './info-dialog.tsx'
import { useKeptTexts } from './kept/use-kept-texts.ts'
import { FIRST_STEP } from './new-profile/use-steps.ts'
import { NewProfileForm } from './new-profile/new-profile-form.tsx'
import { ReviewDialog } from './save/review-dialog.tsx'
import { useSave } from './save/use-save.ts'
import type { OpenedProfile } from './state/builder-texts.ts'
import { useBuilder } from './state/builder-store.ts'
import { shapeOf } from './state/profile-shape.ts'
import { useTextProblems } from './texts/problems/use-text-problems.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './builder.css'
import '../../shared/ui/page/details.css'

type Open = 'info' | 'review' | null

interface BuilderProps {
  initial: OpenedProfile | null
  keptAs: string
}

/** Head and bar are always shown; between them the form for a new profile, or its stack and variables. */
export function Builder({ initial, keptAs }: BuilderProps) {
  const { wasKept, forget } = useKeptTexts(keptAs)
  const saving = useSave(initial, forget)
  const problems = useTextProblems()
  const [open, setOpen] = useState<Open>(null)
  const said = useBuilder(useShallow(({ texts }) => shapeOf(texts)))
  const isFirstStep = useSearchParams()[0].get('step') === FIRST_STEP
  const shape = initial === null && isFirstStep ? null : said
  const close = () => setOpen(null)
  return (
    <>
      <BuilderHead opened={saving.opened} {...(shape !== null && { onEditInfo: () => setOpen('info') })} />
      {wasKept && (
        <PageSection>
          <Alert
            component="p"
            isInline
            variant="info"
            title="Your unsaved changes were restored. Secrets are not kept: enter them again."
          />
        </PageSection>
      )}
      {shape === null ? (
        <PageSection isFilled>
          <NewProfileForm />
        </PageSection>
      ) : (
        <BuilderParts shape={shape} problems={problems} opened={saving.opened} />
      )}
      <BuilderBar problems={problems} {...(shape !== null && { onReview: () => setOpen('review') })} />
      {open === 'info' && <InfoDialog onClose={close} />}
      {open === 'review' && <ReviewDialog problems={problems} saving={saving} onClose={close} />}
      <LeaveDialog blocker={saving.blocker} title="Leave with unsaved changes?" isKept>
        Your changes are kept in this browser, except for secrets, and are restored when you come back.
      </LeaveDialog>
    </>
  )
}
