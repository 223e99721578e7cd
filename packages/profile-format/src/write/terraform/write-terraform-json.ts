import { encodeJson, type JsonValue } from '../encode-json.ts'
import {
  templateSource,
  type TerraformArgument,
  type TerraformBlock,
  type TerraformFile,
  type TerraformValue,
} from './terraform-body.ts'

type Body = Map<string, JsonValue>

/** Writes Terraform's JSON syntax: labels become keys, blocks without labels lists, and comments go under `//`. */
export function writeTerraformJson({ comment, blocks }: TerraformFile): string {
  const body = bodyOf([], blocks)
  return encodeJson(
    comment.length === 0 ? body : new Map<string, JsonValue>([['//', comment.join('\n')], ...body]),
    true,
  )
}

function bodyOf(given: readonly TerraformArgument[], blocks: readonly TerraformBlock[]): Body {
  const body: Body = new Map(given.map(([name, value]) => [name, valueOf(value)] as const))
  for (const [type, ofType] of Map.groupBy(blocks, (block) => block.type)) {
    body.set(type, ofType.some(({ labels }) => labels.length > 0) ? labelled(ofType) : ofType.map(contentOf))
  }
  return body
}

const contentOf = (block: TerraformBlock): Body => bodyOf(block.arguments, block.blocks)

/** All blocks of one type have the same number of labels. */
function labelled(blocks: readonly TerraformBlock[]): Body {
  const groups = Map.groupBy(blocks, ({ labels: [first = ''] }) => first)
  return new Map(
    [...groups].map(([label, group]) => {
      const inner = group.map((block) => ({ ...block, labels: block.labels.slice(1) }))
      const [only] = inner
      return [label, only && only.labels.length === 0 ? contentOf(only) : labelled(inner)] as const
    }),
  )
}

function valueOf(value: TerraformValue): JsonValue {
  switch (value.kind) {
    case 'template':
      return templateSource(value.parts, (text) => text)
    case 'expression':
      return `\${${value.code}}`
    case 'keyword':
      return value.word
    case 'boolean':
      return value.value
    case 'list':
      return value.items.map(valueOf)
    case 'object':
      return new Map(value.fields.map(([name, field]) => [name, valueOf(field)] as const))
  }
}
