import { DropdownItem, DropdownList } from '@patternfly/react-core/dist/dynamic/components/Dropdown'
import type { ConsolePackBody } from '@waybill/api-contract'
import { useState } from 'react'
import { Menu } from '../../../shared/ui/buttons/menu.tsx'
import { VersionMerge } from '../../../shared/ui/values-merge/version/version-merge.tsx'
import { useBuilder, useBuilderStore } from '../state/builder-store.ts'
import { changePack, type DraftLayer, valuesKey } from '../state/stack-texts.ts'

type PackVersion = ConsolePackBody['versions'][number]

interface PackMenuProps {
  layer: DraftLayer
  /** From all registries, newest first. */
  versions: readonly PackVersion[]
}

/** Version and registry of a layer. Changing them merges the values with the new defaults, in one undoable step. */
export function PackMenu({ layer, versions }: PackMenuProps) {
  const store = useBuilderStore()
  const values = useBuilder(({ texts }) => texts[valuesKey(layer.name)] ?? '')
  const [wanted, setWanted] = useState<PackVersion | null>(null)
  const here = wordsOf({ version: layer.version, registryName: layer.registryName })
  const handleMerged = (to: PackVersion, merged: string) => {
    const { texts, dispatch } = store.getState()
    const { uid: packUid, registryUid, registryName, version } = to
    const taken = { packUid, registryUid, registryName, version, tag: version }
    dispatch({ type: 'arrange', texts: changePack(texts, layer.name, { pack: taken, values: merged }) })
    setWanted(null)
  }
  return (
    <>
      <Menu
        label={`Version and registry of ${layer.name}: ${here}`}
        toggle={{ size: 'sm', children: here }}
        isScrollable
        isFocusReturned
      >
        <DropdownList>
          {versions
            .filter(({ uid, isRemoved }) => !isRemoved || uid === layer.packUid)
            .map((each) => (
              <DropdownItem
                key={each.uid}
                isSelected={each.uid === layer.packUid}
                description={each.isRemoved ? `${each.registryName}, removed` : each.registryName}
                onClick={() => each.uid !== layer.packUid && setWanted(each)}
              >
                {each.version}
              </DropdownItem>
            ))}
        </DropdownList>
      </Menu>
      {wanted && (
        <VersionMerge
          name={layer.name}
          moved={{ fromVersion: layer.version, fromUid: layer.packUid, packUid: wanted.uid, values }}
          toVersion={wordsOf(wanted)}
          title="Change the version"
          action="Take this version"
          onMerged={(merged) => handleMerged(wanted, merged)}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  )
}

const wordsOf = ({ version, registryName }: Pick<PackVersion, 'version' | 'registryName'>) =>
  registryName === '' ? version : `${version} of ${registryName}`
