import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { deviceWords } from './device-words.ts'
import type { OwnSession } from './own-session.ts'

interface SessionTableProps {
  sessions: readonly OwnSession[]
  onEnd: (session: OwnSession) => void
}

export function SessionTable({ sessions, onEnd }: SessionTableProps) {
  return (
    <Table label="Sessions" head={['Browser or client', 'Signed in from', 'Signed in', 'Last used']} hasActions>
      {sessions.map((session) => (
        <Row key={session.uid}>
          <Cell label="Browser or client" className="wb-breakable">
            {deviceWords(session)}{' '}
            {session.isCurrent ? (
              <Label isCompact color="blue">
                This one
              </Label>
            ) : null}
            {session.kind === 'token' ? (
              <Label isCompact variant="outline">
                Token
              </Label>
            ) : null}
          </Cell>
          <Cell label="Signed in from" className="wb-breakable">
            {session.address || <span className="wb-subtle">not known</span>}
          </Cell>
          <Cell label="Signed in" isNowrap>
            <RelativeTime at={session.createdAt} />
          </Cell>
          <Cell label="Last used" isNowrap>
            <RelativeTime at={session.lastSeenAt} />
          </Cell>
          <ActionCell>
            {session.isCurrent ? null : (
              <ActionButton
                variant="link"
                label="Sign out"
                fullLabel={`Sign out ${deviceWords(session)}`}
                reason={undefined}
                onClick={() => onEnd(session)}
              />
            )}
          </ActionCell>
        </Row>
      ))}
    </Table>
  )
}
