/** What the small library of the examples calls its words and itself, and its figure: a site on something that nobody is treated with. */
export const lampSite: Readonly<Record<string, string>> = {
  'vocabulary.yaml': `populations:
  house: { label: A house, covers: [hall, cellar], everyone: true }
  hall: { label: Hall }
  cellar: { label: Cellar }
  far: { label: Far, covers: null }
interventions:
  lamp: { label: A lamp }
  torch: { label: A pine torch, terms: [torch] }
outcomes:
  burned-out: { label: Burned out, better: fewer }
phases:
  lighting: Lighting
criteria:
  dark-hours: { label: Hours of darkness, unit: hours, words: [dark] }
absences:
  brightness: { label: Brightness, words: [bright*] }
  cost: { label: Cost, words: [cost*, price*] }
`,
  'site.yaml': `name: Lamps
tagline: What each source says about lamps
description: A small site on lamps.
question: Which lamp should be chosen?
condition: darkness
about: lamps
scope: lamps
topics: the lamps
timeline: A few years of lamps.
outside:
  - { what: Candles, instead: The candle makers }
examples: { abbreviation: LED, term: lamp, everyday: light, names: [Bright One], question: 'Which lamp?' }
emergency:
  public: If it burns, call for help.
  student: A fire is put out at once.
  clinician: Raise the alarm.
  populations: [cellar]
  pathway: { key: fire, name: Fire, label: Is there a fire?, danger: a fire, population: cellar }
subject:
  sides: [{ name: lamps, words: [lamp*, light*] }]
`,
  'figures/house.yaml': `title: A house by its rooms
name: House
heading: Where
says: From the hall down.
tells: what each room is called
shows: How many findings count on each room.
picture: A house from the front.
called: A room here is called
frame: { width: 300, height: 200, names: 180, bars: 40 }
segments:
  - id: hall
    name: Hall
    says: the hall
    populations: [hall]
    paths: [{ d: M60 20V90, width: 12 }]
    from: [66, 50]
    label: 50
    reach: [20, 90]
  - id: cellar
    name: Cellar
    says: the cellar
    populations: [cellar]
    paths: [{ d: M60 95V160, width: 12 }]
    from: [66, 130]
    label: 130
    reach: [95, 160]
`,
};
