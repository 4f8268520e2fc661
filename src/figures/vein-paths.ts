/** The deep veins of the right leg and the pelvis from the front: hand-drawn paths in a frame of 340 by 660. Shapes only, no evidence. */

export const frame = { width: 340, height: 660 } as const;

/** One vein as its middle line and its width. */
export interface VeinPath {
  readonly d: string;
  readonly width: number;
}

export interface DrawnSegment {
  readonly veins: readonly VeinPath[];
  /** Where the line to the label starts, on the vein. */
  readonly from: readonly [number, number];
  /** Baseline of the label. */
  readonly label: number;
  /** Upper and lower end of the segment, for the bars of words. */
  readonly reach: readonly [number, number];
}

/** By segment, from above. The ends of neighbours overlap by a hair so that no gap shows. */
export const drawnSegments = {
  cava: {
    veins: [{ d: 'M152 18C153 46 152 74 151 100', width: 20 }],
    from: [162, 56],
    label: 50,
    reach: [18, 106],
  },
  iliac: {
    veins: [
      { d: 'M125 158C131 176 138 190 143 208', width: 7 },
      { d: 'M138 178C136 190 133 198 131 206', width: 4 },
      { d: 'M148 106C142 127 133 142 125 156C114 178 105 199 99 224', width: 13 },
    ],
    from: [141, 140],
    label: 128,
    reach: [108, 228],
  },
  'common-femoral': {
    veins: [{ d: 'M98 229C96 243 95 255 95 266', width: 13 }],
    from: [102, 250],
    label: 242,
    reach: [230, 270],
  },
  femoral: {
    veins: [
      { d: 'M92 273C82 294 78 324 80 366', width: 7 },
      { d: 'M80 318C76 330 73 338 72 348', width: 4 },
      { d: 'M95 271C98 318 107 366 111 411', width: 11 },
    ],
    from: [106, 344],
    label: 338,
    reach: [272, 414],
  },
  popliteal: {
    veins: [{ d: 'M112 416C114 438 112 458 109 478', width: 11 }],
    from: [118, 446],
    label: 440,
    reach: [416, 480],
  },
  calf: {
    veins: [
      { d: 'M106 485C96 495 91 520 91 556C91 590 95 612 99 636', width: 5 },
      { d: 'M108 483L108 506', width: 8 },
      { d: 'M107 502C102 536 102 576 106 622', width: 5 },
      { d: 'M109 502C117 530 119 580 116 636', width: 5 },
    ],
    from: [120, 566],
    label: 552,
    reach: [482, 638],
  },
} as const satisfies Record<string, DrawnSegment>;

/** The other common iliac vein: there in the body, no segment here. */
export const otherSide: VeinPath = { d: 'M151 105C158 124 168 138 178 150', width: 12 };

/** Outline of the hip and the leg, the kneecap, and the groin where the iliac vein becomes the femoral. */
export const outline = [
  'M66 18C70 60 60 96 56 132C50 176 50 214 54 256C58 312 66 366 74 412C79 440 76 458 76 482C72 522 76 572 86 646',
  'M142 286C142 330 138 378 134 412C131 436 132 458 135 482C139 522 133 578 124 646',
  'M142 286C146 278 156 278 160 286C162 318 166 350 172 384',
] as const;
export const kneecap = 'M93 446C93 432 100 426 108 426C118 426 124 434 124 446C124 458 117 466 108 466C99 466 93 458 93 446z';
export const groin = 'M58 192C84 214 108 238 136 268';
