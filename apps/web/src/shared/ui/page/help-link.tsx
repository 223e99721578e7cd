import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { OutlinedQuestionCircleIcon } from '@patternfly/react-icons/dist/esm/icons/outlined-question-circle-icon'
import { paths, type HelpTopic } from '../../navigation/paths.ts'
import { useScope } from '../../session/scope-context.ts'

interface HelpLinkProps {
  topic: HelpTopic
  /** The subject of the help: `Help: Registries`. */
  about: string
}

/** Opens the matching part of the help in a new window, so that unsaved input is kept. */
export function HelpLink({ topic, about }: HelpLinkProps) {
  return (
    <Button
      component="a"
      variant="plain"
      href={paths.help(useScope(), topic)}
      target="_blank"
      aria-label={`Help: ${about} (opens in a new window)`}
      icon={<OutlinedQuestionCircleIcon />}
    />
  )
}
