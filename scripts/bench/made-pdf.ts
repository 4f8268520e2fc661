/** Writes small PDFs, so that no paper of anybody's has to lie in the repository. One text line is one `Tj`. */

export interface MadeLine {
  readonly text: string;
  readonly x?: number;
  /** From the foot of the page, for what stands outside the text; left out, it stands below the line before. */
  readonly y?: number;
  /** Empty space above it. */
  readonly above?: number;
  readonly size?: number;
  readonly heavy?: boolean;
  /** Raised behind the line, as a citation mark is. */
  readonly raised?: string;
}

export interface MadePdf {
  readonly pages: readonly (readonly (MadeLine | string)[])[];
  /** Entries of the document information, e.g. `{ Title: 'A' }`. */
  readonly info?: Readonly<Record<string, string>>;
  readonly encrypted?: boolean;
  /** What the tree of pages says of their number, where that is not true. */
  readonly count?: number;
}

const WIDTH = 595;
const HEIGHT = 842;
const escaped = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`).replaceAll('•', '\\225');

function toStream(lines: readonly (MadeLine | string)[]): string {
  let y = 740;
  return lines
    .map((each) => {
      const line = typeof each === 'string' ? { text: each } : each;
      const size = line.size ?? 10;
      if (line.y === undefined) y -= size * 1.4 + (line.above ?? 0);
      const font = line.heavy ? 'F2' : 'F1';
      const raised = line.raised ? ` /F1 ${size * 0.6} Tf 4 Ts (${line.raised}) Tj 0 Ts` : '';
      return `BT /${font} ${size} Tf 1 0 0 1 ${line.x ?? 60} ${line.y ?? y} Tm (${escaped(line.text)}) Tj${raised} ET`;
    })
    .join('\n');
}

/** The bytes of a PDF, e.g. `toPdf({ pages: [['One line']] })`. */
export function toPdf({ pages, info, encrypted, count }: MadePdf): Buffer {
  const first = 5;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ');
  const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count ?? pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((lines, i) => {
      const stream = toStream(lines);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
        `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  const infoAt = info
    ? objects.push(
        `<< ${Object.entries(info)
          .map(([key, value]) => `/${key} (${escaped(value)})`)
          .join(' ')} >>`,
      )
    : undefined;
  const lock = encrypted
    ? objects.push(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
    : undefined;
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = Buffer.byteLength(body, 'latin1');
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = Buffer.byteLength(body, 'latin1');
  const trailer = [
    `/Size ${objects.length + 1} /Root 1 0 R`,
    ...(infoAt ? [`/Info ${infoAt} 0 R`] : []),
    ...(lock ? [`/Encrypt ${lock} 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`] : []),
  ].join(' ');
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}
