import { hasWaitingDraft, useProfileData } from '../../profile-data.ts'
import { useRevealRefusal } from '../../use-reveal-refusal.ts'
import { RevealList } from '../../../../shared/ui/reveal/reveal-list.tsx'
import { YamlView } from '../../../../shared/ui/yaml/yaml-view.tsx'
import { MarkableText } from './markable-text.tsx'
import { useReferences } from './use-references.ts'

interface LayerTextProps {
  text: string
  label: string
  layerName: string
  /** The manifest that the text belongs to; absent for the layer's values. */
  manifest?: string
}

/** A text of a layer. Marking and revealing apply to the published version, not to a draft of it. */
export function LayerText(props: LayerTextProps) {
  const { profile, stage } = useProfileData()
  const { label, text, ...place } = props
  const resolveReference = useReferences()
  const reason = useRevealRefusal()
  if (stage === 'draft' && hasWaitingDraft(profile)) {
    return <YamlView text={text} label={label} resolveReference={resolveReference} />
  }
  return (
    <>
      <MarkableText {...props} />
      <RevealList profileUid={profile.metadata.uid} text={text} reason={reason} {...place} />
    </>
  )
}
