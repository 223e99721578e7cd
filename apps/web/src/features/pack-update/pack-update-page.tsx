import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import { MergeReview } from './merge-review.tsx'
import type { PackUpdateData } from './pack-update-data.ts'
import { UpdateVersionMenu } from './update-version-menu.tsx'
import '../../shared/ui/page/details.css'
import './pack-update.css'

export function PackUpdatePage({ profileName, uid, packName, versions, merge }: PackUpdateData) {
  const change = merge ? `${packName} ${merge.from.version} → ${merge.to.version}` : packName
  return (
    <>
      <PageSection>
        <ProfileCrumbs profile={{ uid, name: profileName }} here="Update pack" />
        <div className="wb-detail-head">
          <PageHeading title={`Update pack ${change}`}>{change}</PageHeading>
          {merge && <UpdateVersionMenu {...{ uid, packName, versions }} chosen={merge.to.version} />}
        </div>
      </PageSection>
      <PageSection isFilled>
        {merge ? (
          <MergeReview uid={uid} packName={packName} merge={merge} />
        ) : (
          <EmptyState titleText="No other version" headingLevel="h2">
            <EmptyStateBody>The registry of this layer holds no other version of its pack.</EmptyStateBody>
          </EmptyState>
        )}
      </PageSection>
    </>
  )
}
