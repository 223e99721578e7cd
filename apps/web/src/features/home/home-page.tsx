import type { HomeBody } from '@waybill/api-contract'
import { PageHeading } from '../../shared/ui/page/page-heading.tsx'
import { AttentionCard } from './attention-card.tsx'
import { ProfilesCard } from './profiles-card.tsx'
import { RecentCard } from './recent-card.tsx'
import { UpdatesCard } from './updates-card.tsx'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import './home.css'

/** Where a day starts: what needs to be done, and what others did. */
export function HomePage({ home, canAddRegistry }: { home: HomeBody; canAddRegistry: boolean }) {
  return (
    <PageSection isFilled>
      <PageHeading help="getting-started">Home</PageHeading>
      <div className="wb-home">
        <AttentionCard attention={home.attention} canAddRegistry={canAddRegistry} />
        <UpdatesCard updates={home.updates} />
        <RecentCard recent={home.recent} />
        <ProfilesCard profiles={home.profiles} />
      </div>
    </PageSection>
  )
}
