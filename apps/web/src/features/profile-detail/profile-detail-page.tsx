import { Label, LabelGroup } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Outlet, useSearchParams } from 'react-router'
import { Fact } from '../../shared/ui/page/fact.tsx'
import { PageHead } from '../../shared/ui/page/page-head.tsx'
import { paths } from '../../shared/navigation/paths.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { PageSection } from '../../shared/ui/page/page-section.tsx'
import { ProfileCrumbs } from '../../shared/ui/page/profile-crumbs.tsx'
import { cloudName, tagNames, typeName } from '../../shared/ui/words/profile-words.ts'
import { EmptyValuesBadge } from '../../shared/ui/words/empty-values-badge.tsx'
import { StateLabel } from '../../shared/ui/words/state-label.tsx'
import { ProfileActions } from './actions/profile-actions.tsx'
import { MissingMacros } from './missing-macros.tsx'
import { hasWaitingDraft, missingMacros, stageOf, stateOf, templateOf, type ProfileData } from './profile-data.ts'
import { useTab } from './tabs/use-tab.ts'
import { ProfileTabs } from './tabs/profile-tabs.tsx'
import { VersionMenu } from './actions/version-menu.tsx'
import '../../shared/ui/page/details.css'

export function ProfileDetailPage(data: Omit<ProfileData, 'stage'>) {
  const { metadata, spec, status } = data.profile
  const scope = useScope()
  const tab = useTab()
  const stage = stageOf(data.profile, useSearchParams()[0].get('state'))
  const template = templateOf(data.profile, stage)
  const description = metadata.annotations['description'] ?? ''
  const tags = tagNames(metadata.labels)
  return (
    <>
      <PageSection>
        <ProfileCrumbs profile={metadata} />
        <PageHead
          heading={metadata.name}
          title={`${metadata.name} ${spec.version}`}
          beside={
            <>
              <VersionMenu profile={data.profile} />
              <StateLabel state={stateOf(data.profile)} />
              {hasWaitingDraft(data.profile) && <StateLabel state="waiting" />}
              <EmptyValuesBadge count={status.emptyValues} to={paths.emptyValues(scope, metadata.uid, tab)} />
            </>
          }
        >
          <ProfileActions
            uid={metadata.uid}
            owner={metadata.annotations['scope'] ?? ''}
            isPublished={status.isPublished}
            hasDraft={spec.draft !== undefined}
          />
        </PageHead>
        <div className="wb-detail-line">
          {description !== '' && <p className="wb-detail-description">{description}</p>}
          <dl className="wb-facts">
            <Fact name="Type">{typeName(template?.type ?? '')}</Fact>
            <Fact name="Cloud">{cloudName(template?.cloudType ?? '')}</Fact>
            <Fact name="Scope">
              <span className="wb-fact-word">{metadata.annotations['scope'] ?? ''}</span>
            </Fact>
            {tags.length > 0 && (
              <Fact name="Tags">
                <LabelGroup aria-label="Tags" numLabels={6}>
                  {tags.map((tag) => (
                    <Label key={tag} isCompact variant="outline">
                      {tag}
                    </Label>
                  ))}
                </LabelGroup>
              </Fact>
            )}
          </dl>
        </div>
        <MissingMacros names={missingMacros(data)} scope={scope} />
      </PageSection>
      <ProfileTabs uid={metadata.uid} />
      <PageSection isFilled>
        <Outlet context={{ ...data, stage } satisfies ProfileData} />
      </PageSection>
    </>
  )
}
