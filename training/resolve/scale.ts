/**
 * What resolving and linking cost, on made-up news with known truth: `npx tsx training/resolve/scale.ts ARTICLES [FOLDER]`
 * writes so many records (ten mentions each) as a run's, then collects, judges, resolves, links and writes as `nutgraf run`
 * does, and prints CPU seconds, memory and B-cubed; with a FOLDER that was linked before, the
 * judgements are known. For sizes side by side run it once for each size.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Entity } from '../../src/model/entity.js'
import { collectRecords } from '../../src/run/collect.js'
import { linkRun } from '../../src/run/link-run.js'
import { OutputFolder } from '../../src/run/output-folder.js'
import { inlineRunner } from '../../src/runners/inline.js'
import { MENTIONS_AN_ARTICLE, makeRecords } from './generate.js'

const articles = Number(process.argv[2] ?? 1000)
const root = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'nutgraf-scale-'))

const truth = new Map<string, string>()
mkdirSync(root, { recursive: true })
writeFileSync(join(root, 'manifest.json'), '{}')
for (const { record, truth: own } of makeRecords(articles)) {
  const file = join(root, 'records', `${record.article.path}.json`)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(record))
  }
  for (const [profile, being] of own) truth.set(profile, being)
}
const started = process.cpuUsage()
const clock = process.hrtime.bigint()
const said = (what: string): void => {
  const { user, system } = process.cpuUsage(started)
  const seconds = Number(process.hrtime.bigint() - clock) / 1e9
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(`${what}: ${((user + system) / 1e6).toFixed(1)} CPU s, ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`)
}
const folder = new OutputFolder(root)
const runner = inlineRunner()
const module = pathToFileURL(join(import.meta.dirname, '../../pipelines/news.ts')).href
const source = { module, options: { engine: 'rules' as const, registry: [], tables: null } }
await runner.prepare(source)
const collected = await collectRecords(folder)
said(`${articles} articles, ${articles * MENTIONS_AN_ARTICLE} mentions, ${truth.size} profiles read`)
const reuse = existsSync(join(root, 'judgements.ndjson'))
const { judgements, entities, graph } = await linkRun(collected, { runner, source, folder, people: [], reuse })
said(`${judgements.length} judgements${reuse ? ' known' : ''}, ${entities.length} entities, ${graph.edges.length} edges`)
console.log(`B-cubed over profiles: ${bCubed(entities)}`)
if (process.argv[3] === undefined) rmSync(root, { recursive: true })

/** Precision, recall and F1, each profile counting one; places, which the word lists identify, are left out. */
function bCubed(entities: readonly Entity[]): string {
  const sizes = new Map<string, number>()
  for (const being of truth.values()) sizes.set(being, (sizes.get(being) ?? 0) + 1)
  let [precision, recall, count] = [0, 0, 0]
  for (const { profiles } of entities) {
    const shared = new Map<string, number>()
    for (const profile of profiles) {
      const being = truth.get(profile) ?? ''
      shared.set(being, (shared.get(being) ?? 0) + 1)
    }
    for (const [being, both] of shared) {
      if (being.startsWith('place')) continue
      precision += (both * both) / profiles.length
      recall += (both * both) / (sizes.get(being) ?? 1)
      count += both
    }
  }
  const [p, r] = [precision / count, recall / count]
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r)).toFixed(1)}`
}
