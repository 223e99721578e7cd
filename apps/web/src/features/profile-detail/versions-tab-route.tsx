export function Component() {
  return <p>versions</p>
}
