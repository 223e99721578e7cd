import { Title } from '@patternfly/react-core/dist/dynamic/components/Title'
import type { ConsolePackBody } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { Cell, Row, Table } from '../list/table.tsx'
import { layerName } from '../words/profile-words.ts'
import { dependencyRule, resourceText, versionRange } from './constraint-words.ts'
import { ValueRules } from './value-rules.tsx'
import './constraints.css'

type Constrained = Pick<ConsolePackBody, 'dependencies' | 'resources' | 'schema'>

export const hasConstraints = ({ dependencies, resources, schema }: Constrained): boolean =>
  dependencies.length + resources.length + schema.length > 0

/** The requirements of a pack version on the profile, the cluster and the values. */
export function Constraints({ pack: { dependencies, resources, schema } }: { pack: Constrained }) {
  return (
    <div className="wb-constraints">
      {dependencies.length > 0 && (
        <Section title="Other packs">
          <Table label="Other packs" head={['Pack', 'Layer', 'Rule', 'Versions']}>
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
          <ul className="wb-constraint-list">
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
