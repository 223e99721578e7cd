import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { Breadcrumb, BreadcrumbItem } from '@patternfly/react-core/dist/dynamic/components/Breadcrumb'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Link } from 'react-router'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { MergeReview } from './merge-review.tsx'
import type { PackUpdateData } from './pack-update-data.ts'
import { UpdateVersionMenu } from './update-version-menu.tsx'
import '../../shared/ui/page/details.css'
import './pack-update.css'

export function PackUpdatePage({ profileName, uid, packName, versions, merge }: PackUpdateData) {
  const scope = useScope()
  const change = merge ? `${packName} ${merge.from.version} → ${merge.to.version}` : packName
  return (
    <>
      <PageSection>
        <Breadcrumb className="wb-detail-crumbs">
          <BreadcrumbItem>
            <Link to={paths.profiles(scope)}>Cluster Profiles</Link>
          </BreadcrumbItem>
          <BreadcrumbItem>
            <Link to={paths.profile(scope, uid)}>{profileName}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>Update pack</BreadcrumbItem>
        </Breadcrumb>
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
