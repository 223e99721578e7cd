import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { PageTabs } from '../../shared/ui/page/page-tabs.tsx'
import { ConflictList } from './save/conflicts/conflict-list.tsx'
import type { OpenedProfile } from './state/builder-texts.ts'
import type { ProfileShape } from './state/profile-shape.ts'
import { LayerStack } from './stack/layer-stack.tsx'
import type { PlacedProblem } from './texts/problems/placed-problem.ts'

const VariablesPart = lazy(() =>
  import('./variables/variables-part.tsx').then(({ VariablesPart: part }) => ({ default: part })),
)

const PARTS = ['layers', 'variables'] as const
const PART_NAMES = { layers: 'Layers', variables: 'Variables' }

interface BuilderPartsProps {
  shape: ProfileShape
  problems: readonly PlacedProblem[]
  opened: OpenedProfile | null
}

/** The stack with its texts, or the variables, as selected in the address. */
export function BuilderParts({ shape, problems, opened }: BuilderPartsProps) {
  const [params] = useSearchParams()
  const part = PARTS.find((each) => each === params.get('part')) ?? 'layers'
  return (
    <>
      <PageTabs
        label="Parts of the profile"
        names={PART_NAMES}
        tabs={PARTS}
        current={part}
        pathOf={(each) => (each === 'layers' ? '?' : `?part=${each}`)}
      />
      <PageSection isFilled className="wb-builder">
        <ConflictList opened={opened} />
        {part === 'layers' ? (
          <LayerStack shape={shape} problems={problems} />
        ) : (
          <Suspense fallback={<Skeleton height="16rem" screenreaderText="Loading" />}>
            <VariablesPart problems={problems} />
          </Suspense>
        )}
      </PageSection>
    </>
  )
}
