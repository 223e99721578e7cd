import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useRegistriesHere, useSyncStart } from './use-registry-sync.ts'
import { useSyncs } from './sync-store.ts'
import type { ValidateRow } from '../review/validate-rows.ts'
import { useWizard } from '../wizard/wizard-context.ts'
import { CheckAgain } from '../review/remedies/check-again.tsx'
import { AddRegistryHint } from '../review/remedies/packs/add-registry-hint.tsx'
import { SyncProgress } from './sync-progress.tsx'

type PackVersionRow = Extract<ValidateRow, { kind: 'pack-version' }>
type PlannedLayer = PackVersionRow['layer']

/** Syncs a registry that may hold the missing pack; users without permission read whom to ask. */
export function SyncRemedy({ row: { layer, id } }: { row: PackVersionRow }) {
  const { canSync } = useWizard()
  const registries = useRegistriesHere()
  if (!canSync) return <AskHint layer={layer} registries={registries} />
  if (registries === null) return null
  const source = sourceOf(layer, registries)
  return (
    <div className="wb-sync-remedy">
      {source ? (
        <SyncOfSource registry={source} layer={layer} />
      ) : (
        <SyncOfChoice id={id} registries={registries.filter(isSyncable)} layer={layer} />
      )}
    </div>
  )
}

/** The file's registry if it is here: by its uid, else by its name. */
function sourceOf({ sourceRegistry }: PlannedLayer, registries: readonly ConsoleRegistryBody[]) {
  const { uid, name } = sourceRegistry
  return registries.find((registry) => registry.uid === uid) ?? registries.find((registry) => registry.name === name)
}

const isSyncable = ({ isSyncSupported, endpoint }: ConsoleRegistryBody) => isSyncSupported && endpoint !== ''

function SyncOfSource({ registry, layer }: { registry: ConsoleRegistryBody; layer: PlannedLayer }) {
  return isSyncable(registry) ? (
    <SyncAndProgress registry={registry} layer={layer} />
  ) : (
    <p className="wb-subtle">{registry.name} exists here but is not synced: it has no address, or its sync is off.</p>
  )
}

interface SyncOfChoiceProps {
  id: string
  registries: readonly ConsoleRegistryBody[]
  layer: PlannedLayer
}

function SyncOfChoice({ id, registries, layer }: SyncOfChoiceProps) {
  const [wanted, setWanted] = useState('')
  const chosen = registries.find(({ uid }) => uid === wanted) ?? (registries.length === 1 ? registries[0] : undefined)
  return (
    <>
      {registries.length > 1 ? (
        <FormGroup label="Registry that may have it" fieldId={`${id}-sync`} className="wb-field">
          <FormSelect id={`${id}-sync`} value={chosen?.uid ?? ''} onChange={(_event, uid) => setWanted(uid)}>
            <FormSelectOption value="" label="Choose a registry" isPlaceholder />
            {registries.map(({ uid, name }) => (
              <FormSelectOption key={uid} value={uid} label={name} />
            ))}
          </FormSelect>
        </FormGroup>
      ) : null}
      {chosen ? <SyncAndProgress registry={chosen} layer={layer} /> : null}
      <AddRegistryHint name={layer.sourceRegistry.name} />
    </>
  )
}

function SyncAndProgress({ registry, layer }: { registry: ConsoleRegistryBody; layer: PlannedLayer }) {
  const sync = useSyncs(({ syncs }) => syncs.get(registry.uid))
  const start = useSyncStart()
  return (
    <SyncProgress name={registry.name} sync={sync} wanted={`${layer.name} ${layer.version}`}>
      <Button variant="secondary" size="sm" onClick={() => void start(registry)}>
        Sync {registry.name} now
      </Button>
    </SyncProgress>
  )
}

interface AskHintProps {
  layer: PlannedLayer
  /** Null if unknown. */
  registries: readonly ConsoleRegistryBody[] | null
}

function AskHint({ layer, registries }: AskHintProps) {
  const { name } = layer.sourceRegistry
  if (name === '')
    return (
      <p className="wb-subtle">
        A tenant administrator can add or sync a registry that has it. Then <CheckAgain wanted={layer.name} />
      </p>
    )
  const hintOf = (help: string) =>
    `The file takes it from the registry ${name}, which a tenant administrator ${help}. Then `
  const source = registries === null ? undefined : sourceOf(layer, registries)
  return (
    <p className="wb-subtle wb-ask-hint" data-longest={`${hintOf(ADDRESS_MISSING)}check again.`}>
      <span>
        {hintOf(whatHelps(source))}
        <CheckAgain wanted={layer.name} />
      </span>
    </p>
  )
}

const ADDRESS_MISSING = 'can sync once it has an address'

function whatHelps(source: ConsoleRegistryBody | undefined): string {
  if (source === undefined) return 'can add or sync'
  return source.endpoint === '' ? ADDRESS_MISSING : 'can sync'
}
