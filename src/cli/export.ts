import type { Command } from 'commander'
import { formats } from '../export/index.js'
import { exportRun, FORMAT_NAMES } from '../run/export-run.js'
import { list } from './arguments.js'

const HELP = `
Formats:
${formats.map(({ name, description }) => `  ${name.padEnd(9)}${description}\n`).join('')}
Example:
  $ nutgraf export output/articles --format csv,gexf`

/** `nutgraf export`: further formats of a finished run. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Write a finished run in further formats.')
    .argument('<run>', 'the output folder of a finished run')
    .requiredOption('--format <list>', `formats, with commas between them: ${FORMAT_NAMES.join(', ')}`, list)
    .addHelpText('after', HELP)
    .action(async (run: string, { format }: { readonly format: string[] }) => {
      const written = await exportRun(run, format)
      process.stdout.write(written.map((file) => `${file}\n`).join(''))
    })
}
