/** Moments as OCTO writes them: in the time of the place, with its offset. */
export interface LocalTime {
  /** Such as `2026-12-04T20:00:00+01:00`. */
  dateTime(moment: Date): string;
  /** Such as `2026-12-04`. */
  date(moment: Date): string;
  /** Such as `20:00`. */
  time(moment: Date): string;
}

/** @param timeZone IANA name, such as Europe/Brussels. */
export function localTime(timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset' },
  });
  const read = (moment: Date) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second, timeZoneName = '' } = parts;
    return {
      date: `${year}-${month}-${day}`,
      time: `${hour}:${minute}`,
      second,
      // `GMT+01:00`, or `GMT` where there is none.
      offset: timeZoneName.replace('−', '-').slice('GMT'.length) || '+00:00',
    };
  };
  return {
    dateTime(moment) {
      const { date, time, second, offset } = read(moment);
      return `${date}T${time}:${second}${offset}`;
    },
    date: (moment) => read(moment).date,
    time: (moment) => read(moment).time,
  };
}

/** A moment in UTC to the second, as OCTO writes cut-offs. */
export const utcSeconds = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;
