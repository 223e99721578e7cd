import type { MacroBody, ProfileBody, VariableBody } from '@waybill/api-contract'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { Outlet } from 'react-router'
import { PageHeading } from '../../shared/ui/page-heading.tsx'

export interface ProfileData {
  profile: ProfileBody
  variables: readonly VariableBody[]
  /** null when the user may not see them. */
  macros: readonly MacroBody[] | null
}

export function ProfileDetailPage(data: ProfileData) {
  return (
    <PageSection>
      <PageHeading>{data.profile.metadata.name}</PageHeading>
      <Outlet context={data} />
    </PageSection>
  )
}
