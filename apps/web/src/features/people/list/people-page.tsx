import type { PeopleBody } from '@waybill/api-contract'
import { useState } from 'react'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ListPage } from '../../../shared/ui/list/list-page.tsx'
import { OneFilter } from '../../../shared/ui/list/filters/one-filter.tsx'
import { useList } from '../../../shared/ui/list/use-list.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { type PeopleList, peopleList, STATES } from './people-query.ts'
import { PeopleTable } from './people-table.tsx'
import '../people.css'

interface PeoplePageProps {
  query: PeopleList
  page: PeopleBody
  roles: readonly Role[]
}

/** The users of the tenant and their roles. */
export function PeoplePage({ query, page, roles }: PeoplePageProps) {
  const scope = useScope()
  const list = useList(peopleList, query)
  const [isInviting, setIsInviting] = useState(false)
  return (
    <ListPage
      title="People"
      help="people"
      action={
        <ActionButton
          label="Invite"
          variant="primary"
          reason={roleRefusal(scope, 'user.create')}
          onClick={() => setIsInviting(true)}
        />
      }
      fields="name or e-mail"
      filters={
        <OneFilter
          label="State"
          choices={STATES}
          nameOf={(state) => (state === 'active' ? 'Active' : 'Disabled')}
          chosen={list.asked.state}
          onChoose={(state) => list.change({ state })}
        />
      }
      list={list}
      count={page.listmeta.count}
      noun="person"
      nouns="people"
      noMatch={{ title: 'Nobody matches', text: 'No name or e-mail of this tenant fits the search and the filter.' }}
      dialog={isInviting && <InviteDialog roles={roles} onClose={() => setIsInviting(false)} />}
    >
      <PeopleTable people={page.items} query={list.asked} onChange={list.change} />
    </ListPage>
  )
}
