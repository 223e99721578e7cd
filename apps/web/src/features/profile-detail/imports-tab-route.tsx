export function Component() {
  return <p>imports</p>
}
