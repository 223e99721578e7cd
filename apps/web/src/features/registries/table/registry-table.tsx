import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { kindName } from './registry-rows.ts'
import { RelativeTime } from '../../../shared/ui/words/relative-time.tsx'
import { ActionCell, Cell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { RegistryActions, type RegistryDialogs } from './registry-actions.tsx'
import { RegistryState } from './registry-state.tsx'
import type { RegistryRequests } from '../use-registry-requests.ts'

interface RegistryTableProps extends RegistryDialogs {
  registries: readonly ConsoleRegistryBody[]
  requests: RegistryRequests
}

const head = ['Name', 'Kind', 'Scope', 'Packs', 'Last sync', 'State']

export function RegistryTable({ registries, requests, ...dialogs }: RegistryTableProps) {
  return (
    <Table label="Registries" head={head} hasActions className="wb-registries">
      {registries.map((registry) => (
        <RegistryRow key={registry.uid} registry={registry} requests={requests} {...dialogs} />
      ))}
    </Table>
  )
}

interface RegistryRowProps extends RegistryDialogs {
  registry: ConsoleRegistryBody
  requests: RegistryRequests
}

function RegistryRow({ registry, requests, onDelete, onShowRuns }: RegistryRowProps) {
  const { name, endpoint, isPrivate, isDefault, scope, packs, versions } = registry
  return (
    <Row>
      <Cell label="Name" className="wb-registry-name">
        <strong>{name}</strong>
        {endpoint === '' ? null : <span className="wb-registry-address">{endpoint}</span>}
      </Cell>
      <Cell label="Kind" isNowrap>
        {kindName(registry)}
        {isPrivate ? <span className="wb-registry-note">private</span> : null}
      </Cell>
      <Cell label="Scope">
        <span className="wb-registry-scope">{scope}</span>
        {isDefault ? <span className="wb-registry-note">default</span> : null}
      </Cell>
      <Cell label="Packs" isNowrap>
        {counted(packs, 'pack')}
        <span className="wb-registry-note">{counted(versions, 'version')}</span>
      </Cell>
      <Cell label="Last sync" isNowrap>
        <LastSync registry={registry} />
      </Cell>
      <Cell label="State">
        <RegistryState registry={registry} onShowRuns={() => onShowRuns(registry)} />
      </Cell>
      <ActionCell>
        <RegistryActions registry={registry} requests={requests} onDelete={onDelete} onShowRuns={onShowRuns} />
      </ActionCell>
    </Row>
  )
}

function LastSync({ registry: { endpoint, lastSyncedAt, nextSyncAt } }: { registry: ConsoleRegistryBody }) {
  // Its content was loaded in another way.
  if (endpoint === '') return '–'
  return (
    <>
      {lastSyncedAt === null ? 'never' : <RelativeTime at={lastSyncedAt} />}
      {nextSyncAt === null ? null : (
        <span className="wb-registry-note">
          next <RelativeTime at={nextSyncAt} />
        </span>
      )}
    </>
  )
}
