import type { Text } from '../../sdk/contract/text.ts';

export type HallId = 'schouwburg' | 'concertzaal' | 'vlakke-zaal';
export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** One evening (or Sunday morning) of a production. */
export interface SeasonDate {
  /** Weeks from the present one; the first is the next week. */
  readonly week: number;
  readonly day: Day;
  /** By the clock on the centre's wall. */
  readonly at: string;
  /** Part of the places that is sold already, 0 to 1. */
  readonly sold: number;
  readonly state?: 'cancelled' | 'not-yet-on-sale';
  /** Nobody asked for the last wheelchair places: a few days before, anybody may have them. */
  readonly wheelchair?: 'released';
}

/** A title of the season. Titles, companies and people are invented. */
export interface Production {
  readonly id: string;
  readonly title: Text;
  readonly subtitle: Text;
  readonly description: Text;
  readonly genre: string;
  readonly hall: HallId;
  readonly minutes: number;
  /** Euros an adult pays in each zone of the hall, best first, service cost included. */
  readonly euros: readonly number[];
  /** A mixing desk stands in the back of the hall. */
  readonly desk?: true;
  /** Whether an order may leave a seat alone; `strict` without it. */
  readonly singleSeat?: 'lenient' | 'off';
  readonly dates: readonly SeasonDate[];
}

const on = (week: number, day: Day, at: string, sold: number, state?: SeasonDate['state']): SeasonDate => ({
  week,
  day,
  at,
  sold,
  ...(state && { state }),
});

export const productions: readonly Production[] = [
  {
    id: 'de-zoutweg',
    title: { nl: 'De zoutweg', en: 'The Salt Road' },
    subtitle: { nl: 'Gezelschap Noordkaap', en: 'Noordkaap Company' },
    description: {
      nl: 'Drie broers erven een zoutmijn die al veertig jaar leeg is. Alleen de oudste weet wat er nog beneden ligt. Een familiedrama met zwarte humor en een orgel dat niemand durft te bespelen.',
      en: 'Three brothers inherit a salt mine that has been empty for forty years. Only the eldest knows what still lies below. A family drama with dark humour and an organ nobody dares to play.',
    },
    genre: 'theater',
    hall: 'schouwburg',
    minutes: 105,
    euros: [28, 24, 19, 14],
    dates: [
      on(1, 'thu', '20:00', 0.62),
      on(1, 'fri', '20:00', 0.86),
      { ...on(1, 'sat', '20:00', 0.97), wheelchair: 'released' },
    ],
  },
  {
    id: 'wie-het-laatst-lacht',
    title: { nl: 'Wie het laatst lacht', en: 'He Who Laughs Last' },
    subtitle: { nl: 'Fons Wittebrood', en: 'Fons Wittebrood' },
    description: {
      nl: 'Na twintig jaar op de planken heeft Fons eindelijk een grap gevonden die zijn moeder begrijpt. Hij heeft er wel anderhalf uur voor nodig.',
      en: 'After twenty years on stage Fons has finally found a joke his mother understands. It does take him an hour and a half.',
    },
    genre: 'humor',
    hall: 'schouwburg',
    minutes: 95,
    euros: [32, 28, 24, 18],
    dates: [on(2, 'fri', '20:00', 1), on(2, 'sat', '20:00', 0.93)],
  },
  {
    id: 'zwaartekracht',
    title: { nl: 'Zwaartekracht', en: 'Gravity' },
    subtitle: { nl: 'Collectief Kantelpunt', en: 'Kantelpunt Collective' },
    description: {
      nl: 'Vijf acrobaten, één ladder en geen enkele rechte lijn. Circus dat u de adem beneemt en daarna netjes teruggeeft. Vanaf 8 jaar.',
      en: 'Five acrobats, one ladder and not a single straight line. Circus that takes your breath away and politely returns it. From age 8.',
    },
    genre: 'circus',
    hall: 'vlakke-zaal',
    minutes: 70,
    euros: [18, 14],
    dates: [on(1, 'sat', '20:00', 0.78), on(1, 'sun', '15:00', 0.94), on(2, 'wed', '19:30', 0.35)],
  },
  {
    id: 'symfonie-van-het-water',
    title: { nl: 'Symfonie van het water', en: 'Symphony of the Water' },
    subtitle: { nl: 'Filharmonie De Ringvaart', en: 'De Ringvaart Philharmonic' },
    description: {
      nl: 'Tachtig muzikanten spelen een rivier van bron tot monding. Dirigente Hanne Roosbroeck leidt u stroomafwaarts. Inleiding in de foyer om 19.15 uur.',
      en: 'Eighty musicians play a river from its source to the sea. Conductor Hanne Roosbroeck takes you downstream. Introduction in the foyer at 7.15 pm.',
    },
    genre: 'klassiek',
    hall: 'concertzaal',
    minutes: 110,
    euros: [38, 32, 25, 16],
    dates: [on(2, 'thu', '20:00', 0.55), on(2, 'sat', '20:00', 0.81)],
  },
  {
    id: 'het-meisje-dat-de-maan-opat',
    title: { nl: 'Het meisje dat de maan opat', en: 'The Girl Who Ate the Moon' },
    subtitle: { nl: 'Theater Pinksterkoek, vanaf 6 jaar', en: 'Theater Pinksterkoek, from age 6' },
    description: {
      nl: 'Elke nacht een hapje, tot het helemaal donker is. Muziektheater over veel te veel willen en toch mogen delen.',
      en: 'A bite every night, until it is completely dark. Music theatre about wanting far too much and sharing all the same.',
    },
    genre: 'familie',
    hall: 'schouwburg',
    minutes: 60,
    euros: [14, 12, 10, 8],
    dates: [on(2, 'sun', '15:00', 0.88), on(3, 'wed', '14:30', 0.41), on(3, 'sun', '15:00', 0.67)],
  },
  {
    id: 'blauw-uur',
    title: { nl: 'Blauw uur', en: 'Blue Hour' },
    subtitle: { nl: 'Trio Ansjovis', en: 'Trio Ansjovis' },
    description: {
      nl: 'Piano, contrabas en een drumstel dat uit een café is gered. Jazz voor wie de laatste trein gemist heeft en dat niet erg vindt.',
      en: 'Piano, double bass and a drum kit rescued from a pub. Jazz for those who missed the last train and do not mind.',
    },
    genre: 'jazz',
    hall: 'vlakke-zaal',
    minutes: 90,
    euros: [20, 16],
    desk: true,
    dates: [on(3, 'fri', '20:30', 0.48), on(10, 'fri', '20:30', 0.12)],
  },
  {
    id: 'kamers',
    title: { nl: 'Kamers', en: 'Rooms' },
    subtitle: { nl: 'Compagnie Loodlijn', en: 'Compagnie Loodlijn' },
    description: {
      nl: 'Acht dansers bewonen een huis dat tijdens de voorstelling wordt verbouwd. Choreografie van Imke Dewachter op nieuwe muziek voor strijkers en boormachine.',
      en: 'Eight dancers live in a house that is being rebuilt during the performance. Choreography by Imke Dewachter to new music for strings and power drill.',
    },
    genre: 'dans',
    hall: 'schouwburg',
    minutes: 75,
    euros: [28, 24, 19, 14],
    dates: [on(3, 'fri', '20:00', 0.44), on(3, 'sat', '20:00', 0.58)],
  },
  {
    id: 'beer-zoekt-bed',
    title: { nl: 'Beer zoekt bed', en: 'Bear Seeks Bed' },
    subtitle: { nl: 'Poppentheater De Knoop, vanaf 3 jaar', en: 'De Knoop Puppet Theatre, from age 3' },
    description: {
      nl: 'Beer is moe, maar elk bed is bezet. Een voorstelling met poppen, kussens en een slaapliedje dat u nog dagen zult neuriën.',
      en: 'Bear is tired, but every bed is taken. Puppets, pillows and a lullaby you will hum for days.',
    },
    genre: 'familie',
    hall: 'vlakke-zaal',
    minutes: 45,
    euros: [12, 10],
    dates: [
      on(3, 'sun', '11:00', 0.92),
      on(3, 'sun', '15:00', 0.99),
      on(7, 'sun', '11:00', 0.28),
      on(7, 'sun', '15:00', 0.46),
    ],
  },
  {
    id: 'alles-komt-goed',
    title: { nl: 'Alles komt goed, zei de tandarts', en: 'All Will Be Well, Said the Dentist' },
    subtitle: { nl: 'Bertrand Sneppe', en: 'Bertrand Sneppe' },
    description: {
      nl: 'Een avond over geruststellende beroepen. Met tafeltennistafel, zonder verdoving.',
      en: 'An evening about reassuring professions. With a ping-pong table, without anaesthetic.',
    },
    genre: 'humor',
    hall: 'schouwburg',
    minutes: 90,
    euros: [30, 26, 22, 17],
    dates: [on(4, 'thu', '20:00', 0.74), on(4, 'fri', '20:00', 0.96)],
  },
  {
    id: 'de-stad-zwijgt',
    title: { nl: 'De stad zwijgt', en: 'The City Is Silent' },
    subtitle: {
      nl: 'Stille film met livemuziek door Ensemble Projektor',
      en: 'Silent film with live music by Ensemble Projektor',
    },
    description: {
      nl: 'Een teruggevonden stomme film over een tramconducteur en een verloren handschoen, op groot doek, met twaalf muzikanten en een geluidenmaker.',
      en: 'A rediscovered silent film about a tram conductor and a lost glove, on the big screen, with twelve musicians and a foley artist.',
    },
    genre: 'film',
    hall: 'concertzaal',
    minutes: 85,
    euros: [22, 19, 16, 12],
    desk: true,
    dates: [on(4, 'sat', '20:00', 0.37)],
  },
  {
    id: 'brieven-aan-een-buurman',
    title: { nl: 'Brieven aan een buurman', en: 'Letters to a Neighbour' },
    subtitle: { nl: 'Griet D’hondt en Youssef Amrouch', en: 'Griet D’hondt and Youssef Amrouch' },
    description: {
      nl: 'Het begon met een briefje over de vuilnisbakken. Elf jaar later kennen ze elkaar beter dan wie ook. Ze hebben elkaar nog nooit gezien.',
      en: 'It began with a note about the dustbins. Eleven years later they know each other better than anyone. They have never met.',
    },
    genre: 'theater',
    hall: 'vlakke-zaal',
    minutes: 80,
    euros: [18, 14],
    dates: [on(4, 'thu', '20:00', 0.66), on(4, 'fri', '20:00', 0.83), on(4, 'sat', '20:00', 0.71)],
  },
  {
    id: 'aperitiefconcert-kiezel',
    title: { nl: 'Aperitiefconcert', en: 'Aperitif Concert' },
    subtitle: { nl: 'Strijkkwartet Kiezel', en: 'Kiezel String Quartet' },
    description: {
      nl: 'Een uur kamermuziek op zondagochtend. Daarna drinkt u een glas met de muzikanten; dat is in de prijs begrepen.',
      en: 'An hour of chamber music on Sunday morning. Afterwards you have a drink with the musicians, included in the price.',
    },
    genre: 'klassiek',
    hall: 'vlakke-zaal',
    minutes: 60,
    euros: [16, 13],
    singleSeat: 'lenient',
    dates: [on(4, 'sun', '11:00', 0.59), on(9, 'sun', '11:00', 0.22), on(14, 'sun', '11:00', 0.06)],
  },
  {
    id: 'het-water-en-wij',
    title: { nl: 'Het water en wij', en: 'The Water and Us' },
    subtitle: { nl: 'Lezing door professor Ilse Van Maldere', en: 'Lecture by Professor Ilse Van Maldere' },
    description: {
      nl: 'Waar gaat de regen naartoe, en van wie is hij? Een waterbouwkundige vertelt over beken, kelders en de polder van morgen. Met tijd voor uw vragen.',
      en: 'Where does the rain go, and whose is it? A hydraulic engineer talks about brooks, cellars and the polder of tomorrow. With time for your questions.',
    },
    genre: 'lezing',
    hall: 'vlakke-zaal',
    minutes: 90,
    euros: [10, 8],
    dates: [on(5, 'tue', '20:00', 0.31)],
  },
  {
    id: 'liedjes-van-de-overkant',
    title: { nl: 'Liedjes van de overkant', en: 'Songs from the Other Side' },
    subtitle: { nl: 'Yasmina Belkadi en band', en: 'Yasmina Belkadi and band' },
    description: {
      nl: 'Van de kade in Wolvegem tot de kust van Tanger: chansons in vier talen, met accordeon, oed en een blazerssectie die niet kan stilzitten.',
      en: 'From the quay in Wolvegem to the coast of Tangier: songs in four languages, with accordion, oud and a horn section that cannot sit still.',
    },
    genre: 'concert',
    hall: 'schouwburg',
    minutes: 100,
    euros: [30, 26, 22, 16],
    desk: true,
    dates: [on(5, 'fri', '20:00', 0.53), on(5, 'sat', '20:00', 0.69)],
  },
  {
    id: 'requiem-voor-een-dorp',
    title: { nl: 'Requiem voor een dorp', en: 'Requiem for a Village' },
    subtitle: {
      nl: 'Kamerkoor De Zwaluwen en Barokorkest Marsepein',
      en: 'De Zwaluwen Chamber Choir and Marsepein Baroque Orchestra',
    },
    description: {
      nl: 'Een nieuw requiem voor een dorp dat onder een havendok verdween. Zestig stemmen, een kerkklok en de namen van alle straten.',
      en: 'A new requiem for a village that vanished under a dock. Sixty voices, a church bell and the names of every street.',
    },
    genre: 'klassiek',
    hall: 'concertzaal',
    minutes: 80,
    euros: [34, 28, 22, 14],
    dates: [on(5, 'sun', '15:00', 0.64)],
  },
  {
    id: 'nachtwinkel',
    title: { nl: 'Nachtwinkel', en: 'Night Shop' },
    subtitle: { nl: 'Dansgroep Vonkelaar', en: 'Vonkelaar Dance' },
    description: {
      nl: 'Tussen middernacht en zes uur koopt iedereen iets anders dan wat hij nodig heeft. Zes dansers, een toonbank en een neonbuis die zoemt in driekwartsmaat.',
      en: 'Between midnight and six everybody buys something other than what they need. Six dancers, a counter and a neon tube humming in three-four time.',
    },
    genre: 'dans',
    hall: 'vlakke-zaal',
    minutes: 65,
    euros: [18, 14],
    dates: [on(6, 'thu', '20:00', 0.24), on(6, 'fri', '20:00', 0.39)],
  },
  {
    id: 'de-laatste-koning-van-wolvegem',
    title: { nl: 'De laatste koning van Wolvegem', en: 'The Last King of Wolvegem' },
    subtitle: { nl: 'Stadstheater De Lantaarn', en: 'De Lantaarn Town Theatre' },
    description: {
      nl: 'In 1831 zocht België een koning. In Wolvegem dachten ze er één te hebben. Een kostuumkomedie met dertig inwoners op het podium.',
      en: 'In 1831 Belgium was looking for a king. In Wolvegem they thought they had one. A costume comedy with thirty townspeople on stage.',
    },
    genre: 'theater',
    hall: 'schouwburg',
    minutes: 130,
    euros: [24, 20, 16, 12],
    dates: [on(6, 'fri', '20:00', 0.77), on(6, 'sat', '20:00', 0.9), on(6, 'sun', '15:00', 0.51)],
  },
  {
    id: 'fanfare-van-de-nacht',
    title: { nl: 'Fanfare van de nacht', en: 'Brass of the Night' },
    subtitle: { nl: 'De Koperen Ploeg', en: 'De Koperen Ploeg' },
    description: {
      nl: 'Veertig blazers zonder uniform spelen filmmuziek, New Orleans en één begrafenismars die vrolijk afloopt.',
      en: 'Forty brass players without uniforms play film music, New Orleans and one funeral march with a happy ending.',
    },
    genre: 'concert',
    hall: 'concertzaal',
    minutes: 95,
    euros: [26, 22, 18, 12],
    desk: true,
    dates: [on(6, 'sat', '20:00', 0.33), on(12, 'sat', '20:00', 0.08)],
  },
  {
    id: 'mevrouw-claes-belt-terug',
    title: { nl: 'Mevrouw Claes belt terug', en: 'Mrs Claes Calls Back' },
    subtitle: { nl: 'Nele Dhaezeleer', en: 'Nele Dhaezeleer' },
    description: {
      nl: 'Een try-out over wachtmuziek, klantendiensten en de vrouw die altijd terugbelt. Elke avond net iets anders.',
      en: 'A try-out about hold music, customer services and the woman who always calls back. Slightly different every night.',
    },
    genre: 'humor',
    hall: 'vlakke-zaal',
    minutes: 75,
    euros: [16, 12],
    dates: [on(7, 'thu', '20:30', 0.87), on(7, 'fri', '20:30', 0.95)],
  },
  {
    id: 'op-losse-schroeven',
    title: { nl: 'Op losse schroeven', en: 'Loose Screws' },
    subtitle: { nl: 'Circus Vandaal', en: 'Circus Vandaal' },
    description: {
      nl: 'Een wasmachine, twee fietsen en een trapeze: negen circusartiesten bouwen een machine die alleen werkt als iedereen valt. Voor het hele gezin.',
      en: 'A washing machine, two bicycles and a trapeze: nine circus artists build a machine that only works when everybody falls. For the whole family.',
    },
    genre: 'circus',
    hall: 'schouwburg',
    minutes: 80,
    euros: [24, 20, 16, 12],
    dates: [on(7, 'sat', '20:00', 0.42), on(7, 'sun', '15:00', 0.63)],
  },
  {
    id: 'slapen-voor-gevorderden',
    title: { nl: 'Slapen voor gevorderden', en: 'Sleep for the Advanced' },
    subtitle: { nl: 'Lezing door slaaparts Mehmet Yıldırım', en: 'Lecture by sleep physician Mehmet Yıldırım' },
    description: {
      nl: 'Waarom u om vier uur wakker ligt, en waarom dat vroeger heel gewoon was. Na afloop is er muntthee.',
      en: 'Why you lie awake at four, and why that used to be perfectly normal. Mint tea afterwards.',
    },
    genre: 'lezing',
    hall: 'vlakke-zaal',
    minutes: 80,
    euros: [10, 8],
    dates: [on(8, 'wed', '20:00', 0.18)],
  },
  {
    id: 'de-stille-cowboy',
    title: { nl: 'De stille cowboy', en: 'The Quiet Cowboy' },
    subtitle: { nl: 'Film met livemuziek door Orkest Rolprent', en: 'Film with live music by Orkest Rolprent' },
    description: {
      nl: 'Een western zonder woorden en zonder paarden, gedraaid in de Kempen. Met twintig muzikanten, drie mondharmonica’s en een fluitconcert van u.',
      en: 'A western without words and without horses, shot on the heath. With twenty musicians, three harmonicas and whistling by you.',
    },
    genre: 'film',
    hall: 'schouwburg',
    minutes: 90,
    euros: [20, 17, 14, 10],
    desk: true,
    dates: [on(8, 'fri', '20:00', 0.26)],
  },
  {
    id: 'winterreis-voor-vier-cellos',
    title: { nl: 'Winterreis voor vier cello’s', en: 'Winter Journey for Four Cellos' },
    subtitle: { nl: 'Celloviertal Vorst', en: 'Vorst Cello Quartet' },
    description: {
      nl: 'Vierentwintig liederen zonder zanger. Wie goed luistert, hoort de woorden toch.',
      en: 'Twenty-four songs without a singer. Those who listen closely will hear the words all the same.',
    },
    genre: 'klassiek',
    hall: 'concertzaal',
    minutes: 75,
    euros: [30, 25, 20, 13],
    dates: [on(8, 'sun', '15:00', 0.29)],
  },
  {
    id: 'open-repetitie',
    title: { nl: 'Open repetitie', en: 'Open Rehearsal' },
    subtitle: { nl: 'Filharmonie De Ringvaart', en: 'De Ringvaart Philharmonic' },
    description: {
      nl: 'Kom binnen, ga zitten en hoor hoe een orkest een fout verbetert. Gratis, maar reserveer uw plaats.',
      en: 'Come in, sit down and hear how an orchestra mends a mistake. Free, but please reserve your seat.',
    },
    genre: 'klassiek',
    hall: 'concertzaal',
    minutes: 120,
    euros: [0, 0, 0, 0],
    singleSeat: 'off',
    dates: [on(9, 'tue', '14:00', 0.11)],
  },
  {
    id: 'stof',
    title: { nl: 'Stof', en: 'Dust' },
    subtitle: { nl: 'Dansgezelschap Kruiskolk', en: 'Kruiskolk Dance Company' },
    description: {
      nl: 'In een verlaten weverij beginnen de getouwen weer te bewegen. Twaalf dansers weven een avond van twee uur, en u ziet elke draad.',
      en: 'In an abandoned mill the looms begin to move again. Twelve dancers weave an evening, and you see every thread.',
    },
    genre: 'dans',
    hall: 'schouwburg',
    minutes: 110,
    euros: [32, 27, 21, 15],
    dates: [on(9, 'fri', '20:00', 0.19), on(9, 'sat', '20:00', 0.27)],
  },
  {
    id: 'de-ontdekking-van-de-soep',
    title: { nl: 'De ontdekking van de soep', en: 'The Discovery of Soup' },
    subtitle: { nl: 'Theater Pinksterkoek, vanaf 5 jaar', en: 'Theater Pinksterkoek, from age 5' },
    description: {
      nl: 'Een ontdekkingsreiziger vindt alles, behalve de weg naar huis. Gelukkig ruikt het ergens naar soep.',
      en: 'An explorer finds everything except the way home. Luckily something smells of soup.',
    },
    genre: 'familie',
    hall: 'schouwburg',
    minutes: 55,
    euros: [14, 12, 10, 8],
    dates: [on(10, 'wed', '14:30', 0.05, 'cancelled'), on(10, 'sun', '15:00', 0.34)],
  },
  {
    id: 'elektrisch-hart',
    title: { nl: 'Elektrisch hart', en: 'Electric Heart' },
    subtitle: { nl: 'Neonvos', en: 'Neonvos' },
    description: {
      nl: 'Dansbare elektronica met twee stemmen en een zelfgebouwde synthesizer ter grootte van een kleerkast.',
      en: 'Electronic music to dance to, with two voices and a home-built synthesiser the size of a wardrobe.',
    },
    genre: 'concert',
    hall: 'vlakke-zaal',
    minutes: 80,
    euros: [20, 18],
    desk: true,
    dates: [on(11, 'sat', '20:30', 0.15)],
  },
  {
    id: 'een-huis-van-papier',
    title: { nl: 'Een huis van papier', en: 'A House of Paper' },
    subtitle: { nl: 'Gezelschap Noordkaap', en: 'Noordkaap Company' },
    description: {
      nl: 'Een gemeentesecretaris ontdekt dat een hele straat nooit is ingeschreven. De bewoners vinden dat best. Een komedie met een rand.',
      en: 'A town clerk discovers that a whole street was never registered. Its residents rather like it that way. A comedy with an edge.',
    },
    genre: 'theater',
    hall: 'schouwburg',
    minutes: 100,
    euros: [28, 24, 19, 14],
    dates: [on(12, 'thu', '20:00', 0.04), on(12, 'fri', '20:00', 0.09), on(12, 'sat', '20:00', 0.13)],
  },
  {
    id: 'slotconcert',
    title: { nl: 'Slotconcert', en: 'Closing Concert' },
    subtitle: {
      nl: 'Filharmonie De Ringvaart en drie koren uit Wolvegem',
      en: 'De Ringvaart Philharmonic and three choirs from Wolvegem',
    },
    description: {
      nl: 'Tweehonderd stemmen, één orkest en een toegift die u mag meezingen. De verkoop start later.',
      en: 'Two hundred voices, one orchestra and an encore you may sing along to. Tickets go on sale later.',
    },
    genre: 'klassiek',
    hall: 'concertzaal',
    minutes: 100,
    euros: [36, 30, 24, 15],
    dates: [on(18, 'sat', '20:00', 0, 'not-yet-on-sale'), on(18, 'sun', '15:00', 0, 'not-yet-on-sale')],
  },
];
