import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import { NoHit } from '../../shared/ui/list/no-hit.tsx'
import type { ChangeList } from '../../shared/ui/list/use-list.ts'
import { Nothing } from '../../shared/ui/messages/nothing.tsx'
import { describeFilters } from './filters/filter-words.ts'
import { type ListQuery, profileList } from './filters/list-query.ts'
import { ListButtons } from './list-buttons.tsx'

export function NoProfiles() {
  return (
    <Nothing icon={CubesIcon} title="No cluster profiles yet" actions={<ListButtons />}>
      A cluster profile is an ordered stack of layers that clusters are built from: operating system, Kubernetes,
      network, storage and add-ons. Import the first one from another environment, or add it here.
    </Nothing>
  )
}

export function NoProfileHit({ query, onChange }: { query: ListQuery; onChange: ChangeList<ListQuery> }) {
  return (
    <NoHit title="No profile matches" onClear={() => onChange(profileList.noFilters)}>
      Active filters: {describeFilters(query)}
    </NoHit>
  )
}
