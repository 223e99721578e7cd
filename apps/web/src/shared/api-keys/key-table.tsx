import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { type ReactNode, useState } from 'react'
import { ActionButton } from '../ui/buttons/action-button.tsx'
import { ActionCell, Cell, Row, Table } from '../ui/list/table.tsx'
import { LastTime } from '../ui/words/last-time.tsx'
import { RelativeTime } from '../ui/words/relative-time.tsx'
import { KeyStateLabel } from './key-state.tsx'
import { RevokeKeyDialog } from './revoke-key-dialog.tsx'
import { useKeyState } from './use-key-state.ts'
import './api-keys.css'

interface KeyTableProps {
  keys: readonly ConsoleApiKeyBody[]
  /** Renders the owner of a key; absent if all keys are the user's own. */
  ownerOf?: (owner: ConsoleApiKeyBody['owner']) => ReactNode
  /** Why the user may not disable keys; undefined if they may. */
  disableRefusal?: string | undefined
  revokeRefusal?: string | undefined
}

/** An enabled key of a disabled user would be refused all the same. */
const disabledOwner = ({ state, owner }: ConsoleApiKeyBody) =>
  state === 'disabled' && !owner.isActive
    ? `${owner.name} is disabled, and so are their keys. Enable them first.`
    : undefined

/** A list of API keys with their state and actions. */
export function KeyTable({ keys, ownerOf, disableRefusal, revokeRefusal }: KeyTableProps) {
  const [revoked, setRevoked] = useState<ConsoleApiKeyBody | null>(null)
  const { isBusy, setActive } = useKeyState()
  return (
    <>
      <Table
        label="API keys"
        head={['Name', ...(ownerOf ? ['Owner'] : []), 'State', 'Expires', 'Last used']}
        hasActions
      >
        {keys.map((key) => (
          <Row key={key.uid}>
            <Cell label="Name" className="wb-breakable">
              {key.name}
            </Cell>
            {ownerOf ? (
              <Cell label="Owner" className="wb-breakable">
                {ownerOf(key.owner)}
              </Cell>
            ) : null}
            <Cell label="State">
              <KeyStateLabel state={key.state} />
            </Cell>
            <Cell label="Expires" isNowrap>
              {key.expiresAt === null ? <span className="wb-subtle">never</span> : <RelativeTime at={key.expiresAt} />}
            </Cell>
            <Cell label="Last used" isNowrap>
              <LastTime at={key.lastUsedAt} />
            </Cell>
            <ActionCell>
              <span className="wb-key-actions">
                <ActionButton
                  variant="link"
                  label={key.state === 'disabled' ? 'Enable' : 'Disable'}
                  fullLabel={`${key.state === 'disabled' ? 'Enable' : 'Disable'} ${key.name}`}
                  reason={isBusy ? 'It is being changed.' : (disableRefusal ?? disabledOwner(key))}
                  onClick={() => void setActive(key, key.state === 'disabled')}
                />
                <ActionButton
                  variant="link"
                  label="Revoke"
                  fullLabel={`Revoke ${key.name}`}
                  reason={revokeRefusal}
                  onClick={() => setRevoked(key)}
                />
              </span>
            </ActionCell>
          </Row>
        ))}
      </Table>
      {revoked ? <RevokeKeyDialog apiKey={revoked} onClose={() => setRevoked(null)} /> : null}
    </>
  )
}
