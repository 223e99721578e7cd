import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import type { PeopleBody } from '@waybill/api-contract'
import { useState } from 'react'
import { NoHit } from '../../../shared/ui/list/no-hit.tsx'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ListPagination } from '../../../shared/ui/list/list-pagination.tsx'
import { useChangeList } from '../../../shared/ui/list/use-change-list.ts'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import type { Role } from '../../../shared/roles/role.ts'
import { InviteDialog } from './invite-dialog.tsx'
import {
  type ChangePeople,
  hasPeopleFilters,
  noPeopleFilters,
  type PeopleList,
  writePeopleList,
} from './people-query.ts'
import { PeopleTable } from './people-table.tsx'
import { PeopleToolbar } from './people-toolbar.tsx'
import '../people.css'

interface PeoplePageProps {
  query: PeopleList
  page: PeopleBody
  roles: readonly Role[]
}

/** Who may come in, and what they hold where. */
export function PeoplePage({ query, page, roles }: PeoplePageProps) {
  const scope = useScope()
  const change = useChangeList(query, writePeopleList)
  const [isInviting, setIsInviting] = useState(false)
  const { count } = page.listmeta
  return (
    <PageSection isFilled>
      <div className="wb-page-head">
        <PageHeading>People</PageHeading>
        <ActionButton
          label="Invite"
          variant="primary"
          reason={roleRefusal(scope, 'user.create')}
          onClick={() => setIsInviting(true)}
        />
      </div>
      <PeopleToolbar query={query} count={count} onChange={change} />
      {count === 0 && hasPeopleFilters(query) ? (
        <NobodyFound onChange={change} />
      ) : (
        <>
          <PeopleTable people={page.items} query={query} onChange={change} />
          <ListPagination query={query} count={count} onChange={change} />
        </>
      )}
      {isInviting ? <InviteDialog roles={roles} onClose={() => setIsInviting(false)} /> : null}
    </PageSection>
  )
}

function NobodyFound({ onChange }: { onChange: ChangePeople }) {
  return (
    <NoHit title="Nobody matches" onClear={() => onChange(noPeopleFilters)}>
      No name or e-mail of this tenant fits the search and the filter.
    </NoHit>
  )
}
