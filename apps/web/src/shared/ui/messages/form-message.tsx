import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'

interface FormMessageProps {
  kind: 'error' | 'success'
  text: string
}

/** As PatternFly's own sign-in pages speak: an alert would bring what places its tooltip, a seventh of such a page's weight. */
export function FormMessage({ kind, text }: FormMessageProps) {
  return (
    <HelperText>
      <HelperTextItem variant={kind}>{text}</HelperTextItem>
    </HelperText>
  )
}
