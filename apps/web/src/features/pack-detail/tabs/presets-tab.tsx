import type { ConsolePackBody } from '@waybill/api-contract'
import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import { YamlView } from '../../../shared/ui/yaml/yaml-view.tsx'
import { Nothing } from '../../../shared/ui/messages/nothing.tsx'
import { usePack } from '../use-pack.ts'

type Preset = ConsolePackBody['presets'][number]

export function PresetsTab() {
  const { presets } = usePack()
  if (presets.length === 0) {
    return <Nothing title="No presets">This version has no presets to choose from.</Nothing>
  }
  const groups = [...Map.groupBy(presets, ({ group }) => group)]
  return (
    <div className="wb-pack-sections">
      {groups.map(([group, members]) => (
        <section key={group} className="wb-pack-sections" aria-label={group || 'Presets'}>
          {group !== '' && (
            <Title headingLevel="h2" size="lg">
              {group} {members.length > 1 && <span className="wb-subtle">one of {members.length}</span>}
            </Title>
          )}
          {members.map((preset) => (
            <PresetCard key={preset.name} preset={preset} />
          ))}
        </section>
      ))}
    </div>
  )
}

function PresetCard({ preset: { name, displayName, remove, add } }: { preset: Preset }) {
  return (
    <article className="wb-pack-preset" aria-label={displayName || name}>
      <p>
        <strong>{displayName || name}</strong> <code>{name}</code>
      </p>
      {remove.length > 0 && (
        <div>
          Removes
          <ul className="wb-pack-paths">
            {remove.map((path) => (
              <li key={path}>
                <code className="wb-breakable">{path}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {add !== '' && <YamlView text={add} label={`What ${displayName || name} adds`} maxHeight="20rem" />}
    </article>
  )
}
