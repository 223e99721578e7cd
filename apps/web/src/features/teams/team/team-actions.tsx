import { api } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { connectionOf } from '../../../shared/http/connection.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { TeamNameDialog } from '../team-name-dialog.tsx'
import { DeleteTeamDialog } from './delete-team-dialog.tsx'

export function TeamActions({ team }: { team: ConsoleTeamBody }) {
  const scope = useScope()
  const { revalidate } = useRevalidator()
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null)
  const close = () => setDialog(null)
  return (
    <>
      <ActionButton
        label="Rename"
        variant="secondary"
        reason={roleRefusal(scope, 'team.update')}
        onClick={() => setDialog('rename')}
      />
      <ActionButton
        label="Delete"
        variant="secondary"
        reason={roleRefusal(scope, 'team.delete')}
        onClick={() => setDialog('delete')}
      />
      {dialog === 'rename' && (
        <TeamNameDialog
          title={`Rename ${team.name}`}
          action="Rename"
          name={team.name}
          save={(name) =>
            api.teams.patch(connectionOf(scope), {
              params: { uid: team.uid },
              body: [{ op: 'replace', path: '/metadata/name', value: name }],
            })
          }
          onSaved={() => revalidate().then(close)}
          onClose={close}
        />
      )}
      {dialog === 'delete' && <DeleteTeamDialog team={team} onClose={close} />}
    </>
  )
}
