import { api } from '@waybill/api-client'
import type { ConsoleTeamsBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ListPage } from '../../../shared/ui/list/list-page.tsx'
import { useList } from '../../../shared/ui/list/use-list.ts'
import { TeamNameDialog } from '../team-name-dialog.tsx'
import { type TeamList, teamList } from './team-query.ts'
import { TeamsTable } from './teams-table.tsx'

interface TeamsPageProps {
  query: TeamList
  page: ConsoleTeamsBody
}

/** Teams with their members and roles. */
export function TeamsPage({ query, page }: TeamsPageProps) {
  const scope = useScope()
  const navigate = useNavigate()
  const list = useList(teamList, query)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <ListPage
      title="Teams"
      help="people#teams"
      action={
        <ActionButton
          label="Add team"
          variant="primary"
          reason={roleRefusal(scope, 'team.create')}
          onClick={() => setIsAdding(true)}
        />
      }
      fields="name"
      list={list}
      count={page.listmeta.count}
      noun="team"
      none={{
        title: 'No teams yet',
        text: 'A team gives all its members the same roles: people who join get them, and people who leave lose them.',
      }}
      noMatch={{ title: 'No team matches', text: 'No name of a team fits the search.' }}
      dialog={
        isAdding && (
          <TeamNameDialog
            title="Add team"
            action="Add"
            save={(name) => api.teams.create(connectionOf(scope), { body: { metadata: { name } } })}
            onSaved={({ uid }) => navigate(paths.team(uid))}
            onClose={() => setIsAdding(false)}
          />
        )
      }
    >
      <TeamsTable teams={page.items} query={list.asked} onChange={list.change} />
    </ListPage>
  )
}
