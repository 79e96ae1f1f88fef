/** Learns src/lexicons/coreference-weights.json: see README.md beside this file. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { examplesToLearn, learnBoth } from './recipe.js'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = values.out ?? fileURLToPath(new URL('../../src/lexicons/coreference-weights.json', import.meta.url))

const examples = await examplesToLearn()
console.log(`${examples.filter(({ isPerson }) => isPerson).length} pronouns of people, ${examples.filter(({ isPerson }) => !isPerson).length} of bodies`)
const nets = learnBoth(examples)
writeFileSync(out, `[\n${nets.map((net) => JSON.stringify(net)).join(',\n')}\n]\n`)
