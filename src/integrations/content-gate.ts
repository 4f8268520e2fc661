/** The gate: content is read and checked before Astro sees it, and the works that pages cite are put where the citation engine looks. */
import { resolve, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { readGate } from '../check/gate.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import type { Library } from '../library/library.ts';
import { writeWhole } from '../library/to-files.ts';
import { bibliographyFile, toBibliography } from './citations.ts';

function writeBibliography(library: Library, asOf: string): void {
  const graph = buildEvidenceGraph(library, asOf);
  const cited = new Set([...graph.citedByTopic.values(), ...graph.citedByQuestion.values()].flat());
  // Every build makes it anew, so nothing of it is trusted after a power cut.
  writeWhole(bibliographyFile, toBibliography([...library.sources.values()].filter(({ id }) => cited.has(id))), { flush: false });
}

/** What a writer sees while `astro dev` runs: the report of the moment, and citations that the engine knows. */
async function reportInDev(folder: string, asOf: string, logger: AstroIntegrationLogger): Promise<void> {
  const { content, issues, report } = await readGate(folder, { asOf });
  if (issues.length > 0) logger.info(`\n${report}`);
  writeBibliography(content.library, asOf);
}

/** Fails a build with every mistake at once; in dev it says what a build would refuse, after every change, and goes on. */
export function contentGate({ folder, asOf }: { folder: string; asOf: string }): AstroIntegration {
  return {
    name: 'patency:content-gate',
    hooks: {
      'astro:config:setup': async ({ command, logger }) => {
        if (command === 'preview') return;
        if (command === 'dev') return reportInDev(folder, asOf, logger);
        const { content, open, issues, report } = await readGate(folder, { asOf });
        if (!open) {
          const error = new Error(`\n${report}`);
          error.stack = error.message;
          throw error;
        }
        if (issues.length > 0) logger.info(`\n${report}`);
        writeBibliography(content.library, asOf);
      },
      'astro:server:setup': ({ server, logger }) => {
        const below = resolve(folder) + sep;
        let pending: NodeJS.Timeout | undefined;
        const changed = async (): Promise<void> => {
          await reportInDev(folder, asOf, logger);
          // Pages read the content themselves, so Astro does not know that what it shows is old.
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.on('all', (_event, path) => {
          if (!resolve(path).startsWith(below)) return;
          clearTimeout(pending);
          // An editor's save can be several events: the last one counts.
          pending = setTimeout(() => void changed().catch((error: unknown) => logger.error(String(error))), 100);
        });
      },
    },
  };
}
