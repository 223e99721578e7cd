import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import { INFO, type OpenedProfile } from './state/builder-texts.ts'
import { useBuilder } from './state/builder-store.ts'

interface BuilderHeadProps {
  opened: OpenedProfile | null
  /** Absent while there is nothing to edit. */
  onEditInfo?: () => void
}

/** The profile's name and version, including unsaved changes. */
export function BuilderHead({ opened, onEditInfo }: BuilderHeadProps) {
  const name = useBuilder(({ texts }) => texts[INFO.name] ?? '')
  const version = useBuilder(({ texts }) => texts[INFO.version] ?? '')
  const description = useBuilder(({ texts }) => texts[INFO.description] ?? '')
  const title = opened === null ? NEW : `Edit ${opened.profile.metadata.name} ${opened.profile.spec.version}`
  const heading =
    opened === null ? (onEditInfo === undefined ? NEW : `Add ${name} ${version}`) : `Edit ${name} ${version}`
  return (
    <PageSection>
      <ProfileCrumbs profile={opened?.profile.metadata} here={opened === null ? NEW : 'Edit'} />
      <PageHead heading={heading} title={title} help="editing">
        {onEditInfo && (
          <Button variant="secondary" onClick={onEditInfo}>
            Edit info
          </Button>
        )}
      </PageHead>
      {onEditInfo && description !== '' && <p className="wb-detail-description">{description}</p>}
    </PageSection>
  )
}

const NEW = 'Add Cluster Profile'
