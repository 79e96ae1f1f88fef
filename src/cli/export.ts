import type { Command } from 'commander'
import { exportRun, FORMAT_NAMES } from '../run/export-run.js'
import { list } from './arguments.js'

/** `nutgraf export`: further formats of a finished run. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Write a finished run in further formats.')
    .argument('<run>', 'the output folder of a finished run')
    .requiredOption('--format <list>', `formats, with commas between them: ${FORMAT_NAMES.join(', ')}`, list)
    .addHelpText('after', '\nExample:\n  $ nutgraf export output/articles --format csv,gexf')
    .action(async (run: string, { format }: { readonly format: string[] }) => {
      const written = await exportRun(run, format)
      process.stdout.write(written.map((file) => `${file}\n`).join(''))
    })
}
