import { COLOURS, type Scalar } from './scalars.js'

/** The type of an attribute in a graph file. */
export type AttributeType = 'boolean' | 'long' | 'double' | 'string'
/** The attributes of all nodes, or of all edges, with their types, sorted by name. */
export type AttributeTypes = ReadonlyMap<string, AttributeType>

/** Pieces of a graph file that are written at once. */
const BATCH = 500

/** The type of each attribute: of all its values the widest. */
export function attributeTypes(all: Iterable<Readonly<Record<string, Scalar>>>): AttributeTypes {
  const types = new Map<string, AttributeType>()
  for (const attributes of all) {
    for (const [name, value] of Object.entries(attributes)) types.set(name, wider(types.get(name), typeOf(value)))
  }
  return new Map([...types].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function typeOf(value: Scalar): AttributeType {
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  return Number.isSafeInteger(value) ? 'long' : 'double'
}

function wider(known: AttributeType | undefined, type: AttributeType): AttributeType {
  if (known === undefined || known === type) return type
  const areNumbers = known !== 'string' && known !== 'boolean' && type !== 'string' && type !== 'boolean'
  return areNumbers ? 'double' : 'string'
}

/** The colour of a kind of node as `#rrggbb`; black for one that has none. */
export function colourOf(kind: string): string {
  const colours: Readonly<Record<string, string>> = COLOURS
  return colours[kind] ?? '#000000'
}

/** What `item` makes of each, one at a time: nothing is held. */
export function* each<Item, Made>(items: Iterable<Item>, item: (one: Item) => Made): Generator<Made> {
  for (const one of items) yield item(one)
}

/** The pieces in their order, 500 joined to one. */
export function* batches(pieces: Iterable<string>): Generator<string> {
  let text = ''
  let count = 0
  for (const piece of pieces) {
    text += piece
    count += 1
    if (count % BATCH !== 0) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
