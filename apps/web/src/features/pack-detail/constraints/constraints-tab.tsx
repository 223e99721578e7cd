import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ReactNode } from 'react'
import { layerName } from '../../../shared/ui/words/profile-words.ts'
import { Cell, HeadCell, Row, Table } from '../../../shared/ui/list/table.tsx'
import { dependencyRule, resourceText, versionRange } from './constraint-words.ts'
import { NothingHere } from '../tabs/nothing-here.tsx'
import { usePack } from '../use-pack.ts'
import { ValueRules } from './value-rules.tsx'

/** What a profile, a cluster and the values must be like for this version. */
export function ConstraintsTab() {
  const { dependencies, resources, schema } = usePack()
  if (dependencies.length + resources.length + schema.length === 0) {
    return (
      <NothingHere title="No constraints">
        This version has no rules for other packs, the cluster or its values.
      </NothingHere>
    )
  }
  return (
    <div className="wb-pack-sections">
      {dependencies.length > 0 && (
        <Section title="Other packs">
          <Table label="Other packs" head={heads(['Pack', 'Layer', 'Rule', 'Versions'])}>
            {dependencies.map(({ packName, layer, type, minVersion, maxVersion }) => (
              <Row key={`${packName} ${layer} ${type} ${minVersion}`}>
                <Cell label="Pack">
                  <code className="wb-breakable">{packName}</code>
                </Cell>
                <Cell label="Layer">{layerName(layer)}</Cell>
                <Cell label="Rule">{dependencyRule(type)}</Cell>
                <Cell label="Versions">{versionRange(minVersion, maxVersion)}</Cell>
              </Row>
            ))}
          </Table>
        </Section>
      )}
      {resources.length > 0 && (
        <Section title="The cluster">
          <ul className="wb-pack-paths">
            {resources.map((resource) => (
              <li key={resource.type}>{resourceText(resource)}</li>
            ))}
          </ul>
        </Section>
      )}
      {schema.length > 0 && (
        <Section title="Values">
          <ValueRules entries={schema} />
        </Section>
      )}
    </div>
  )
}

const heads = (titles: readonly string[]) => titles.map((title) => <HeadCell key={title}>{title}</HeadCell>)

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title headingLevel="h2" size="lg">
        {title}
      </Title>
      {children}
    </section>
  )
}
