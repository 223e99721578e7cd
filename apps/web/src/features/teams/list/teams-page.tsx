import { EmptyState, EmptyStateBody } from '@patternfly/react-core/dist/dynamic/components/EmptyState'
import { PageSection } from '@patternfly/react-core/dist/dynamic/components/Page'
import { createTeam } from '@waybill/api-client'
import type { ConsoleTeamsBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { NoHit } from '../../../shared/ui/list/no-hit.tsx'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ListPagination } from '../../../shared/ui/list/list-pagination.tsx'
import { ListSearch } from '../../../shared/ui/list/list-search.tsx'
import { ListToolbar } from '../../../shared/ui/list/list-toolbar.tsx'
import { useChangeList } from '../../../shared/ui/list/use-change-list.ts'
import { PageHeading } from '../../../shared/ui/page/page-heading.tsx'
import { TeamNameDialog } from '../team-name-dialog.tsx'
import { type TeamList, writeTeamList } from './team-query.ts'
import { TeamsTable } from './teams-table.tsx'

interface TeamsPageProps {
  query: TeamList
  page: ConsoleTeamsBody
}

/** People together, and what they hold by that. */
export function TeamsPage({ query, page }: TeamsPageProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const change = useChangeList(query, writeTeamList)
  const [isAdding, setIsAdding] = useState(false)
  const { count } = page.listmeta
  const clear = () => change({ search: '' })
  return (
    <PageSection isFilled>
      <div className="wb-page-head">
        <PageHeading>Teams</PageHeading>
        <ActionButton
          label="Add team"
          variant="primary"
          reason={roleRefusal(scope, 'team.create')}
          onClick={() => setIsAdding(true)}
        />
      </div>
      <ListToolbar
        search={<ListSearch fields="name" search={query.search} onSearch={(search) => change({ search })} />}
        count={count === 1 ? '1 team' : `${count.toLocaleString('en')} teams`}
        onClear={clear}
      />
      {count === 0 ? (
        <NoTeam isSearched={query.search !== ''} onClear={clear} />
      ) : (
        <>
          <TeamsTable teams={page.items} query={query} onChange={change} />
          <ListPagination query={query} count={count} onChange={change} />
        </>
      )}
      {isAdding && (
        <TeamNameDialog
          title="Add team"
          action="Add"
          save={(name) => createTeam(connectionOf(scope), name)}
          onSaved={({ uid }) => void navigate(paths.team(uid))}
          onClose={() => setIsAdding(false)}
        />
      )}
    </PageSection>
  )
}

function NoTeam({ isSearched, onClear }: { isSearched: boolean; onClear: () => void }) {
  if (isSearched)
    return (
      <NoHit title="No team matches" clearLabel="Clear the search" onClear={onClear}>
        No name of a team fits the search.
      </NoHit>
    )
  return (
    <EmptyState titleText="No teams yet" headingLevel="h2">
      <EmptyStateBody>
        A team gives all its members the same roles: who joins gets them, who leaves loses them.
      </EmptyStateBody>
    </EmptyState>
  )
}
