import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { toReadmeTree } from './readme-tree.ts'

const parse = (text: string) => toReadmeTree(Markdown({ children: text, remarkPlugins: [remarkGfm], skipHtml: true }))

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(parse(data)))
