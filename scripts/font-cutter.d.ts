/** What we use of `subset-font`, which ships no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      noLayoutClosure?: boolean;
      targetFormat: 'woff2' | 'woff';
      variationAxes?: Record<string, number | { min: number; max: number; default: number }>;
    },
  ): Promise<Uint8Array>;
}
